package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.CoreView.State;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine with two cores is recorded, looked at and stepped core by core. */
class SeveralCoresTest {
  private static final Path IMAGE = Path.of("samples/smp-stub/smp-stub.elf");

  private DebugSession session;

  @BeforeEach
  void open() throws Exception {
    session = DebugSession.open(Target.load(IMAGE, Target.Options.standard().withCores(2)));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void everyEventSaysOnWhichCoreItHappened() throws Exception {
    List<TraceEvent> events = wait(session.run(RunGoal.forever())).timeline().events();
    assertThat(events.stream().filter(e -> e.isHvc() || e.isFirmwareCall()))
        .extracting(TraceEvent::core, TraceEvent::kind, TraceEvent::r0)
        .containsExactly(
            tuple(0, "hvc", 0),
            tuple(0, "smc", 0x84000003),
            tuple(1, "hvc", 0),
            tuple(1, "hvc", 2),
            tuple(1, "smc", 0x84000002),
            tuple(0, "hvc", 2),
            tuple(0, "smc", 0x84000008));
    assertThat(events).filteredOn(TraceEvent::isHvc).allMatch(call -> call.ret() != null);
  }

  @Test
  void instantsCountTheInstructionsOfAllCoresAndNeverGoBack() throws Exception {
    Mark last = Mark.START;
    for (int n = 0; n < 893; n++) {
      Mark now = wait(session.run(RunGoal.steps(1))).mark();
      assertThat(now).isGreaterThan(last);
      last = now;
    }
    assertThat(last.retired()).isEqualTo(893);
  }

  @Test
  void aCoreIsOffUntilCpuOnAndThenBootedInHyp() throws Exception {
    Snapshot before = wait(session.run(RunGoal.toMark("#171")));
    assertThat(before.cores())
        .extracting(CoreView::state)
        .containsExactly(State.RUNNING, State.OFF);
    assertThat(before.cores().get(1).boot()).isEmpty();
    Snapshot after = wait(session.run(RunGoal.toMark("#172")));
    int entry = after.symbols().address("_start").orElseThrow();
    assertThat(after.cores().get(1).state()).isEqualTo(State.RUNNING);
    assertThat(after.cores())
        .extracting(core -> core.boot().orElseThrow())
        .containsExactly(
            new CoreView.Boot(Mark.START, Mode.HYP, entry),
            new CoreView.Boot(new Mark(172, 0), Mode.HYP, entry));
  }

  @Test
  void aRunThatEndsPicksTheCoreThatEndedIt() throws Exception {
    Snapshot start = session.snapshot();
    int second = start.symbols().address("second_core").orElseThrow();
    session.setStops(List.of(new Stop(new Breakpoint.Address(second))));
    Snapshot there = wait(session.run(RunGoal.forever()));
    assertThat(there.core()).isEqualTo(1);
    assertThat(there.pc()).isEqualTo(second);
    assertThat(there.stop().text()).startsWith("Core 1: Breakpoint at ");
    assertThat(there.cores().get(0).state()).isEqualTo(State.WAITING_FOR_EVENT);
  }

  @Test
  void aStepMovesThePickedCoreByOneWhileOthersHaveTheirTurns() throws Exception {
    int second = session.snapshot().symbols().address("second_core").orElseThrow();
    Snapshot there = wait(session.run(RunGoal.toAddress(second)));
    Snapshot stepped = wait(session.stepInto());
    assertThat(stepped.core()).isEqualTo(1);
    assertThat(stepped.pc()).isEqualTo(second + 4);
    assertThat(stepped.mark().retired()).isEqualTo(there.mark().retired() + 1);
    wait(session.pick(0));
    Snapshot first = wait(session.stepInto());
    assertThat(first.core()).isZero();
    assertThat(first.pc()).as("after its WFE").isEqualTo(there.cores().get(0).pc() + 4);
    assertThat(first.cores().get(1).state())
        .as("it went on until core 0 woke")
        .isEqualTo(State.OFF);
    assertThat(first.changes().registers()).as("core 0 has read the flag").isNotEmpty();
  }

  @Test
  void stepOverAWaitsForTheReturnOnItsOwnCore() throws Exception {
    int call = session.snapshot().symbols().address("second_core").orElseThrow() + 12;
    while (!session.snapshot().stop().isEnd() && session.snapshot().pc() != call) {
      wait(session.run(RunGoal.toAddress(call)));
    }
    Snapshot back = wait(session.stepOver());
    assertThat(back.core()).isEqualTo(1);
    assertThat(back.pc()).isEqualTo(call + 4);
  }

  @Test
  void anInstantBehindAnHvcOfAnotherCoreIsFound() throws Exception {
    Snapshot there = wait(session.run(RunGoal.toMark("hvc:2+3")));
    assertThat(there.mark()).isEqualTo(new Mark(474, 0));
    assertThat(there.mode()).isEqualTo(Mode.HYP);
    assertThat(wait(session.restart(MarkExpression.parse("hvc:3"))).core()).isEqualTo(1);
  }

  @Test
  void aCoreThatIsOffIsNotStepped() throws Exception {
    wait(session.pick(1));
    assertThatThrownBy(() -> wait(session.stepInto()))
        .hasMessageContaining("Core 1 is off and cannot be stepped");
    assertThat(session.snapshot().core()).isEqualTo(1);
    assertThatThrownBy(() -> wait(session.pick(2))).hasMessageContaining("There is no core 2");
  }

  @Test
  void everyCoreHasItsOwnTimelineAndRegisters() throws Exception {
    Snapshot end = wait(session.run(RunGoal.forever()));
    TimelineView second = end.of(1).timeline();
    assertThat(second.core()).isEqualTo(1);
    assertThat(second.spans().get(0).from()).isEqualTo(new Mark(172, 0));
    assertThat(second.spans()).extracting(TimelineView.Span::mode).startsWith(Mode.HYP, Mode.SVC);
    assertThat(end.of(1).pc()).isEqualTo(end.cores().get(1).pc());
    assertThat(end.of(0).pc()).isEqualTo(end.cores().get(0).pc()).isNotEqualTo(end.of(1).pc());
    int stub = end.symbols().address("__hyp_stub_vectors").orElseThrow();
    assertThat(second.hvbarChanges()).extracting(TimelineView.HvbarChange::value).contains(0, stub);
  }

  @Test
  void anEditIsMadeOnThePickedCore() throws Exception {
    wait(session.run(RunGoal.toMark("#300")));
    wait(session.pick(0));
    Snapshot edited = wait(session.edit(Edit.register(Bank.R7, 0x1234)));
    assertThat(edited.register(Bank.R7)).isEqualTo(0x1234);
    assertThat(edited.of(1).register(Bank.R7)).isZero();
  }

  @Test
  void anEditIsUndoneWithoutLeavingTheCoreThatIsLookedAt() throws Exception {
    for (int core = 0; core < 2; core++) {
      wait(session.run(RunGoal.toMark("#300")));
      wait(session.pick(core));
      wait(session.edit(Edit.register(Bank.R7, 0x1234)));
      Snapshot undone = wait(session.undoEdit());
      assertThat(undone.core()).isEqualTo(core);
      assertThat(undone.register(Bank.R7)).isZero();
    }
  }

  private static Snapshot wait(CompletableFuture<Snapshot> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }
}
