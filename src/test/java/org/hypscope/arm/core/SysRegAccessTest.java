package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may access which system register, what is trapped to HYP with which syndrome, and effects.
 */
class SysRegAccessTest {
  @ParameterizedTest(name = "{0} {1} from {2}, Non-secure {3}, with {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "read,  HVBAR,   HYP, true,  -,        ok",
        "read,  HVBAR,   MON, true,  -,        ok",
        "read,  HVBAR,   SVC, true,  -,        undefined",
        "read,  SCR,     SVC, true,  -,        undefined",
        "read,  SCR,     HYP, true,  -,        undefined",
        "write, SCR,     SVC, false, -,        ok",
        "write, NSACR,   SVC, true,  -,        undefined",
        "read,  NSACR,   SVC, true,  -,        ok",
        "write, MIDR,    SVC, true,  -,        undefined",
        "read,  SCTLR,   USR, true,  -,        undefined",
        "read,  TPIDRURO, USR, true, -,        ok",
        "write, TPIDRURO, USR, true, -,        undefined",
        "write, SCTLR,   SVC, true,  HCR.TVM,  trapped",
        "read,  SCTLR,   SVC, true,  HCR.TVM,  ok",
        "write, SCTLR,   SVC, false, HCR.TVM,  ok",
        "write, SCTLR,   HYP, true,  HCR.TVM,  ok",
        "read,  ACTLR,   SVC, true,  HCR.TAC,  trapped",
        "read,  ID_PFR0, SVC, true,  HCR.TID3, trapped",
        "read,  CTR,     SVC, true,  HCR.TID2, trapped",
        "read,  TLBTR,   SVC, true,  HCR.TID1, trapped",
        "read,  JIDR,    SVC, true,  HCR.TID0, trapped",
        "read,  CPACR,   SVC, true,  HCPTR.TCPAC, trapped",
        "write, TLBIALL, SVC, true,  HCR.TTLB, trapped",
        "write, DCCISW,  SVC, true,  HCR.TSW,  trapped",
        "write, DCIMVAC, SVC, true,  HCR.TPC,  trapped",
        "write, ICIALLU, SVC, true,  HCR.TPU,  trapped",
        "read,  PMCR,    SVC, true,  HDCR.TPM, trapped",
        "read,  PMCR,    SVC, true,  HDCR.TPMCR, trapped",
        "read,  PMCNTENSET, SVC, true, HDCR.TPMCR, ok",
        "read,  DBGDIDR, SVC, true,  HDCR.TDA, trapped",
        "read,  DBGDRAR, SVC, true,  HDCR.TDRA, trapped",
        "read,  DBGOSLSR, SVC, true, HDCR.TDE, trapped",
        "read,  TEECR,   SVC, true,  HSTR.TTEE, trapped",
        "read,  TEECR,   USR, true,  -,        ok",
        "write, TEECR,   USR, true,  -,        undefined",
        "read,  TEEHBR,  USR, true,  TEECR.XED, undefined",
        "read,  JIDR,    SVC, true,  HSTR.TJDBX, trapped",
        "read,  DBGDIDR, USR, true,  DBGDSCRext.UDCCdis, undefined",
        "read,  TPIDRURW, USR, true, HSTR.T13, trapped",
        "read,  CONTEXTIDR, SVC, true, HSTR.T13, trapped",
        "read,  L2CTLR,  SVC, true,  HCR.TIDCP, trapped",
        "read,  PMCR,    USR, true,  -,        undefined",
        "read,  CNTFRQ,  USR, true,  -,        undefined",
        "read,  CNTFRQ,  USR, true,  CNTKCTL.PL0VCTEN, ok",
        "read,  CNTVCT,  USR, true,  CNTKCTL.PL0VCTEN, ok",
        "read,  CNTPCT,  USR, true,  CNTKCTL.PL0VCTEN, undefined",
        "read,  CNTPCT,  SVC, true,  no-CNTHCTL, trapped",
        "read,  CNTP_CTL, SVC, true, no-CNTHCTL, trapped",
        "read,  CNTV_CTL, SVC, true, no-CNTHCTL, ok",
        "write, CP15ISB, USR, true,  -,        ok",
      })
  void followsLevelsAndTraps(
      String direction, String name, Mode mode, boolean ns, String with, String outcome) {
    Rig rig = new Rig(mode, ns);
    if (with != null && with.startsWith("no-")) {
      rig.set(with.substring(3), 0);
    } else if (with != null) {
      String[] parts = with.split("\\.");
      rig.or(parts[0], 1L << SysRegs.byName(parts[0]).field(parts[1]).low());
    }
    int word = word(SysRegs.byName(name), direction.equals("read"));
    rig.execute(word);
    switch (outcome) {
      case "ok" -> assertThat(rig.core().pc()).isEqualTo(Rig.CODE + 4);
      case "undefined" -> assertThat(rig.core().pc() & 0xfff).isEqualTo(4);
      default -> {
        assertThat(rig.core().pc()).isEqualTo(0x3014);
        int hsr = (int) rig.get("HSR");
        assertThat(hsr >>> 20 & 0x3f).as("IL, CV and COND").isEqualTo(0x3e);
        assertThat(hsr & 1).as("direction").isEqualTo(direction.equals("read") ? 1 : 0);
      }
    }
  }

  @ParameterizedTest(name = "{0} from {1}, Non-secure {2}, HCR.TIDCP {3}: {4}")
  @CsvSource({
    "ee197f10, SVC, true,  true,  3014, fe024e1", // c9, c0: lockdown
    "ee197f10, SVC, true,  false, 1004, 0",
    "ee197f10, USR, true,  true,  1004, 0",
    "ee197f10, HYP, true,  true,  3004, 0",
    "ee197f10, SVC, false, true,  2004, 0",
    "ee097f18, SVC, true,  true,  3014, fe024f0", // c9, c8
    "ee097f13, SVC, true,  true,  1004, 0", // c9, c3
    "ee1a7f11, SVC, true,  true,  3014, fe028e3", // c10, c1
    "ee1a7f15, SVC, true,  true,  1004, 0", // c10, c5
    "ee1b7f1f, SVC, true,  true,  3014, fe02cff", // c11, c15
    "ee1b7f19, SVC, true,  true,  1004, 0", // c11, c9
    "ee197e10, SVC, true,  true,  1004, 0", // c9, c0 of CP14
    "ec597f09, SVC, true,  true,  1004, 0" // a 64-bit access
  })
  void whatIsLeftToTheImplementationIsTrappedEvenIfAbsent(
      String word, Mode mode, boolean ns, boolean tidcp, String pc, String hsr) {
    Rig rig = new Rig(mode, ns).or("HCR", tidcp ? 1 << 20 : 0);
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(Integer.toHexString(rig.core().pc())).isEqualTo(pc);
    assertThat(Long.toHexString(rig.get("HSR"))).isEqualTo(hsr);
  }

  @ParameterizedTest(name = "{0} from {1}, Non-secure {2}: reported {3}")
  @CsvSource({
    "ee9c0f10, SVC, false, true", // HVBAR
    "ee9c0f10, MON, true,  false",
    "ee9c0f10, HYP, true,  false",
    "ee1c0f10, SVC, false, false" // VBAR
  })
  void registersOfHypFromSecureModesAreReported(
      String word, Mode mode, boolean ns, boolean reported) {
    Rig rig = new Rig(mode, ns).execute(Integer.parseUnsignedInt(word, 16));
    assertThat(rig.unpredictable()).hasSize(reported ? 1 : 0);
  }

  @Test
  void trapSyndromesNameTheAccess() {
    Rig rig = new Rig(Mode.SVC, true).or("HSTR", 1 << 2);
    rig.execute(0xee024f50); // mcr p15, 0, r4, c2, c0, 2
    assertThat(rig.get("HSR")).isEqualTo(0x0fe4_0880L);

    Rig wide = new Rig(Mode.SVC, true).or("HSTR", 1 << 2);
    wide.execute(0xec554f12); // mrrc p15, 1, r4, r5, c2
    assertThat(wide.get("HSR")).isEqualTo(0x13e1_1485L);
  }

  @ParameterizedTest(name = "BXJ from {0}, Non-secure {1}")
  @CsvSource({"SVC, true, 2be00003", "USR, true, 2be00003", "SVC, false, 0", "HYP, true, 0"})
  void bxjIsTrappedWithItsRegister(Mode mode, boolean ns, String hsr) {
    Rig rig = new Rig(mode, ns).or("HSTR", 1 << 17);
    rig.core().setR(3, 0x6000);
    rig.execute(0xe12fff23); // bxj r3
    assertThat(rig.get("HSR")).isEqualTo(Long.parseLong(hsr, 16));
    assertThat(rig.core().pc()).isEqualTo(hsr.equals("0") ? 0x6000 : 0x3014);
  }

  @Test
  void theDebugChannelTransfersFromAndToMemory() {
    Rig rig = new Rig(Mode.SVC, true).set("DBGDTRRXext", 0x1234_5678L);
    rig.bus().words(Rig.DATA, 0x55, 0);
    rig.core().setR(1, Rig.DATA);
    rig.execute(0xecb15e01); // ldc p14, c5, [r1], #4
    rig.execute(0xed815e00); // stc p14, c5, [r1]
    assertThat(rig.get("DBGDTRTXext")).isEqualTo(0x55);
    assertThat(rig.bus().word(Rig.DATA + 4)).isEqualTo(0x1234_5678);
    rig.execute(0xed916e00); // ldc p14, c6, [r1]
    assertThat(rig.core().pc()).isEqualTo(0x1004);
  }

  @ParameterizedTest
  @CsvSource({
    "ed115e03, 1be03025",
    "ecb15e01, 1be01033",
    "ed815e00, 1be00034",
    "eda15e02, 1be02036",
    "ed9f5e02, 1be021fd",
  })
  void theDebugChannelIsTrappedWithItsAddressingMode(String word, String hsr) {
    Rig rig = new Rig(Mode.SVC, true).or("HDCR", 1 << 9);
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(rig.get("HSR")).isEqualTo(Long.parseLong(hsr, 16));
  }

  @Test
  void claimTagsAreSetAndClearedByBit() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(0, 0x15);
    rig.core().setR(1, 0x05);
    rig.execute(0xee070ed8); // mcr p14, 0, r0, c7, c8, 6
    rig.execute(0xee071ed9); // mcr p14, 0, r1, c7, c9, 6
    rig.execute(0xee172ed9); // mrc p14, 0, r2, c7, c9, 6
    rig.execute(0xee173ed8); // mrc p14, 0, r3, c7, c8, 6
    assertThat(rig.core().r(2)).isEqualTo(0x10);
    assertThat(rig.core().r(3)).isEqualTo(0xff);
  }

  @Test
  void bankedRegistersGoByScrNs() {
    Rig monitor = new Rig(Mode.MON, true);
    monitor.core().setR(0, 0x5000);
    monitor.execute(0xee0c0f10); // mcr p15, 0, r0, c12, c0, 0
    assertThat(monitor.get("VBAR")).isEqualTo(0x5000);
    assertThat(monitor.get("VBAR(S)")).isEqualTo(0x2000);
  }

  @Test
  void lowBitsOfVectorBasesDoNotStick() {
    Rig rig = new Rig(Mode.HYP, true);
    rig.core().setR(0, 0x4001_0013);
    rig.execute(0xee8c0f10); // mcr p15, 4, r0, c12, c0, 0
    assertThat(rig.get("HVBAR")).isEqualTo(0x4001_0000L);
  }

  @Test
  void nonSecurePl1ReadsTheVirtualIdentity() {
    Rig rig = new Rig(Mode.SVC, true).set("VPIDR", 0x1234);
    rig.execute(0xee100f10); // mrc p15, 0, r0, c0, c0, 0
    assertThat(rig.core().r(0)).isEqualTo(0x1234);
    Rig hyp = new Rig(Mode.HYP, true).set("VPIDR", 0x1234);
    hyp.execute(0xee100f10);
    assertThat(hyp.core().r(0)).isEqualTo(0x414f_c0f0);
  }

  @Test
  void mrcToR15SetsTheFlags() {
    Rig rig = new Rig(Mode.SVC, true).set("TPIDRPRW", 0xa000_0000L);
    rig.execute(0xee1dff90); // mrc p15, 0, APSR_nzcv, c13, c0, 4
    assertThat(rig.core().cpsr() >>> 28).isEqualTo(0xa);
    assertThat(rig.core().pc()).isEqualTo(Rig.CODE + 4);
  }

  @Test
  void translationOperationsAnswerWithTheMmuOff() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(0, 0x4567_8abc);
    rig.execute(0xee070f98); // mcr p15, 0, r0, c7, c8, 4: ATS12NSOPR is not for PL1
    assertThat(rig.core().mode()).isEqualTo(Mode.UND);
    Rig allowed = new Rig(Mode.SVC, true);
    allowed.core().setR(0, 0x4567_8abc);
    allowed.execute(0xee070f18); // mcr p15, 0, r0, c7, c8, 0
    assertThat(allowed.get("PAR")).isEqualTo(0x4567_8290L); // Strongly-ordered
  }

  private static int word(SysReg row, boolean read) {
    Encoding e = row.encodings().get(0);
    int direction = read ? 1 << 20 : 0;
    return e.wide()
        ? 0xec410000 | direction | e.cp() << 8 | e.opc1() << 4 | e.crm()
        : 0xee000010
            | direction
            | e.opc1() << 21
            | e.crn() << 16
            | e.cp() << 8
            | e.opc2() << 5
            | e.crm();
  }
}
