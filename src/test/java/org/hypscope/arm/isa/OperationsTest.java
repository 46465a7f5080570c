package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corners of flags, shifts and saturation, and what a fault leaves behind. */
class OperationsTest {
  private static final int CODE = 0x40000000;
  private static final int DATA = 0x40001000;
  private static final int NOWHERE = 0x50000000;

  private final FlatBus bus = new FlatBus(0x4000);
  private final Core core = new Core(A32.decoder(), new SysRegFile(), bus, null);

  private void execute(int word) {
    bus.setWord(CODE, word);
    core.flushPageCache();
    core.setPc(CODE);
    core.run(1, null);
  }

  private static int hex(String text) {
    return Integer.parseUnsignedInt(text, 16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adds: carry and zero           | e0910002 | ffffffff | 00000001 | 00000013 | 00000000 | 6",
        "adds: overflow                 | e0910002 | 7fffffff | 00000001 | 00000013 | 80000000 | 9",
        "subs: no borrow sets C         | e0510002 | 00000005 | 00000005 | 00000013 | 00000000 | 6",
        "subs: borrow clears C          | e0510002 | 00000000 | 00000001 | 20000013 | ffffffff | 8",
        "sbcs: borrow comes in          | e0d10002 | 00000005 | 00000004 | 00000013 | 00000000 | 6",
        "adcs: carry through all bits   | e0b10002 | ffffffff | ffffffff | 20000013 | ffffffff | a",
        "movs lsl #1: C is bit 31       | e1b00082 | 00000000 | 80000000 | 00000013 | 00000000 | 6",
        "lsr #32: zero, C is bit 31     | e1b00022 | 00000000 | 80000000 | 00000013 | 00000000 | 6",
        "asr #32: the sign everywhere   | e1b00042 | 00000000 | 80000000 | 00000013 | ffffffff | a",
        "rrx: C comes in, bit 0 out     | e1b00062 | 00000000 | 00000001 | 20000013 | 80000000 | a",
        "lsl by register, 0: C stays    | e1b00112 | 00000000 | 80000000 | 20000013 | 80000000 | a",
        "lsl by register, 32            | e1b00112 | 00000020 | 00000001 | 00000013 | 00000000 | 6",
        "lsl by register, 33            | e1b00112 | 00000021 | 00000001 | 20000013 | 00000000 | 4",
        "ror by register, 32: C is top  | e1b00172 | 00000020 | 80000001 | 00000013 | 80000001 | a",
        "muls leaves C and V            | e0100291 | ffffffff | 00000001 | 30000013 | ffffffff | b",
        "qadd saturates and sets Q only | e1020051 | 7fffffff | 00000001 | 00000013 | 7fffffff | 0",
        "sdiv of MIN by -1 wraps        | e710f211 | 80000000 | ffffffff | 00000013 | 80000000 | 0",
        "udiv by zero gives zero        | e730f211 | 80000000 | 00000000 | 00000013 | 00000000 | 0",
      })
  void resultsAndFlags(
      String what, String word, String r1, String r2, String cpsr, String r0, String nzcv) {
    core.setCpsr(hex(cpsr));
    core.setR(1, hex(r1));
    core.setR(2, hex(r2));
    execute(hex(word));
    assertThat(Integer.toHexString(core.r(0))).as(what).isEqualTo(Integer.toHexString(hex(r0)));
    assertThat(core.cpsr() >>> 28).as(what).isEqualTo(hex(nzcv));
  }

  @Test
  void aLoadThatFaultsLeavesItsBase() {
    core.setR(1, NOWHERE);
    execute(0xe4910004);
    assertThat(core.mode()).isEqualTo(Mode.ABT);
    assertThat(core.rmode(1, Mode.SVC)).isEqualTo(NOWHERE);
  }

  @Test
  void aBlockLoadThatFaultsHalfwayLeavesItsBase() {
    core.setR(1, 0x40003ff8);
    execute(0xe891001e);
    assertThat(core.mode()).isEqualTo(Mode.ABT);
    assertThat(core.r(1)).isEqualTo(0x40003ff8);
  }

  @Test
  void aStoreMultipleStoresTheBaseAsItWas() {
    core.setR(1, DATA);
    core.setR(2, 7);
    execute(0xe8a10006);
    assertThat(bus.getWord(DATA)).isEqualTo(DATA);
    assertThat(bus.getWord(DATA + 4)).isEqualTo(7);
    assertThat(core.r(1)).isEqualTo(DATA + 8);
  }

  @Test
  void aStoreExclusiveNeedsItsLoadExclusive() {
    core.setR(1, DATA);
    core.setR(2, 7);
    execute(0xe1810f92);
    assertThat(core.r(0)).isEqualTo(1);
    assertThat(bus.getWord(DATA)).isZero();
    execute(0xe1913f9f);
    execute(0xe1810f92);
    assertThat(core.r(0)).isZero();
    assertThat(bus.getWord(DATA)).isEqualTo(7);
  }

  @Test
  void anUnpredictableWordThatQemuRefusesIsUndefined() {
    core.setR(4, DATA);
    execute(0xe1c410d0);
    assertThat(core.mode()).isEqualTo(Mode.UND);
  }

  @Test
  void swapIsUndefinedUntilItIsEnabled() {
    core.setR(2, DATA);
    execute(0xe1020091);
    assertThat(core.mode()).isEqualTo(Mode.UND);
  }

  @Test
  void aWordThatNoRowMatchesIsUndefined() {
    execute(0xf7ffffff);
    assertThat(core.mode()).isEqualTo(Mode.UND);
  }

  @Test
  void codeThatIsOverwrittenIsDecodedAgain() {
    int store = CODE + 4;
    bus.setWord(store, 0xe5812000);
    execute(0xe3a00001);
    core.setR(1, CODE);
    core.setR(2, 0xe3a00002);
    core.run(1, null);
    core.setPc(CODE);
    core.run(1, null);
    assertThat(core.r(0)).isEqualTo(2);
  }
}
