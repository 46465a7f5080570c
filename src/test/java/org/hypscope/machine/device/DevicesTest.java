package org.hypscope.machine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes into a UART, and when a clock rings: what programs beside QEMU cannot show. */
class DevicesTest {
  private static final int FR_EMPTY = 1 << 4;
  private static final int FR_FULL = 1 << 6;
  private static final long SECOND = 1_000_000_000;
  private static final int EPOCH = 1_672_531_200;

  private final List<Integer> sent = new ArrayList<>();
  private boolean line;
  private long time;
  private int plans;

  private final Pl011 uart = new Pl011(sent::add, on -> line = on);
  private final Pl031 clock = new Pl031(EPOCH, () -> time, on -> line = on, () -> plans++);

  @Test
  void bytesThatFindNoRoomWaitOnTheWire() {
    uart.write(0x38, 4, 1 << 4);
    "ab".chars().forEach(uart::receive);
    assertThat(line).isTrue();
    assertThat(uart.read(0x18, 4) & (FR_EMPTY | FR_FULL)).as("no FIFO").isEqualTo(FR_FULL);
    assertThat(uart.read(0x00, 4)).isEqualTo('a');
    assertThat(uart.read(0x40, 4)).isEqualTo(1 << 4);
    assertThat(uart.read(0x00, 4)).isEqualTo('b');
    assertThat(line).isFalse();
    assertThat(uart.read(0x18, 4) & (FR_EMPTY | FR_FULL)).isEqualTo(FR_EMPTY);
  }

  @Test
  void theFifoHoldsSixteen() {
    uart.write(0x2c, 4, 0x70);
    for (int n = 0; n < 20; n++) {
      assertThat(uart.read(0x18, 4) & FR_FULL).isEqualTo(n < 16 ? 0 : FR_FULL);
      uart.receive(n);
    }
    for (int n = 0; n < 20; n++) {
      assertThat(uart.read(0x00, 4)).isEqualTo(n);
    }
    assertThat(uart.read(0x18, 4) & FR_EMPTY).isNotZero();
  }

  @Test
  void aCopyHasWhatWasNotYetRead() {
    "xyz".chars().forEach(uart::receive);
    Pl011 copy = new Pl011(sent::add, on -> line = on);
    State.give(copy, State.of(uart));
    assertThat(uart.read(0x00, 4)).isEqualTo('x');
    assertThat(copy.read(0x00, 4)).isEqualTo('x');
    assertThat(copy.read(0x00, 4)).isEqualTo('y');
    assertThat(State.of(copy)).isNotEqualTo(State.of(uart));
  }

  @Test
  void theClockCountsSecondsOfVirtualTime() {
    assertThat(clock.read(0x00, 4)).isEqualTo(EPOCH);
    time = 3 * SECOND - 1;
    assertThat(clock.read(0x00, 4)).isEqualTo(EPOCH + 2);
    clock.write(0x08, 4, 1000);
    time += 5 * SECOND;
    assertThat(clock.read(0x00, 4)).isEqualTo(1005);
  }

  @Test
  void theAlarmRingsAtItsSecond() {
    clock.write(0x10, 4, 1);
    time = SECOND / 2;
    clock.write(0x04, 4, EPOCH + 2);
    assertThat(plans).isEqualTo(1);
    assertThat(clock.nextEvent()).isEqualTo(2 * SECOND);
    clock.reach(2 * SECOND - 1);
    assertThat(line).isFalse();
    clock.reach(2 * SECOND);
    assertThat(line).isTrue();
    assertThat(clock.nextEvent()).isEqualTo(Device.NEVER);
    clock.write(0x1c, 4, 1);
    assertThat(line).isFalse();
  }
}
