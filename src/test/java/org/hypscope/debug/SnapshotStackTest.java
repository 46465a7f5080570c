package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.symbols.unwind.CallStack;
import org.hypscope.debug.symbols.unwind.Certainty;
import org.hypscope.debug.symbols.unwind.Method;
import org.hypscope.debug.symbols.unwind.StackFrame;
import org.junit.jupiter.api.Test;

/** A session's stack goes through hypercalls, each world's memory read as that world reads it. */
class SnapshotStackTest {
  @Test
  void theStackGoesFromHypIntoTheCallerAndOn() throws Exception {
    try (DebugSession session = open("kdump-k2")) {
      session.run(RunGoal.toMark(MarkExpression.parse("hvc:3+6"))).get();
      Snapshot now = session.snapshot();
      CallStack stack = now.stack();
      assertThat(stack.frames()).extracting(frame -> name(now, frame)).endsWith("kernel+0x4");
      assertThat(stack.frames())
          .extracting(StackFrame::mode)
          .containsExactly(Mode.HYP, Mode.SVC, Mode.SVC, Mode.SVC);
      assertThat(stack.frames().get(1).method()).isEqualTo(Method.EXCEPTION);
      assertThat(stack.frames().get(1).certainty()).isEqualTo(Certainty.SURE);
      assertThat(stack.end()).contains("Nothing says who called");
      assertThat(now.stack()).isSameAs(stack);
    }
  }

  @Test
  void aGuestsStackIsReadThroughItsOwnTablesWhileTheCoreIsInHyp() throws Exception {
    try (DebugSession session = open("translation")) {
      session.run(RunGoal.nextHvc()).get();
      session.stepInto().get();
      Snapshot now = session.snapshot();
      SnapshotReader reader = new SnapshotReader(now);
      int alias = 0xc0000008;
      assertThat(now.mode()).isEqualTo(Mode.HYP);
      assertThat(now.space(Mode.SVC)).isEqualTo(AddressSpace.PL1);
      assertThat(reader.word(Mode.HYP, alias)).isEmpty();
      assertThat(reader.word(Mode.SVC, alias))
          .isPresent()
          .isEqualTo(now.memory(AddressSpace.PHYSICAL).word(0x4001a008));
      StackFrame caller = now.stack().frames().get(1);
      assertThat(caller.mode()).isEqualTo(Mode.SVC);
      assertThat(caller.sp()).hasValue(0x40013400);
    }
  }

  private static String name(Snapshot snapshot, StackFrame frame) {
    return snapshot.symbols().describe(frame.code(), frame.pc());
  }

  private static DebugSession open(String sample) throws UnusableTargetException {
    Path file = Path.of("samples", sample, sample + ".elf");
    return DebugSession.open(Target.load(file, Target.Options.standard()));
  }
}
