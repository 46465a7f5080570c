package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.api.Test;

/** Waiting, endless loops and virtual time; cores that share memory and turns. */
class SchedulerTest {
  private static final int WFI = 0xe320f003;
  private static final int WFE = 0xe320f002;
  private static final int B_SELF = 0xeafffffe;
  private static final int NOP = 0xe320f000;
  private static final int ADD_R0 = 0xe2800001;
  private static final int UNMASKED_HYP = 0x5a;
  private static final long CTL_ENABLE = 1;
  private static final int TICK = 16;

  private static Machine machine(int cores, int... words) {
    return Machine.create(Boards.standard().withCores(cores), TestPrograms.of(words).image());
  }

  private static void setTimer(Core core, long ticks) {
    core.sysRegs().rawSet(SysRegs.byName("CNTHP_CVAL"), ticks);
    core.sysRegs().rawSet(SysRegs.byName("CNTHP_CTL"), CTL_ENABLE);
  }

  /** The HYP timer's interrupt reaches the core. */
  private static void enableInterrupts(Machine machine) throws Exception {
    var bus = machine.core().bus();
    bus.write(0x08000000L, 4, 1);
    bus.write(0x08000100L, 4, -1);
    bus.write(0x08010000L, 4, 1);
    bus.write(0x08010004L, 4, 0xf0);
  }

  @Test
  void waitingWithNothingToWaitForEndsTheRun() {
    Machine machine = machine(1, WFI, NOP);
    assertThat(machine.run(10, null)).isEqualTo(StopCause.WAITING);
    assertThat(machine.run(10, null)).as("still").isEqualTo(StopCause.WAITING);
    assertThat(machine.core().retired()).isEqualTo(1);
  }

  @Test
  void aDebuggerMaySendAWaitingCoreElsewhere() {
    Machine machine = machine(1, WFI, NOP, NOP);
    machine.run(10, null);
    machine.core().setPc(TestPrograms.BASE + 4);
    assertThat(machine.run(2, null)).isEqualTo(StopCause.STEPS);
    assertThat(machine.core().retired()).isEqualTo(3);
  }

  @Test
  void waitingSkipsToTheTimer() throws Exception {
    Machine machine = machine(1, WFI, NOP, NOP);
    enableInterrupts(machine);
    setTimer(machine.core(), 1000);
    assertThat(machine.run(2, null)).isEqualTo(StopCause.STEPS);
    assertThat(machine.core().retired()).isEqualTo(2);
    assertThat(machine.core().skipped()).isEqualTo(1000 * TICK - 1);
  }

  @Test
  void aTimerThatTellsNobodyDoesNotEndTheWait() {
    Machine machine = machine(1, WFI, NOP, NOP);
    setTimer(machine.core(), 1000);
    assertThat(machine.run(2, null)).isEqualTo(StopCause.WAITING);
  }

  @Test
  void anEndlessLoopIsLeftAtTheTimersInstant() throws Exception {
    Machine machine = machine(1, B_SELF, NOP, NOP, NOP, NOP, NOP, B_SELF);
    enableInterrupts(machine);
    setTimer(machine.core(), 1_000_000_000);
    machine.core().setCpsr(UNMASKED_HYP);
    machine.core().sysRegs().rawSet(SysRegs.byName("HVBAR"), TestPrograms.BASE);
    StopCause cause = machine.run(Long.MAX_VALUE / 2, null);
    assertThat(cause).as("in the handler, which is masked").isEqualTo(StopCause.LOOP_TO_SELF);
    assertThat(machine.core().pc()).isEqualTo(TestPrograms.BASE + 0x18);
    assertThat(machine.core().retired()).isEqualTo(1_000_000_000L * TICK + 1);
  }

  @Test
  void anEndlessLoopThatNothingCanInterruptEndsTheRun() throws Exception {
    Machine masked = machine(1, B_SELF);
    enableInterrupts(masked);
    setTimer(masked.core(), 1000);
    assertThat(masked.run(1_000_000, null)).isEqualTo(StopCause.LOOP_TO_SELF);
    Machine alone = machine(1, B_SELF);
    alone.core().setCpsr(UNMASKED_HYP);
    assertThat(alone.run(1_000_000, null)).isEqualTo(StopCause.LOOP_TO_SELF);
  }

