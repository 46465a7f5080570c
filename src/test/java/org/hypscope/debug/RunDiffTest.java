package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.RunDiff.By;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** Two runs are compared up to where they first differ: of two images, inputs, or branches. */
class RunDiffTest {
  private static final int LIMIT = 1_000;

  private static RunDiff.Subject subject(LoadedImage image, InputJournal.Entry... inputs) {
    return new RunDiff.Subject(new Target(image, Boards.standard()), List.of(inputs));
  }

  private static RunDiff.Result compare(RunDiff.Subject one, RunDiff.Subject other, By by) {
    return RunDiff.compare(one, other, by, LIMIT, steps -> {}, () -> false);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void runsWithDifferentInputPartWhereThatMakesADifference() {
    LoadedImage image = SessionPrograms.hypercalls();
    InputJournal.Entry edit = new InputJournal.Entry(12, new Input.Register(0, Bank.R0, 9));
    RunDiff.Parting parting =
        compare(subject(image), subject(image, edit), By.REGISTERS).parting().orElseThrow();
    assertThat(parting.left().mark()).isEqualTo(new Mark(12, 0));
    assertThat(parting.registers()).containsExactly(new RunDiff.Register("R0", 1, 9));
    assertThat(compare(subject(image), subject(image, edit), By.PATH).parting()).isEmpty();
  }

  /** The same code elsewhere, which calls a function that only one of them has changed. */
  private static LoadedImage linked(int at, int word) {
    int branch = 0xeb000000 | (at - 16 >>> 2);
    return TestPrograms.of(
            0xe3a00001, // mov r0, #1
            0xe1a00000, // nop
            branch, // bl work
            0xeafffffe) // b .
        .at(at, word, 0xe12fff1e) // bx lr
        .symbol("_start", 0, 0x10)
        .symbol("work", at, 8)
        .image();
  }

  @Test
  void imagesThatAreLinkedDifferentlyAreComparedByTheirPaths() {
    int add = 0xe2800001;
    RunDiff.Subject one = subject(linked(0x40, add));
    RunDiff.Subject moved = subject(linked(0x80, add));
    assertThat(compare(one, moved, By.REGISTERS).parting()).isPresent();
    assertThat(compare(one, moved, By.PATH).parting()).isEmpty();
    int branchBack = 0xe1a0f00e; // mov pc, lr
    Optional<RunDiff.Parting> parting =
        compare(one, subject(linked(0x80, branchBack)), By.PATH).parting();
    assertThat(parting.orElseThrow().left().nextSymbol()).isEqualTo("work+0x4");
  }

  @Test
  void aRunIsComparedWithOneThatWasLeft() {
    try (DebugSession session =
        DebugSession.open(SessionPrograms.hypercalls(), Boards.standard())) {
      get(session.run(RunGoal.forever()));
      get(session.run(RunGoal.toMark("#12")));
      get(session.edit(new Edit.Register(Bank.R5, 7)));
      Snapshot end = get(session.run(RunGoal.forever()));
      int left = end.left().get(0).number();
      RunDiff.Parting parting = get(session.compareWith(left)).parting().orElseThrow();
      assertThat(parting.left().mark()).isEqualTo(new Mark(12, 0));
      assertThat(parting.registers()).containsExactly(new RunDiff.Register("R5", 7, 0));
      assertThat(session.snapshot()).as("nothing has moved").isSameAs(end);
    }
  }
}
