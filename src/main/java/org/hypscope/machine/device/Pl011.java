package org.hypscope.machine.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.IntConsumer;

/**
 * The PrimeCell UART PL011 (ARM DDI 0183). Every byte is sent at once; one that comes in waits on
 * the wire until the receive FIFO has room, so that nothing is lost.
 */
public final class Pl011 extends Device.OfWords {
  private static final int DR = 0x000;
  private static final int FR = 0x018;
  private static final int LCR_H = 0x02c;
  private static final int CR = 0x030;
  private static final int IFLS = 0x034;
  private static final int IMSC = 0x038;
  private static final int RIS = 0x03c;
  private static final int MIS = 0x040;
  private static final int ICR = 0x044;
  private static final int DMACR = 0x048;
  private static final int FR_RXFE = 1 << 4;
  private static final int FR_RXFF = 1 << 6;
  private static final int FR_TXFE = 1 << 7;
  private static final int LCR_FEN = 1 << 4;
  private static final int INT_RX = 1 << 4;
  private static final int INT_TX = 1 << 5;
  private static final int DEPTH = 16;
  private static final int[] IDS = {0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

  private final int[] registers = new int[(DMACR >> 2) + 1];
  private final Queue<Integer> fifo = new ArrayDeque<>();
  private final Queue<Integer> wire = new ArrayDeque<>();
  private final IntConsumer out;
  private final Line interrupt;

  /** A UART as reset leaves it; {@code out} takes every byte sent, 0 to 255. */
  public Pl011(IntConsumer out, Line interrupt) {
    this.out = out;
    this.interrupt = interrupt;
    registers[CR >> 2] = 0x300;
    registers[IFLS >> 2] = 0x12;
  }

  /** A byte comes in, 0 to 255, behind those that still wait. */
  public void receive(int value) {
    wire.add(value);
    fill();
    update();
  }

  @Override
  protected int read(int at) {
    return switch (at) {
      case DR -> take();
      case FR -> flags();
      case MIS -> registers[RIS >> 2] & registers[IMSC >> 2];
      default -> at <= DMACR ? registers[at >> 2] : primeCell(IDS, at);
    };
  }

  @Override
  protected void write(int at, int value) {
    switch (at) {
      case DR -> {
        registers[RIS >> 2] |= INT_TX;
        out.accept(value & 0xff);
      }
      case FR, RIS, MIS -> {}
      case ICR -> registers[RIS >> 2] &= ~value;
      case LCR_H -> {
        if (((registers[LCR_H >> 2] ^ value) & LCR_FEN) != 0) {
          fifo.clear();
        }
        registers[LCR_H >> 2] = value & 0xff;
        fill();
      }
      default -> {
        if (at <= DMACR) {
          registers[at >> 2] = value & 0xffff;
        }
      }
    }
    update();
  }

  private int take() {
    int value = fifo.isEmpty() ? 0 : fifo.remove();
    if (fifo.isEmpty()) {
      registers[RIS >> 2] &= ~INT_RX;
    }
    fill();
    update();
    return value;
  }

  private int flags() {
    int receive = fifo.isEmpty() ? FR_RXFE : 0;
    return FR_TXFE | receive | (fifo.size() >= depth() ? FR_RXFF : 0);
  }

  private int depth() {
    return (registers[LCR_H >> 2] & LCR_FEN) != 0 ? DEPTH : 1;
  }

  /** RX is raised by the first byte, as QEMU does, whatever level IFLS asks for. */
  private void fill() {
    while (!wire.isEmpty() && fifo.size() < depth()) {
      fifo.add(wire.remove());
      registers[RIS >> 2] |= INT_RX;
    }
  }

  private void update() {
    interrupt.drive((registers[RIS >> 2] & registers[IMSC >> 2]) != 0);
  }

  @Override
  public void exchange(State state) {
    state.values(registers);
    exchange(state, fifo);
    exchange(state, wire);
  }

  private static void exchange(State state, Queue<Integer> queue) {
    int[] values = queue.stream().mapToInt(Integer::intValue).toArray();
    values = Arrays.copyOf(values, state.value(values.length));
    state.values(values);
    queue.clear();
    Arrays.stream(values).forEach(queue::add);
  }
}
