package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A condition may look at some bits of a register only. */
class ConditionTest {
  @Test
  void aMaskLeavesTheOtherBitsOut() {
    Condition low = Condition.parse("r0 & 0xff == 0x20");

    assertThat(low.holds(new int[] {0x20})).isTrue();
    assertThat(low.holds(new int[] {0x1234_5620})).isTrue();
    assertThat(low.holds(new int[] {0x21})).isFalse();
    assertThat(low.selects(0)).isTrue();
  }

  @Test
  void ordersAndRangesTakeAMaskToo() {
    assertThat(Condition.parse("r12 & 0xff >= 0x80").holds(registers(0x7780))).isTrue();
    assertThat(Condition.parse("r12 & 0xff >= 0x80").holds(registers(0x7f))).isFalse();
    assertThat(Condition.parse("r12 & 0xff in 2..4").holds(registers(0x103))).isTrue();
    assertThat(Condition.parse("r12 & 0xff in 2..4").holds(registers(0x105))).isFalse();
  }

  private static int[] registers(int last) {
    int[] registers = new int[13];
    registers[12] = last;
    return registers;
  }
}
