package org.hypscope.oracle.lockstep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.decode.Field;

/**
 * Makes cases of a row. Where a word accesses memory it is tried once on an address where nothing
 * answers; the fault address tells what it adds to its base register, which is then set so that the
 * access meets the case's page.
 */
final class Generator {
  private static final int TRIES = 60;

  /** Bits clear in an address to land at: as a program status it then has no valid mode. */
  private static final int LANDING_CLEAR = 0x13;

  private static final int NOWHERE = 0xa0000000;
  private static final String[] STACKS = {
    "SP_usr", "SP_svc", "SP_abt", "SP_und", "SP_irq", "SP_fiq", "SP_hyp"
  };

  private final Values values;
  private final Words words;
  private final CoreSide core;
  private final Tally tally;
  private final Departures departures;
  private final int[] scrap = new int[Slots.COUNT];
  private final byte[] data = new byte[Page.SIZE];
  private int batch;

  Generator(long seed, CoreSide core, Departures departures, Tally tally) {
    this.tally = tally;
    this.departures = departures;
    this.values = new Values(seed);
    this.words = new Words(values);
    this.core = core;
  }

  /** Begins a batch; the pages of its cases all begin with {@link #data()}. */
  void startBatch(int newBatch) {
    batch = newBatch;
    core.startBatch(newBatch);
    ByteBuffer filled = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    while (filled.hasRemaining()) {
      filled.putInt(
          switch (values.below(8)) {
            case 0, 1, 2 -> landing();
            case 3, 4 -> values.psr(values.modeBelowHyp(), false);
            case 5 -> values.floating();
            default -> values.number();
          });
    }
  }

  /** What the page of every case of the batch holds at first. */
  byte[] data() {
    return data;
  }

  /** An address between the batch's code and the next: everything there is a trap. */
  private int landing() {
    return Layout.slot(batch, 0) + Layout.CODE_SIZE + (values.below(Layout.GUARD) & ~LANDING_CLEAR);
  }

  /**
   * A case for slot {@code index}, run on the core, with the state after it in {@code out}; null
   * where none was found.
   */
  Case draw(Subject subject, int index, int[] out) {
    for (int n = 0; n < TRIES; n++) {
      int it = subject.thumb() ? values.itState() : 0;
      int word = words.draw(subject, it);
      if (word != 0) {
        Case drawn = new Case(subject, word, subject.code(word), new int[Slots.COUNT]);
        Mode mode = values.mode();
        fillState(drawn, mode, index);
        drawn.in()[Slots.SPSR_HYP] |= ItState.psr(it);
        if (subject.touchesMemory(word)) {
          steer(drawn, mode, index);
        }
        CoreSide.End end = core.run(drawn, index, data, out);
        boolean runs = departures.notRun(drawn) == null;
        if (end == CoreSide.End.DONE && runs) {
          return drawn;
        }
        tally.redrawn(subject, runs ? end : CoreSide.End.LISTED);
      }
    }
    return null;
  }

  private void fillState(Case drawn, Mode mode, int index) {
    int[] in = drawn.in();
    boolean jumps = drawn.subject().writesPc(drawn.word());
    for (int n = 0; n < Slots.COUNT; n++) {
      String name = Slots.all().get(n).name();
      if (n >= Slots.D0) {
        in[n] = values.floating();
      } else if (name.startsWith("SPSR")) {
        in[n] = values.psr(values.modeBelowHyp(), values.onceIn(4));
      } else if (n < Slots.ELR_HYP) {
        in[n] = register(jumps, index);
      }
    }
    in[Slots.CPACR] = 0x00f00000;
    in[Slots.FPEXC] = 0x40000000;
    in[Slots.FPSCR] = values.bits() & 0xffc0009f & ~(values.onceIn(2) ? 0 : 0x07c00000);
    in[Slots.ELR_HYP] = Layout.code(batch, index);
    in[Slots.SPSR_HYP] = values.psr(mode, drawn.subject().thumb());
  }

  private int register(boolean jumps, int index) {
    int kind = values.below(8);
    if (kind < (jumps ? 5 : 1)) {
      return landing() | values.below(4) / 3;
    }
    return kind == 7 ? Layout.scratch(index) + values.below(Page.SIZE) : values.number();
  }

  private void steer(Case drawn, Mode mode, int index) {
    int[] in = drawn.in();
    Field base = drawn.subject().imageField("Rn");
    int n = base == null ? 13 : base.of(drawn.image());
    if (n == 15) {
      return;
    }
    int slot = Slots.register(n, mode);
    set(in, base == null, slot, NOWHERE);
    shrinkIndex(drawn, mode, n);
    core.run(drawn, index, data, scrap);
    int fault = scrap[Slots.DFAR] | scrap[Slots.HDFAR];
    if (fault != 0 && !values.onceIn(24)) {
      int aim = Layout.scratch(index) + 0x400 + (values.below(0x800) & ~7);
      set(in, base == null, slot, aim - (fault - NOWHERE));
    }
  }

  private void shrinkIndex(Case drawn, Mode mode, int base) {
    Field index = drawn.subject().imageField("Rm");
    if (index != null && index.width() == 4 && index.of(drawn.image()) != base) {
      int m = index.of(drawn.image());
      if (m < 15) {
        drawn.in()[Slots.register(m, mode)] = values.below(0x20) * 8;
      }
    }
  }

  private static void set(int[] in, boolean everyStack, int slot, int value) {
    in[slot] = value;
    if (everyStack) {
      for (String stack : List.of(STACKS)) {
        in[Slots.indexOf(stack)] = value;
      }
    }
  }
}
