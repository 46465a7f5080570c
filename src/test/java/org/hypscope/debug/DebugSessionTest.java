package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's commands lead where they say, and nothing can make a session unusable. */
class DebugSessionTest {
  private DebugSession session;

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
  }

  @Test
  void aSessionStandsBeforeTheFirstInstruction() {
    open(SessionPrograms.hypercalls());
    Snapshot start = session.snapshot();
    assertThat(start.mark()).isEqualTo(Mark.START);
    assertThat(start.stop().kind()).isEqualTo(Kind.START);
    assertThat(start.pc()).isEqualTo(SessionPrograms.BASE);
    assertThat(start.mode()).isEqualTo(Mode.HYP);
    assertThat(start.cpsr()).isEqualTo(0x400001da);
    assertThat(start.secure()).isFalse();
    assertThat(start.changes()).isEqualTo(Changes.NONE);
  }

  @Test
  void stepIntoEntersTheHypercallAndLeavesItAgain() throws Exception {
    open(SessionPrograms.hypercalls());
    Snapshot before = get(session.run(RunGoal.nextHvc()));
    assertThat(before.mark()).isEqualTo(new Mark(19, 0));
    assertThat(before.atHvc()).isTrue();
    Snapshot in = get(session.stepInto());
    assertThat(in.mode()).isEqualTo(Mode.HYP);
    assertThat(in.pc()).isEqualTo(SessionPrograms.VECTORS + 0x14);
    assertThat(in.register(Bank.ELR_hyp)).isEqualTo(SessionPrograms.FIRST_HVC + 4);
    assertThat(in.stop().text())
        .isEqualTo("Hypervisor Call: SVC to HYP, vector 0x14, at 0x40010414 (vectors+0x14).");
    assertThat(in.changes().registers()).containsKeys(Bank.ELR_hyp, Bank.CPSR);
    assertThat(in.changes().sysRegs().keySet()).extracting(c -> c.name()).contains("HSR");
    assertThat(in.vectorTables()).extracting(VectorTableView::taken).containsExactly(-1, -1, 0x14);
    get(session.stepInto());
    get(session.stepInto());
    Snapshot out = get(session.stepInto());
    assertThat(out.mark()).isEqualTo(new Mark(23, 0));
    assertThat(out.stop().text()).startsWith("Exception return: HYP to SVC, at 0x40010114");
    assertThat(out.register(Bank.R0)).isEqualTo(13);
  }

  @Test
  void aCallThatTheFirmwareAnswersTakesNoVector() throws Exception {
    open(TestPrograms.of(0xe3a00008, 0xe3480400, 0xe1600070).image()); // SYSTEM_OFF in HYP
    Snapshot off = get(session.run(RunGoal.forever()));
    assertThat(off.stop().kind()).isEqualTo(Kind.POWER_OFF);
    assertThat(off.vectorTables()).extracting(VectorTableView::taken).containsOnly(-1);
  }

  @Test
  void stepOverRunsACallOrAHypercallToItsReturn() throws Exception {
    open(SessionPrograms.hypercalls());
    get(session.run(RunGoal.toAddress(SessionPrograms.CALL)));
    Snapshot afterCall = get(session.stepOver());
    assertThat(afterCall.pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    assertThat(afterCall.register(Bank.R0)).isEqualTo(3);
    Snapshot afterHvc = get(session.stepOver());
    assertThat(afterHvc.mark()).isEqualTo(new Mark(23, 0));
    Snapshot afterMov = get(session.stepOver());
    assertThat(afterMov.mark()).isEqualTo(new Mark(24, 0));
  }

  @Test
  void stepOutLeavesTheFunctionOrTheHandler() throws Exception {
    open(SessionPrograms.hypercalls());
    get(session.run(RunGoal.toAddress(SessionPrograms.FUNCTION)));
    assertThat(get(session.stepOut()).pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    get(session.run(RunGoal.toAddress(SessionPrograms.HANDLER)));
    assertThat(get(session.stepOut()).pc()).isEqualTo(SessionPrograms.FIRST_HVC + 4);
  }

  @Test
  void runsEndAtTheirGoal() throws Exception {
    open(SessionPrograms.hypercalls());
    assertThat(get(session.run(RunGoal.toEret())).pc()).isEqualTo(SessionPrograms.BASE + 0x20);
    assertThat(get(session.run(RunGoal.entering(Mode.SVC))).mark()).isEqualTo(new Mark(9, 0));
    assertThat(get(session.run(RunGoal.steps(3))).mark()).isEqualTo(new Mark(12, 0));
    assertThat(get(session.run(RunGoal.toMark("#20"))).mark()).isEqualTo(new Mark(20, 0));
    assertThat(get(session.run(RunGoal.toMark("hvc:2"))).mark()).isEqualTo(new Mark(24, 0));
    assertThat(get(session.run(RunGoal.entering(Mode.IRQ))).mark()).isEqualTo(new Mark(32, 0));
    Snapshot end = get(session.run(RunGoal.forever()));
    assertThat(end.stop().kind()).isEqualTo(Kind.POWER_OFF);
    assertThat(end.mark()).isEqualTo(new Mark(36, 0));
  }

  @Test
  void restartGoesToAnyInstantFromReset() throws Exception {
    open(SessionPrograms.hypercalls());
    get(session.run(RunGoal.forever()));
    Snapshot landed = get(session.restart(MarkExpression.parse("hvc:1")));
    assertThat(landed.mark()).isEqualTo(new Mark(19, 0));
    assertThat(landed.changes()).as("landing marks nothing").isEqualTo(Changes.NONE);
    assertThat(get(session.restart(MarkExpression.parse("hvc:1+1"))).pc())
        .isEqualTo(SessionPrograms.VECTORS + 0x14);
    assertThat(get(session.restart(MarkExpression.parse("#0"))).mark()).isEqualTo(Mark.START);
    Snapshot end = get(session.restart(MarkExpression.parse("hvc:9")));
    assertThat(end.stop().kind()).isEqualTo(Kind.POWER_OFF);
  }

  @Test
  void theSameCommandsLeadToTheSameState() throws Exception {
    open(SessionPrograms.hypercalls());
    Snapshot once = get(session.run(RunGoal.forever()));
    Snapshot again = get(session.restart(MarkExpression.parse("end")));
    assertThat(again.timeline()).isEqualTo(once.timeline());
    for (Bank bank : Bank.values()) {
      assertThat(again.register(bank)).as(bank.name()).isEqualTo(once.register(bank));
    }
  }

  @Test
  void breakpointsStopARun() throws Exception {
    open(SessionPrograms.hypercalls());
    session.setStops(
        List.of(
            new Stop(new Breakpoint.Address(SessionPrograms.LEAF)),
            new Stop(new Breakpoint.Vector(VectorBase.HYP, 0x14)),
            new Stop(new Breakpoint.EnterMode(Mode.IRQ))));
    Snapshot leaf = get(session.run(RunGoal.forever()));
    assertThat(leaf.stop().text()).isEqualTo("Breakpoint at 0x40010240 (leaf).");
    Snapshot vector = get(session.run(RunGoal.forever()));
    assertThat(vector.stop().kind()).isEqualTo(Kind.VECTOR);
    assertThat(vector.pc()).isEqualTo(SessionPrograms.VECTORS + 0x14);
    assertThat(get(session.run(RunGoal.forever())).stop().kind()).isEqualTo(Kind.VECTOR);
    assertThat(get(session.run(RunGoal.forever())).stop().kind()).isEqualTo(Kind.MODE);
    session.setStops(List.of());
    assertThat(get(session.run(RunGoal.forever())).stop().kind()).isEqualTo(Kind.POWER_OFF);
  }

  @Test
  void aRunCanBePausedAtOnceAndTellsHowFarItIs() throws Exception {
    open(SessionPrograms.endless());
    CountDownLatch underWay = new CountDownLatch(2);
    session.addListener(
        new SessionListener() {
          @Override
          public void running(Progress progress) {
            underWay.countDown();
          }
        });
    CompletableFuture<Snapshot> run = session.run(RunGoal.forever());
    assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(session.isRunning()).isTrue();
    session.pause();
    Snapshot paused = get(run);
    assertThat(paused.stop().kind()).isEqualTo(Kind.PAUSED);
    assertThat(get(session.stepInto()).mark().retired()).isEqualTo(paused.mark().retired() + 1);
  }

  @Test
  void breakpointsAndProbesReachARunThatIsUnderWay() throws Exception {
    open(SessionPrograms.endless());
    CompletableFuture<Snapshot> run = session.run(RunGoal.forever());
    int pc = get(session.probe(fork -> fork.core().pc()));
    assertThat(pc).isBetween(SessionPrograms.BASE, SessionPrograms.BASE + 4);
    session.setStops(List.of(new Stop(new Breakpoint.Address(SessionPrograms.BASE))));
    assertThat(get(run).stop().kind()).isEqualTo(Kind.BREAKPOINT);
  }

  @Test
  void endsAreSaidInWords() throws Exception {
    open(SessionPrograms.loop());
    assertThat(get(session.run(RunGoal.forever())).stop().text())
        .isEqualTo("Endless loop at 0x40010008: nothing can interrupt it.");
    open(SessionPrograms.wildBranch());
    Snapshot wild = get(session.run(RunGoal.untilWildBranch()));
    assertThat(wild.stop().kind()).isEqualTo(Kind.WILD_BRANCH);
    assertThat(wild.pc()).isEqualTo(0x100);
  }

  @Test
  void whatCannotBeDoneFailsWithASentenceAndChangesNothing() throws Exception {
    open(SessionPrograms.hypercalls());
    get(session.run(RunGoal.toMark("#20")));
    assertRefused(session.edit(Edit.memory(0x100, new byte[4])), "cannot be edited");
    assertThat(session.snapshot().mark()).isEqualTo(new Mark(20, 0));
    get(session.run(RunGoal.forever()));
    assertRefused(session.stepInto(), "The machine is switched off");
    session.close();
    assertRefused(session.stepInto(), "The session is closed");
  }

  @Test
  void editsChangeTheMachineAndAreMarked() throws Exception {
    open(SessionPrograms.hypercalls());
    Snapshot register = get(session.edit(Edit.register(Bank.SP_svc, 0x1234)));
    assertThat(register.changes().registers()).containsOnlyKeys(Bank.SP_svc);
    assertThat(register.register(Bank.SP_svc)).isEqualTo(0x1234);
    Snapshot system = get(session.edit(Edit.sysReg(SysRegs.byName("HVBAR"), false, 0x40000000L)));
    assertThat(system.sysReg(SysRegs.byName("HVBAR"))).isEqualTo(0x40000000L);
    Snapshot memory =
        get(
            session.edit(
                Edit.memory(SessionPrograms.BASE, new byte[] {7, 0, (byte) 0xa0, (byte) 0xe3})));
    assertThat(memory.changes().written()).isNotEmpty();
    assertThat(get(session.stepInto()).register(Bank.R0)).isEqualTo(7);
  }

  @Test
  void snapshotsStayAsTheyWere() throws Exception {
    open(SessionPrograms.hypercalls());
    Snapshot before = get(session.run(RunGoal.toMark("#30")));
    Snapshot after = get(session.stepInto());
    assertThat(before.memory().word(SessionPrograms.DATA)).hasValue(0);
    assertThat(after.memory().word(SessionPrograms.DATA)).hasValue(17);
    assertThat(after.changes().written()).containsExactly(new MemoryRange(SessionPrograms.DATA, 1));
    assertThat(before.timeline().end()).isEqualTo(new Mark(30, 0));
  }

  @Test
  void aFailingListenerDoesNoHarm() throws Exception {
    open(SessionPrograms.hypercalls());
    List<Mark> seen = new ArrayList<>();
    session.addListener(
        new SessionListener() {
          @Override
          public void snapshot(Snapshot snapshot) {
            seen.add(snapshot.mark());
            throw new IllegalStateException("a listener's own fault");
          }
        });
    get(session.stepInto());
    get(session.stepInto());
    assertThat(seen).containsExactly(new Mark(1, 0), new Mark(2, 0));
  }

  @Test
  void anyCommandsInAnyOrderComplete() throws Exception {
    open(SessionPrograms.hypercalls());
    Random random = new Random(7);
    List<CompletableFuture<Snapshot>> commands = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      commands.add(anyCommand(random));
      if (random.nextInt(10) == 0) {
        session.pause();
      }
    }
    for (CompletableFuture<Snapshot> each : commands) {
      Throwable failure = get(each.handle((snapshot, e) -> e));
      assertThat(failure == null || failure instanceof CommandException).isTrue();
    }
    Snapshot start = get(session.restart(MarkExpression.parse("#0")));
    assertThat(start.pc()).isEqualTo(SessionPrograms.BASE);
    assertThat(session.isRunning()).isFalse();
  }

  private CompletableFuture<Snapshot> anyCommand(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> session.stepOver();
      case 1 -> session.stepOut();
      case 2 -> session.run(RunGoal.nextHvc());
      case 3 -> session.run(RunGoal.toMark("#" + random.nextInt(40)));
      case 4 -> session.restart(MarkExpression.parse("hvc:" + (1 + random.nextInt(4))));
      case 5 -> session.edit(Edit.register(Bank.PC, SessionPrograms.BASE + random.nextInt(0x500)));
      case 6 -> session.edit(Edit.register(Bank.CPSR, random.nextInt()));
      case 7 -> session.run(RunGoal.steps(random.nextInt(100)));
      default -> session.stepInto();
    };
  }

  private void open(LoadedImage image) {
    close();
    session = DebugSession.open(image, Boards.standard());
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  private static void assertRefused(CompletableFuture<Snapshot> command, String sentence) {
    assertThatThrownBy(() -> get(command))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(sentence);
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "eret:1, #8",
    "eret:2, #22",
    "eret:2-3, #19",
    "hvc:2-1, #23",
    "hvc:2+1, #25",
    "smc:1, #35",
    "end-2, #34"
  })
  void goesToTheInstantsOfEvents(String text, String expected) throws Exception {
    open(SessionPrograms.hypercalls());
    RunGoal goal = RunGoal.toMark(text);
    assertThat(get(session.run(goal)).mark()).hasToString(expected);
    get(session.run(RunGoal.toMark("#0")));
    assertThat(get(session.run(goal)).mark()).as("again").hasToString(expected);
  }

  @Test
  void anEventThatNeverComesLeavesTheRunAtItsEnd() throws Exception {
    open(SessionPrograms.hypercalls());
    Snapshot end = get(session.run(RunGoal.toMark("irq:1")));
    assertThat(end.stop().isEnd()).isTrue();
  }
}
