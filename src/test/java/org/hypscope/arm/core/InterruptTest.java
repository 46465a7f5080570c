package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.InterruptInputs.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Physical interrupts by routing, and the virtual ones that HYP holds pending (B1.8.10, B1.8.11).
 */
class InterruptTest {
  private static final int ERET = 0xe160006e;
  private static final int NOP = 0xe320f000;
  private static final int WFI = 0xe320f003;
  private static final int CPSIE_I = 0xf1080080;

  @ParameterizedTest(name = "HCR {0}, masks {1}: {2} at {3}")
  @CsvSource({
    // HCR.VI 80, IMO 10; VF 40, FMO 8; VA 100, AMO 20
    "90,  000, IRQ, 1018",
    "48,  000, FIQ, 101c",
    "120, 000, ABT, 1010",
    "d8,  000, FIQ, 101c",
    "d8,  040, IRQ, 1018",
    "90,  080, SVC, 6004",
    "80,  000, SVC, 6004",
    "10,  000, SVC, 6004"
  })
  void virtualInterruptsAreTakenOnTheReturnToPl1(String hcr, String masks, Mode to, String pc) {
    Rig rig = new Rig(Mode.HYP, true).set("HCR", Long.parseLong(hcr, 16));
    rig.core().setSpsr(0x13 | Integer.parseInt(masks, 16));
    rig.core().setBank(Bank.ELR_hyp, 0x6000);
    rig.bus().words(0x6000, NOP);
    rig.bus().words(rig.core().pc(), ERET);
    rig.core().run(2, null);
    assertThat(rig.core().mode()).isEqualTo(to);
    assertThat(Integer.toHexString(rig.core().pc())).isEqualTo(pc);
    if (to == Mode.IRQ || to == Mode.FIQ) {
      assertThat(rig.core().r(14)).isEqualTo(0x6004);
      assertThat(rig.core().exceptionsSinceRetired()).isEqualTo(1);
    }
  }

  @Test
  void unmaskingLetsAVirtualIrqIn() {
    Rig rig = new Rig(Mode.SVC, true).set("HCR", 0x90);
    rig.core().setCpsr(0x93);
    rig.bus().words(Rig.CODE, CPSIE_I, NOP);
    assertThat(rig.core().run(1, null)).isEqualTo(StopCause.STEPS);
    assertThat(rig.core().mode()).isEqualTo(Mode.SVC);
    rig.core().run(1, null);
    assertThat(rig.core().mode()).isEqualTo(Mode.IRQ);
    assertThat(rig.core().r(14)).isEqualTo(Rig.CODE + 8);
  }

  @Test
  void leavingSecureStateByScrLetsAVirtualIrqIn() {
    Rig rig = new Rig(Mode.SVC, false).set("HCR", 0x90);
    rig.core().setR(0, 1);
    rig.bus().words(Rig.CODE, 0xee010f11, NOP); // mcr p15, 0, r0, c1, c1, 0
    rig.core().run(2, null);
    assertThat(rig.core().mode()).isEqualTo(Mode.IRQ);
    assertThat(rig.core().r(14)).isEqualTo(Rig.CODE + 8);
  }

  @Test
  void aStopCheckSeesTheVectorOfAnInterruptTakenFirst() {
    Rig rig = new Rig(Mode.SVC, true).set("HCR", 0x90);
    rig.bus().words(0x1018, NOP);
    StopCause cause = rig.core().run(10, core -> core.pc() == 0x1018);
    assertThat(cause).isEqualTo(StopCause.CHECK);
    assertThat(rig.core().pc()).isEqualTo(0x1018);
  }

  @ParameterizedTest(name = "FIQ {0} in {1}, SCR {2}, HCR {3}: {4} at {5}")
  @CsvSource({
    "false, SVC, 000, 00, IRQ, 1018, 8004",
    "true,  SVC, 000, 00, FIQ, 101c, 8004",
    "false, SVC, 000, 10, HYP, 3018, 8000",
    "true,  USR, 000, 08, HYP, 301c, 8000",
    "false, HYP, 000, 00, HYP, 3018, 8000",
    "false, SVC, 002, 10, MON, 4018, 8004",
    "true,  HYP, 004, 00, MON, 401c, 8004"
  })
  void physicalInterruptsFollowScrThenHcr(
      boolean fiq, Mode mode, String scr, String hcr, Mode to, String pc, String link) {
    Rig rig = new Rig(mode, true).or("SCR", Long.parseLong(scr, 16));
    rig.set("HCR", Long.parseLong(hcr, 16));
    if (fiq) {
      rig.core().exceptions().takePhysicalFiq();
    } else {
      rig.core().exceptions().takePhysicalIrq();
    }
    assertThat(rig.core().mode()).isEqualTo(to);
    assertThat(Integer.toHexString(rig.core().pc())).isEqualTo(pc);
    int left = to == Mode.HYP ? rig.bank(Bank.ELR_hyp) : rig.core().r(14);
    assertThat(Integer.toHexString(left)).isEqualTo(link);
  }

