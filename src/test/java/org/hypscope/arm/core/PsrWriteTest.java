package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CPSRWriteByInstr(), SPSRWriteByInstr() and exception returns (ARM ARM B1.3.3, B9.3). */
class PsrWriteTest {
  private static final int MSR_CPSR_R0 = 0xe12ff000;
  private static final int MSR_CPSR_C_R0 = 0xe121f000;
  private static final int MSR_CPSR_F_R0 = 0xe128f000;
  private static final int MSR_SPSR_R0 = 0xe16ff000;
  private static final int MRS_R0_CPSR = 0xe10f0000;
  private static final int MRS_R0_SPSR = 0xe14f0000;
  private static final int CPSID_AIF = 0xf10c01c0;
  private static final int ERET = 0xe160006e;
  private static final int MOVS_PC_LR = 0xe1b0f00e;
  private static final int RFEIA_R0 = 0xf8900a00;
  private static final int SRSIA_SVC = 0xf8cd0513;
  private static final int LDMIA_R0_RETURN = 0xe8d08002;
  private static final int LDMIA_R0_USER = 0xe8d06000;

  private static final int CPSIE_F = 0xf1080040;

  @ParameterizedTest(name = "MSR CPSR_{4}, {3} in {0} {1}: {5}")
  @CsvSource({
    // mode, NS, SCR bits, value, mask, result
    "SVC, true,  0, ffffffff, fsxc, f80f03df, false",
    "SVC, true,  0, 000001d0, c,    000000d0, false",
    "SVC, true,  0, f0000000, f,    f0000013, false",
    "USR, true,  0, ffffffff, fsxc, f80f0210, false",
    "SVC, true,  0, 00000016, c,    00000013, true",
    "SVC, false, 0, 00000016, c,    00000016, false",
    "SVC, true,  0, 0000001a, c,    00000013, true",
    "HYP, true,  0, 00000013, c,    0000001a, true",
    "HYP, true,  0, 0000009a, c,    0000009a, false",
    "MON, true,  0, 0000001a, c,    00000016, true",
    "MON, true,  0, 00000013, c,    00000013, false",
    "SVC, true,  0, 00000055, c,    00000053, true"
  })
  void msrWritesWhatTheModeMay(
      Mode mode, boolean ns, int scr, String value, String mask, String result, boolean reported) {
    Rig rig = new Rig(mode, ns);
    rig.core().setR(0, (int) Long.parseLong(value, 16));
    rig.execute(
        switch (mask) {
          case "c" -> MSR_CPSR_C_R0;
          case "f" -> MSR_CPSR_F_R0;
          default -> MSR_CPSR_R0;
        });
    assertThat(String.format("%08x", rig.core().cpsr())).isEqualTo(result);
    assertThat(rig.unpredictable()).hasSize(reported ? 1 : 0);
  }

