package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cache maintenance by address is translated, and its faults are Data Aborts that say so (ARM ARM
 * B3.12.3); QEMU translates nothing here.
 */
class CacheMaintenanceTest {
  private static final int ABSENT = 0x0080_0123;

  @ParameterizedTest
  @ValueSource(strings = {"DCIMVAC", "DCCMVAC", "DCCMVAU", "DCCIMVAC", "ICIMVAU"})
  void anAddressThatNothingMapsIsADataAbort(String operation) {
    AddressSpace space = new AddressSpace(true);
    execute(space, operation, ABSENT);
    assertThat(space.core.pc()).isEqualTo(0x1010);
    assertThat(space.rig.get("DFSR")).as("CM, WnR and the status").isEqualTo(0x2805);
    assertThat(space.rig.get("DFAR")).isEqualTo(ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DCCMVAC", "ICIMVAU"})
  void permissionsAreNotAsked(String operation) {
    AddressSpace space = new AddressSpace(true);
    space.rig.bus().words(0x2_0000, AddressSpace.A | 2);
    execute(space, operation, AddressSpace.PAGES);
    assertThat(space.core.pc()).isEqualTo(Rig.CODE + 4);
  }

  @Test
  void aFaultOfStage2IsHyps() {
    AddressSpace space = new AddressSpace(true).machine(1).set("SCTLR", 0);
    execute(space, "DCCMVAC", ABSENT);
    assertThat(space.core.mode()).isEqualTo(Mode.HYP);
    assertThat(space.core.pc()).isEqualTo(0x3014);
    assertThat(space.rig.get("HPFAR")).isEqualTo(0x8000);
    assertThat(space.rig.get("HDFAR")).isEqualTo(ABSENT);
    assertThat(space.rig.get("HSR")).as("CM, WnR and the status").isEqualTo(0x9000_0146L);
  }

  private static void execute(AddressSpace space, String operation, int address) {
    Encoding at = SysRegs.byName(operation).encodings().get(0);
    space.core.setR(0, address);
    space.rig.execute(0xee000f10 | at.crn() << 16 | at.opc2() << 5 | at.crm());
  }
}