  @ParameterizedTest(name = "{0} in {1}, CPSR {2}, SCR {3}, HCR {4}: to {5}")
  @CsvSource({
    // CPSR.A 100, I 80, F 40; SCR.IRQ 2, FIQ 4, FW 10; HCR.FMO 8, IMO 10
    "IRQ, SVC, 000, 000, 00, IRQ",
    "IRQ, SVC, 080, 000, 00, -",
    "IRQ, SVC, 080, 000, 10, HYP",
    "IRQ, USR, 0c0, 000, 10, HYP",
    "IRQ, HYP, 000, 000, 00, HYP",
    "IRQ, HYP, 080, 000, 10, -",
    "IRQ, HYP, 080, 002, 10, MON",
    "IRQ, SVC, 080, 002, 00, -",
    "IRQ, SVC, 080, 002, 10, MON",
    "FIQ, SVC, 040, 000, 00, -",
    "FIQ, SVC, 040, 000, 08, HYP",
    "FIQ, SVC, 040, 004, 00, MON",
    "FIQ, SVC, 040, 014, 00, -",
    "FIQ, HYP, 040, 004, 00, MON",
    "VIRTUAL_IRQ, SVC, 000, 000, 10, IRQ",
    "VIRTUAL_IRQ, SVC, 000, 000, 00, -",
    "VIRTUAL_IRQ, SVC, 080, 000, 10, -",
    "VIRTUAL_IRQ, HYP, 000, 000, 10, -",
    "VIRTUAL_FIQ, USR, 000, 000, 08, FIQ"
  })
  void anInputInterruptsWhereNothingMasksIt(
      Input input, Mode mode, String cpsr, String scr, String hcr, String to) {
    Rig rig = new Rig(mode, true).or("SCR", Long.parseLong(scr, 16));
    rig.set("HCR", Long.parseLong(hcr, 16));
    rig.core().setCpsr(mode.encoding() | Integer.parseInt(cpsr, 16));
    rig.core().interrupts().drive(input, true);
    rig.execute(NOP);
    boolean taken = rig.core().retired() == 0;
    assertThat(taken ? rig.core().mode().name() : "-").isEqualTo(to);
  }

  @ParameterizedTest(name = "IRQ {0}, HCR.IMO {1}, from PL1 {2}: {3}")
  @CsvSource({"true, 0, true, 80", "true, 10, true, 0", "true, 10, false, 80", "false, 0, true, 0"})
  void isrShowsWhatIsPendingForTheReader(boolean line, String hcr, boolean pl1, String isr) {
    Rig rig = new Rig(Mode.SVC, true).set("HCR", Long.parseLong(hcr, 16));
    rig.core().interrupts().drive(Input.IRQ, line);
    assertThat(rig.core().interrupts().status(pl1)).isEqualTo(Integer.parseInt(isr, 16));
  }

  @Test
  void wfiEndsAtAnInterruptThatIsMasked() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setCpsr(0xd3);
    rig.bus().words(Rig.CODE, WFI, WFI);
    assertThat(rig.core().run(10, null)).isEqualTo(StopCause.WAITING);
    assertThat(rig.core().sleep().ends()).isFalse();
    rig.core().interrupts().drive(Input.IRQ, true);
    assertThat(rig.core().sleep().ends()).isTrue();
    assertThat(rig.core().run(1, null)).as("the second need not wait").isEqualTo(StopCause.STEPS);
    assertThat(rig.core().pc()).isEqualTo(Rig.CODE + 8);
  }

  @Test
  void wfeEndsAtAnEventOrAnInterruptThatIsTaken() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setCpsr(0xd3);
    rig.core().sleep().untilEvent();
    rig.core().interrupts().drive(Input.IRQ, true);
    assertThat(rig.core().sleep().ends()).as("masked").isFalse();
    rig.core().setCpsr(0x53);
    assertThat(rig.core().sleep().ends()).isTrue();
    rig.core().interrupts().drive(Input.IRQ, false);
    rig.core().sleep().untilEvent();
    rig.core().eventRegister().signal();
    assertThat(rig.core().sleep().ends()).isTrue();
    assertThat(rig.core().eventRegister().isSet()).isFalse();
  }
}
