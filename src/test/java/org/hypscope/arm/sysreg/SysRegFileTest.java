package org.hypscope.arm.sysreg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Copies of the register file share their values until one side writes. */
class SysRegFileTest {
  @Test
  void aCopyDoesNotFollowTheOriginalNorTheOtherWayRound() {
    SysRegFile file = new SysRegFile();
    file.rawSet(HypRegs.HVBAR, 0x1000);
    SysRegFile copy = file.copy();
    file.rawSet(HypRegs.HVBAR, 0x2000);
    assertThat(copy.rawGet(HypRegs.HVBAR)).isEqualTo(0x1000);
    copy.rawSet(HypRegs.HVBAR, 0x3000);
    assertThat(file.rawGet(HypRegs.HVBAR)).isEqualTo(0x2000);
  }

  @Test
  void changesAreNamedByCopy() {
    SysRegFile before = new SysRegFile();
    SysRegFile after = before.copy();
    assertThat(after.changedSince(before)).isEmpty();
    after.rawSet(SecurityRegs.VBAR, true, 0x20);
    after.rawSet(HypRegs.HVBAR, 0x40);
    assertThat(after.changedSince(before))
        .extracting(SysRegCopy::name)
        .containsExactlyInAnyOrder("VBAR(S)", "HVBAR");
  }

  @Test
  void thirtyTwoBitRegistersKeepThirtyTwoBits() {
    SysRegFile file = new SysRegFile();
    file.rawSet(HypRegs.HCR, -1);
    file.rawSet(HypRegs.VTTBR, -1);
    assertThat(file.rawGet(HypRegs.HCR)).isEqualTo(0xffff_ffffL);
    assertThat(file.rawGet(HypRegs.VTTBR)).isEqualTo(-1);
  }

  @Test
  void hypFaultAddressesAreTheSecureCopiesOfPl1() {
    SysRegFile file = new SysRegFile();
    file.rawSet(HypRegs.HDFAR, 0x1234);
    assertThat(file.rawGet(TranslationRegs.DFAR, true)).isEqualTo(0x1234);
    assertThat(file.rawGet(TranslationRegs.DFAR, false)).isZero();
  }
}
