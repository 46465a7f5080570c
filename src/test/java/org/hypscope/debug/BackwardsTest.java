package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.board.Boards;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session goes back as it goes forward: to the same states, by the same kinds of step. */
class BackwardsTest {
  private DebugSession session;

  @BeforeEach
  void open() {
    session = DebugSession.open(SessionPrograms.hypercalls(), Boards.standard());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private Snapshot at(String mark) {
    return get(session.run(RunGoal.toMark(mark)));
  }

  private static void assertSame(Snapshot one, Snapshot other) {
    assertThat(one.mark()).isEqualTo(other.mark());
    for (Bank bank : Bank.values()) {
      assertThat(one.register(bank)).as(bank.name()).isEqualTo(other.register(bank));
    }
  }

  @Test
  void everyStepBackIsWhereTheStepForwardCameFrom() {
    List<Snapshot> forward = new ArrayList<>();
    forward.add(session.snapshot());
    while (!get(session.stepInto()).stop().isEnd()) {
      forward.add(session.snapshot());
    }
    for (int n = forward.size() - 1; n >= 0; n--) {
      Snapshot back = get(session.stepBack());
      assertSame(back, forward.get(n));
      assertThat(back.isPast()).isTrue();
    }
    assertRefused(session.stepBack(), "The run begins here");
    int events = session.snapshot().timeline().events().size();
    get(session.run(RunGoal.forever()));
    assertThat(session.snapshot().stop().kind()).isEqualTo(Kind.POWER_OFF);
    assertThat(session.snapshot().timeline().events()).hasSize(events);
  }

  @Test
  void whatAStepChangedIsMarkedGoingBackToo() {
    Snapshot after = at("#20");
    assertThat(after.changes().registers()).containsKey(Bank.ELR_hyp);
    Snapshot back = get(session.stepBack());
    assertThat(back.changes().registers()).containsKeys(Bank.ELR_hyp, Bank.CPSR);
    assertThat(back.changes().registers().get(Bank.ELR_hyp))
        .as("the old value is that of the later instant")
        .isEqualTo(after.register(Bank.ELR_hyp));
    assertThat(back.changes().entry()).isEmpty();
    Snapshot again = get(session.stepInto());
    assertThat(again.changes().entry()).isPresent();
    assertThat(again.stop().text()).contains("SVC to HYP, vector 0x14");
  }

  @Test
  void stepsBackOverAHypercallThatHasReturnedAndOverAFunction() {
    at("#23");
    Snapshot before = get(session.stepBackOver());
    assertThat(before.pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    assertThat(before.mark()).isEqualTo(new Mark(19, 0));
    assertThat(before.changes().registers()).containsKey(Bank.R0);
    assertThat(get(session.stepBackOver()).pc()).isEqualTo(SessionPrograms.CALL);
  }

  @Test
  void stepsBackOutOfHandlersAndFunctions() {
    at("#21");
    assertThat(get(session.stepBackOut()).pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    at("#16");
    assertThat(session.snapshot().pc()).isEqualTo(SessionPrograms.LEAF);
    assertThat(get(session.stepBackOut()).pc()).isEqualTo(SessionPrograms.FUNCTION + 8);
    assertThat(get(session.stepBackOut()).pc()).isEqualTo(SessionPrograms.CALL);
    assertRefused(session.stepBackOut(), "there is nothing to go out of");
  }

  @Test
  void runsBackToWhatARunForwardStopsAt() {
    get(session.run(RunGoal.forever()));
    assertThat(get(session.runBack(RunGoal.nextHvc())).pc()).isEqualTo(SessionPrograms.SECOND_HVC);
    assertThat(get(session.runBack(RunGoal.nextHvc())).pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    assertThat(get(session.runBack(RunGoal.entering(Mode.SVC))).mark()).isEqualTo(new Mark(9, 0));
    assertThat(get(session.runBack(RunGoal.toEret())).mark()).isEqualTo(new Mark(8, 0));
    assertThat(get(session.runBack(RunGoal.forever())).stop().kind()).isEqualTo(Kind.START);
    assertThat(session.snapshot().mark()).isEqualTo(Mark.START);
  }

  @Test
  void runsBackToBreakpointsOfAllKinds() {
    get(session.run(RunGoal.forever()));
    session.setStops(
        List.of(
            new Stop(new Breakpoint.Address(SessionPrograms.LEAF)),
            new Stop(new Breakpoint.Vector(VectorBase.HYP, 0x14)),
            new Stop(new Breakpoint.EnterMode(Mode.IRQ))));
    assertThat(get(session.runBack(RunGoal.forever())).stop().kind()).isEqualTo(Kind.MODE);
    assertThat(session.snapshot().mark()).isEqualTo(new Mark(32, 0));
    assertThat(get(session.runBack(RunGoal.forever())).stop().kind()).isEqualTo(Kind.VECTOR);
    assertThat(session.snapshot().mark()).isEqualTo(new Mark(25, 0));
    assertThat(get(session.runBack(RunGoal.forever())).mark()).isEqualTo(new Mark(20, 0));
    assertThat(get(session.runBack(RunGoal.forever())).stop().kind()).isEqualTo(Kind.BREAKPOINT);
    assertThat(session.snapshot().pc()).isEqualTo(SessionPrograms.LEAF);
  }

  @Test
  void aMachineThatIsOffDoesNotGoOnToAnEventThatNeverCame() {
    Mark end = get(session.run(RunGoal.forever())).mark();
    assertRefused(session.run(RunGoal.toMark("hvc:3")), "The machine is switched off");
    assertRefused(session.run(RunGoal.toMark("irq:1")), "The machine is switched off");
    assertThat(session.snapshot().mark()).isEqualTo(end);
  }

  @Test
  void anEditInThePastForksTheRunAndTheOtherCanBeGoneBackTo() {
    get(session.run(RunGoal.forever()));
    Mark end = session.snapshot().mark();
    at("#12");
    int branch = session.snapshot().branch();
    Snapshot edited = get(session.edit(Edit.register(Bank.R0, 100)));
    assertThat(edited.branch()).isNotEqualTo(branch);
    assertThat(edited.isPast()).isFalse();
    assertThat(edited.timeline().events()).as("only the exception return at #8").hasSize(1);
    assertThat(edited.left()).containsExactly(new BranchView(1, new Mark(12, 0), end, List.of()));
    Snapshot other = get(session.run(RunGoal.forever()));
    assertThat(other.timeline().events().get(1).r0()).isEqualTo(102);
    Snapshot parted = get(session.leaveFor(1));
    assertThat(parted.mark()).isEqualTo(new Mark(12, 0));
    assertThat(parted.register(Bank.R0)).isEqualTo(1);
    assertThat(parted.left()).hasSize(1);
    get(session.run(RunGoal.forever()));
    assertThat(session.snapshot().timeline().events().get(1).r0()).isEqualTo(3);
  }

  @Test
  void aRunThatWasLeftFartherOnPartsWhereTheRunBetweenWasLeft() {
    get(session.run(RunGoal.forever()));
    Mark end = session.snapshot().mark();
    at("#20");
    get(session.edit(Edit.register(Bank.R5, 1)));
    at("#12");
    Snapshot edited = get(session.edit(Edit.register(Bank.R5, 2)));
    assertThat(edited.left())
        .extracting(BranchView::from)
        .as("neither goes with the present run beyond #12")
        .containsExactly(new Mark(12, 0), new Mark(12, 0));
    Snapshot parted = get(session.leaveFor(1));
    assertThat(parted.mark()).isEqualTo(new Mark(12, 0));
    assertThat(get(session.run(RunGoal.forever())).mark()).isEqualTo(end);
    assertThat(session.snapshot().register(Bank.R5)).isZero();
  }

  @Test
  void anEditIsUndoneWhereItWasMade() {
    at("#12");
    get(session.edit(Edit.register(Bank.R0, 100)));
    get(session.run(RunGoal.toMark("#20")));
    assertThat(session.snapshot().register(Bank.R0)).isEqualTo(102);
    Snapshot undone = get(session.undoEdit());
    assertThat(undone.mark()).isEqualTo(new Mark(12, 0));
    assertThat(get(session.run(RunGoal.toMark("#20"))).register(Bank.R0)).isEqualTo(3);
    assertRefused(session.undoEdit(), "nothing was edited");
  }

  @Test
  void anEditIsMetAgainByWhoeverGoesBackAndForth() {
    at("#12");
    get(session.edit(Edit.register(Bank.R0, 100)));
    at("#20");
    at("#5");
    assertThat(at("#20").register(Bank.R0)).isEqualTo(102);
  }

  @Test
  void tellsWhoWroteAndFromWhat() {
    at("#20");
    Place hvbar =
        new Place.SystemRegister(
            0,
            new org.hypscope.arm.sysreg.SysRegCopy(
                org.hypscope.arm.sysreg.SysRegs.byName("HVBAR"), false));
    Origin origin = get(session.origin(hvbar, 2));
    assertThat(origin.at()).contains(new Mark(2, 0));
    assertThat(origin.from()).hasSize(1);
    assertThat(session.snapshot().mark()).as("nobody has moved").isEqualTo(new Mark(20, 0));
  }

  private static void assertRefused(CompletableFuture<?> command, String sentence) {
    assertThatThrownBy(() -> command.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CommandException.class)
        .hasMessageContaining(sentence);
  }
}