  @Test
  void aTypedByteEndsAWait() throws Exception {
    Machine machine = machine(1, WFI, NOP, NOP);
    enableInterrupts(machine);
    machine.core().bus().write(0x08000104L, 4, -1);
    machine.core().bus().write(0x09000038L, 4, 1 << 4);
    assertThat(machine.run(3, null)).isEqualTo(StopCause.WAITING);
    machine.type(new byte[] {'q'});
    assertThat(machine.run(2, null)).isEqualTo(StopCause.STEPS);
    assertThat(machine.core().bus().read(0x09000000L, 4)).isEqualTo('q');
  }

  @Test
  void breakpointsAreSeenWhereARunGoesOnAfterAnEvent() throws Exception {
    Machine machine = machine(1, NOP, WFI, NOP, NOP);
    enableInterrupts(machine);
    setTimer(machine.core(), 1000);
    StopCause cause = machine.run(100, core -> core.pc() == TestPrograms.BASE + 8);
    assertThat(cause).isEqualTo(StopCause.CHECK);
    assertThat(machine.core().retired()).isEqualTo(2);
  }

  @Test
  void coresTakeTurnsAndTimeIsTheirSum() {
    Machine machine = machine(2, ADD_R0, 0xeafffffd);
    Core first = machine.cores().get(0);
    Core second = machine.cores().get(1);
    switchOn(machine, 1, TestPrograms.BASE);
    machine.run(1_000_000, null);
    assertThat(machine.core().retired()).isEqualTo(1_000_000);
    assertThat(second.retired()).isEqualTo(1_000_000);
    assertThat(first.r(0) + second.r(0)).isBetween(499_000, 501_000);
    assertThat(second.r(0)).isBetween(240_000, 260_000);
  }

  @Test
  void aRunGoesOnWhileOneCoreLoopsForEverAndAnotherDoesNot() {
    Machine machine = machine(2, B_SELF, ADD_R0, 0xeafffffd);
    switchOn(machine, 1, TestPrograms.BASE + 4);
    assertThat(machine.run(100_000, null)).isEqualTo(StopCause.STEPS);
    assertThat(machine.cores().get(1).r(0)).isBetween(24_000, 26_000);
    assertThat(machine.run(100_000, core -> false)).as("when watched").isEqualTo(StopCause.STEPS);
  }

  @Test
  void aRunEndsWhereAllCoresLoopForEver() {
    Machine machine = machine(2, B_SELF);
    switchOn(machine, 1, TestPrograms.BASE);
    assertThat(machine.run(1_000_000, null)).isEqualTo(StopCause.LOOP_TO_SELF);
    assertThat(machine.core().retired()).isLessThan(100_000);
  }

  @Test
  void aBreakpointAtTheFirstInstructionOfATurnIsSeen() {
    Machine machine = machine(2, ADD_R0, 0xeafffffd, NOP);
    switchOn(machine, 1, TestPrograms.BASE + 8);
    machine.run(10_000, null);
    assertThat(machine.turn()).as("the turn is over, but nobody else's yet").isZero();
    StopCause cause = machine.run(10, core -> core.pc() == TestPrograms.BASE + 8);
    assertThat(cause).isEqualTo(StopCause.CHECK);
    assertThat(machine.turn()).isEqualTo(1);
    assertThat(machine.core().retired()).isEqualTo(10_000);
  }

  @Test
  void aFirstWriteByOneCoreIsSeenByAnother() {
    Machine machine = machine(2, NOP);
    int address = 0x40300000;
    assertThat(machine.cores().get(1).mem().memA(address, 4)).isZero();
    machine.core().mem().setMemA(address, 4, 7);
    assertThat(machine.cores().get(1).mem().memA(address, 4)).isEqualTo(7);
  }

  @Test
  void anEventReachesEveryCore() {
    Machine machine = machine(2, WFE, WFE, WFE, B_SELF);
    assertThat(machine.cores().get(1).eventRegister().isSet()).isFalse();
    machine.core().domain().forEach(each -> each.eventRegister().signal());
    assertThat(machine.cores().get(1).eventRegister().isSet()).isTrue();
  }

