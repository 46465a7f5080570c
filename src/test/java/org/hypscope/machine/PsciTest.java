package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.core.Core;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Power control answers as QEMU's virt board does, and touches r0 alone. */
class PsciTest {
  private final Core core =
      Machine.create(Boards.standard(), TestPrograms.of(0xeafffffe).image()).core();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "VERSION,              84000000, 0,        10001",
    "CPU_ON this core,     84000003, 0,        fffffffc",
    "CPU_ON another,       84000003, 1,        fffffffe",
    "AFFINITY_INFO,        84000004, 0,        0",
    "AFFINITY_INFO of 1,   84000004, 1,        fffffffe",
    "MIGRATE,              84000005, 0,        ffffffff",
    "MIGRATE_INFO_TYPE,    84000006, 0,        2",
    "FEATURES of VERSION,  8400000a, 84000000, 0",
    "FEATURES of MIGRATE,  8400000a, 84000005, ffffffff",
    "CPU_SUSPEND too deep, 84000001, 1000000,  fffffffe",
    "CPU_SUSPEND standby,  84000001, 1,        0",
    "unknown,              8400ffff, 0,        ffffffff",
    "zero,                 0,        0,        ffffffff"
  })
  void anSmcIsAnsweredInR0(String what, String function, String argument, String result) {
    core.setR(0, word(function));
    core.setR(1, word(argument));
    core.setR(2, 22);
    core.setR(3, 33);
    assertThat(core.firmware().call(core, 0)).isTrue();
    assertThat(core.r(0)).as(what).isEqualTo(word(result));
    assertThat(core.r(1)).isEqualTo(word(argument));
    assertThat(core.r(2)).isEqualTo(22);
    assertThat(core.r(3)).isEqualTo(33);
  }

  private static int word(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }
}