  @Test
  void fiqsCannotBeMaskedWithNmfi() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.or("SCTLR", 1 << 27);
    rig.execute(CPSID_AIF);
    assertThat(rig.core().cpsr()).isEqualTo(0x193);
    rig.core().setCpsr(0x1d3);
    rig.execute(CPSIE_F);
    assertThat(rig.core().cpsr()).as("F can be cleared").isEqualTo(0x193);
  }

  @Test
  void cpsInUserModeDoesNothing() {
    Rig rig = new Rig(Mode.USR, true);
    rig.execute(CPSID_AIF);
    assertThat(rig.core().cpsr()).isEqualTo(0x10);
    assertThat(rig.core().pc()).isEqualTo(Rig.CODE + 4);
  }

  @Test
  void mrsHidesExecutionState() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setCpsr(0xffff_ffd3 & ~0x20);
    rig.execute(MRS_R0_CPSR);
    assertThat(rig.core().r(0)).isEqualTo(0xf80f_03d3);
  }

  @Test
  void spsrKeepsExecutionState() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(0, 0x0600_fc30);
    rig.execute(MSR_SPSR_R0);
    assertThat(rig.bank(Bank.SPSR_svc)).isEqualTo(0x0600_fc30);
  }

  @Test
  void spsrInUserModeIsUndefined() {
    Rig rig = new Rig(Mode.USR, true);
    rig.execute(MRS_R0_SPSR);
    assertThat(rig.core().mode()).isEqualTo(Mode.UND);
    assertThat(rig.unpredictable()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} in {1} with SPSR {2}: CPSR {3}")
  @CsvSource({
    "eret, HYP, 000000d3, 000000d3, 00007000",
    "eret, HYP, 800f03d0, 800f03d0, 00007000",
    "eret, SVC, 00000010, 00000010, 00006000",
    "eret, SVC, 0000001a, 00000013, 00006000",
    "eret, SVC, 00000016, 00000013, 00006000",
    "eret, MON, 0000001a, 0000001a, 00006000",
    "eret, SVC, 00000005, 00000013, 00006000",
    "eret, SVC, 00000030, 00000030, 00006002",
    "eret, SVC, 01000010, 00000010, 00006000", // Jazelle
    "eret, SVC, 01000030, 01000030, 00006002", // ThumbEE
    "eret, HYP, 01000030, 01000030, 00007002",
    "eret, SVC, 02000410, 00000010, 00006000", // ITSTATE without T32
    "eret, SVC, 0000a030, 00000030, 00006002", // an ITSTATE without instructions
    "eret, SVC, 02000430, 02000430, 00006002",
    "movs, SVC, 000001d2, 000001d2, 00006000",
    "movs, MON, 00000013, 00000013, 00006000"
  })
  void returnsRestoreCpsr(String how, Mode mode, String spsr, String cpsr, String pc) {
    Rig rig = new Rig(mode, true);
    rig.core().setSpsr((int) Long.parseLong(spsr, 16));
    rig.core().setR(14, 0x6002);
    rig.core().setBank(Bank.ELR_hyp, 0x7003);
    rig.execute(how.equals("eret") ? ERET : MOVS_PC_LR);
    assertThat(String.format("%08x", rig.core().cpsr())).isEqualTo(cpsr);
    assertThat(String.format("%08x", rig.core().pc())).isEqualTo(pc);
    assertThat(rig.heard()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} in {1}, SCR.NS {2}, HCR {3}, with {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "eret, SVC, true,  0, 00000010, -",
        "eret, SVC, true,  0, 00000030, -",
        "eret, SVC, true,  0, 02000830, -",
        "eret, HYP, true,  0, 00000013, -",
        "eret, MON, true,  0, 0000001a, -",
        "eret, MON, false, 0, 0000001a, HYP is returned to",
        "eret, SVC, false, 0, 0000001a, HYP is returned to",
        "eret, SVC, true,  0, 0000001a, HYP is returned to",
        "eret, SVC, true,  0, 00000016, Monitor mode is entered",
        "eret, SVC, false, 0, 00000016, -",
        "eret, SVC, true,  0, 00000015, CPSR.M is given a value",
        "eret, SVC, true,  0, 01000013, exception return to Jazelle state",
        "eret, SVC, true,  0, 01000033, exception return to ThumbEE state; it goes on",
        "eret, HYP, true,  0, 0100003a, exception return to ThumbEE state in HYP",
        "eret, SVC, true,  0, 00000813, exception return with an ITSTATE",
        "eret, SVC, true,  0, 00001033, exception return with an ITSTATE",
        "eret, MON, true,  8000000, 00000013, -",
        "msr,  MON, true,  8000000, 00000013, Monitor mode is left for a Non-secure PL1",
        "msr,  MON, true,  8000000, 00000010, -",
        "msr,  MON, true,  0,       00000013, -",
        "msr,  MON, false, 8000000, 00000013, -",
        "msr,  SVC, true,  8000000, 0000001f, -",
        "msr,  SVC, true,  0, 0000001a, HYP is entered other than by an exception",
        "msr,  HYP, true,  0, 00000013, HYP is left other than by an exception return",
        "msr,  SVC, true,  0, 00000001, CPSR.M is given a value"
      })
  void whatTheManualExcludesIsReported(
      String how, Mode mode, boolean ns, String hcr, String psr, String reason) {
    Rig rig = new Rig(mode, ns).set("HCR", Long.parseLong(hcr, 16));
    int value = (int) Long.parseLong(psr, 16);
    rig.core().setSpsr(value);
    rig.core().setR(0, value);
    rig.core().setR(14, 0x6000);
    rig.core().setBank(Bank.ELR_hyp, 0x6000);
    rig.execute(how.equals("eret") ? ERET : MSR_CPSR_C_R0);
    if (reason == null) {
      assertThat(rig.unpredictable()).isEmpty();
      assertThat(rig.core().mode()).isEqualTo(Mode.of(value));
    } else {
      assertThat(rig.unpredictable()).singleElement().asString().startsWith(reason);
    }
  }

  @Test
  void aReturnIsToldWithBothModesAndItsTarget() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setSpsr(0x10);
    rig.core().setR(14, 0x6000);
    rig.execute(ERET);
    assertThat(rig.heard()).containsExactly("return from SVC to USR at 6000");
  }

  @ParameterizedTest(name = "{0} in HYP is UNDEFINED")
  @CsvSource({"e1b0f00e", "f8900a00", "f8cd0513", "e8d08002", "e8d06000", "e8c06000"})
  void returnsOfOtherModesAreUndefinedInHyp(String word) {
    Rig rig = new Rig(Mode.HYP, true);
    rig.core().setR(0, Rig.DATA);
    rig.execute((int) Long.parseLong(word, 16));
    assertThat(rig.core().pc()).isEqualTo(0x3004);
  }

  @Test
  void rfeLoadsPcAndCpsr() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.bus().words(Rig.DATA, 0x6000, 0x0000_0010);
    rig.core().setR(0, Rig.DATA);
    rig.execute(RFEIA_R0);
    assertThat(rig.core().mode()).isEqualTo(Mode.USR);
    assertThat(rig.core().pc()).isEqualTo(0x6000);
  }

  @Test
  void srsStoresOnTheStackOfTheModeNamed() {
    Rig rig = new Rig(Mode.IRQ, true);
    rig.core().setBank(Bank.SP_svc, Rig.DATA);
    rig.core().setR(14, 0x1234);
    rig.core().setSpsr(0x10);
    rig.execute(SRSIA_SVC);
    assertThat(rig.bus().word(Rig.DATA)).isEqualTo(0x1234);
    assertThat(rig.bus().word(Rig.DATA + 4)).isEqualTo(0x10);
  }

  @Test
  void ldmReturnLoadsThisModesRegistersAndLeaves() {
    Rig rig = new Rig(Mode.FIQ, true);
    rig.bus().words(Rig.DATA, 0x11, 0x6000);
    rig.core().setR(0, Rig.DATA);
    rig.core().setSpsr(0x10);
    rig.execute(LDMIA_R0_RETURN);
    assertThat(rig.core().r(1)).isEqualTo(0x11);
    assertThat(rig.core().mode()).isEqualTo(Mode.USR);
    assertThat(rig.core().pc()).isEqualTo(0x6000);
  }

  @Test
  void ldmUserLoadsTheUserBank() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.bus().words(Rig.DATA, 0x22, 0x33);
    rig.core().setR(0, Rig.DATA);
    rig.execute(LDMIA_R0_USER);
    assertThat(rig.bank(Bank.SP_usr)).isEqualTo(0x22);
    assertThat(rig.bank(Bank.LR_usr)).isEqualTo(0x33);
    assertThat(rig.bank(Bank.SP_svc)).isZero();
  }

  @Test
  void anAbortInLdmReturnChangesNothing() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(0, Rig.NOWHERE);
    rig.core().setR(1, 0x77);
    rig.execute(LDMIA_R0_RETURN);
    assertThat(rig.core().mode()).isEqualTo(Mode.ABT);
    assertThat(rig.core().r(1)).isEqualTo(0x77);
    assertThat(rig.core().r(0)).isEqualTo(Rig.NOWHERE);
  }
}
