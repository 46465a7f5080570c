package org.hypscope.machine.device;

import java.util.function.IntConsumer;

/**
 * The PrimeCell UART PL011 (ARM DDI 0183), transmitting only: every byte is sent at once, nothing
 * is ever received, and no interrupt line leaves it.
 */
public final class Pl011 implements Device {
  private static final int DR = 0x000;
  private static final int FR = 0x018;
  private static final int CR = 0x030;
  private static final int IFLS = 0x034;
  private static final int IMSC = 0x038;
  private static final int RIS = 0x03c;
  private static final int MIS = 0x040;
  private static final int ICR = 0x044;
  private static final int DMACR = 0x048;
  private static final int ID = 0xfe0;
  private static final int FR_IDLE = 0x90;
  private static final int INT_TX = 1 << 5;
  private static final int[] IDS = {0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

  private final int[] registers = new int[(DMACR >> 2) + 1];
  private final IntConsumer line;

  /** A UART as reset leaves it; {@code line} takes every byte sent, 0 to 255. */
  public Pl011(IntConsumer line) {
    this.line = line;
    registers[CR >> 2] = 0x300;
    registers[IFLS >> 2] = 0x12;
  }

  /** A UART with this one's registers that sends to {@code otherLine}. */
  public Pl011 fork(IntConsumer otherLine) {
    Pl011 copy = new Pl011(otherLine);
    System.arraycopy(registers, 0, copy.registers, 0, registers.length);
    return copy;
  }

  @Override
  public int length() {
    return 0x1000;
  }

  @Override
  public int read(int offset, int size) {
    int at = offset & ~3;
    int value =
        switch (at) {
          case DR -> 0;
          case FR -> FR_IDLE;
          case MIS -> registers[RIS >> 2] & registers[IMSC >> 2];
          default -> at >= ID ? IDS[(at - ID) >> 2] : at <= DMACR ? registers[at >> 2] : 0;
        };
    return (value >>> (offset & 3) * 8) & (-1 >>> 32 - size * 8);
  }

  @Override
  public void write(int offset, int size, int value) {
    switch (offset & ~3) {
      case DR -> {
        registers[RIS >> 2] |= INT_TX;
        line.accept(value & 0xff);
      }
      case FR, RIS, MIS -> {}
      case ICR -> registers[RIS >> 2] &= ~value;
      default -> {
        if (offset <= DMACR) {
          registers[offset >> 2] = value & 0xffff;
        }
      }
    }
  }
}