  private static void switchOn(Machine machine, int core, int entry) {
    Core caller = machine.core();
    int r0 = caller.r(0);
    caller.setR(0, 0x84000003);
    caller.setR(1, core);
    caller.setR(2, entry);
    caller.firmware().call(caller, 0);
    assertThat(caller.r(0)).isZero();
    caller.setR(0, r0);
    caller.setR(1, 0);
    caller.setR(2, 0);
  }

  @Test
  void aVirtualTimerBehindZeroGoesOffAndIsBelowAgainOnceTheCountIsZero() throws Exception {
    Machine machine = machine(1, ADD_R0, 0xeafffffd); // b .-4
    enableInterrupts(machine);
    Core core = machine.core();
    core.sysRegs().rawSet(SysRegs.byName("CNTVOFF"), 100);
    core.sysRegs().rawSet(SysRegs.byName("CNTV_CVAL"), 20 - 100);
    core.sysRegs().rawSet(SysRegs.byName("CNTV_CTL"), CTL_ENABLE);
    machine.run(20 * TICK - 1, null);
    assertThat(core.interrupts().pending()).isFalse();
    machine.run(50 * TICK, null);
    assertThat(core.interrupts().pending()).isTrue();
    machine.run(50 * TICK, null);
    assertThat(core.interrupts().pending()).as("the count has come to zero").isFalse();
  }

  @Test
  void aCoreThatIsSwitchedOnIsTheSameHoweverTheRunWasCut() {
    int[] program = {
      ADD_R0,
      0xe3000003, // movw r0, #3
      0xe3480400, // movt r0, #0x8400: CPU_ON
      0xe3a01001, // mov r1, #1
      0xe1a0200f, // mov r2, pc
      0xe1600070, // smc #0
      0xeafffffe // b .
    };
    Machine whole = machine(2, program);
    Machine cut = machine(2, program);
    whole.run(8, null);
    for (int n = 0; n < 8; n++) {
      cut.run(1, null);
    }
    assertThat(cut.isOn(1)).isTrue();
    for (var copy : SysRegs.copies()) {
      assertThat(cut.cores().get(1).sysRegs().rawGet(copy.register(), copy.secure()))
          .as(copy.toString())
          .isEqualTo(whole.cores().get(1).sysRegs().rawGet(copy.register(), copy.secure()));
    }
  }

  @Test
  void aFiqThatTheEntryOfAnIrqLeavesUnmaskedIsTakenAtOnce() throws Exception {
    Machine machine = machine(1, NOP, NOP, NOP);
    enableInterrupts(machine);
    Core core = machine.core();
    setTimer(core, 0);
    core.sysRegs().rawSet(SysRegs.byName("HCR"), 1 << 3 | 1 << 6); // FMO, VF
    core.setCpsr(Mode.SVC.encoding());
    machine.run(2, null);
    assertThat(core.mode()).isEqualTo(Mode.FIQ);
    assertThat(core.exceptionsSinceRetired()).isEqualTo(2);
  }

  @Test
  void aCoreThatTakesExceptionsForEverDoesNotHoldUpTheOthers() {
    int[] program = {
      0xe3000003, // movw r0, #3
      0xe3480400, // movt r0, #0x8400: CPU_ON
      0xe3a01001, // mov r1, #1
      0xe28f2008, // add r2, pc, #8
      0xe1600070, // smc #0
      ADD_R0,
      0xeafffffd, // b .-4
      0xe3a0020f, // mov r0, #0xf0000000
      0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
      0xe7f000f0 // udf #0
    };
    Machine whole = machine(2, program);
    Machine checked = machine(2, program);
    Machine cut = machine(2, program);
    whole.run(24_000, null);
    checked.run(24_000, core -> false);
    for (int n = 0; n < 24_000; n++) {
      cut.run(1, null);
    }
    assertThat(whole.core().retired()).isGreaterThan(20_000);
    for (Machine each : new Machine[] {checked, cut}) {
      assertThat(each.core().retired()).isEqualTo(whole.core().retired());
      assertThat(each.deviceState()).isEqualTo(whole.deviceState());
      assertThat(each.cores().get(0).r(0)).isEqualTo(whole.cores().get(0).r(0));
    }
  }
}
