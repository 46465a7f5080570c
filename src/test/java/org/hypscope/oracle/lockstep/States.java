package org.hypscope.oracle.lockstep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;

/** Random states for cases to start from. */
final class States {
  /** Bits clear in an address to land at: as a program status it then has no valid mode. */
  private static final int LANDING_CLEAR = 0x13;

  private static final int CPACR_ON = 0x00f00000;
  private static final int CPACR_ALLOWED = 0x00500000;
  private static final int SCTLR_OFF = 0x00c50478;
  private static final int HSCTLR_OFF = 0x30c50830;
  private static final int SCTLR_EE = 1 << 25;
  private static final int SCTLR_A = 2;
  private static final int SCTLR_M = 1;
  private static final int HCPTR_OFF = 0x33ff;
  private static final int HCPTR_TCP10_11 = 3 << 10;
  private static final int FPEXC_ON = 0x40000000;
  private static final int FPSCR_FLAGS = 0xf800009f;
  private static final int FPSCR_MODES = 0x07c00000;
  private static final int FPSCR_VECTORS = 0x00370000;

  private final Values values;
  private final byte[] data = new byte[Page.SIZE];
  private int batch;
  private int sctlr;
  private int hsctlr;

  States(Values values) {
    this.values = values;
  }

  /** Begins a batch. */
  void startBatch(int newBatch) {
    batch = newBatch;
    int memory = memory();
    boolean swapped = (memory & SCTLR_M) == 0 && values.onceIn(2);
    sctlr = SCTLR_OFF | memory | (swapped ? SCTLR_EE : 0);
    hsctlr = HSCTLR_OFF | memory;
    ByteBuffer filled = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    while (filled.hasRemaining()) {
      filled.putInt(
          switch (values.below(8)) {
            case 0, 1, 2 -> landing();
            case 3, 4 -> values.psr(values.modeBelowHyp(), false);
            case 5 -> noStatus(values.floating());
            default -> noStatus(values.number());
          });
    }
  }

  /**
   * How SCTLR and HSCTLR govern memory; EE turns translation tables round too. Without translation
   * unaligned accesses fault in any case, where QEMU only takes the fault that SCTLR.A asks for.
   */
  private int memory() {
    return switch (values.below(8)) {
      case 0 -> SCTLR_A;
      case 1, 2 -> SCTLR_A | SCTLR_M;
      default -> SCTLR_M;
    };
  }

  /** Whether addresses are translated in the cases of this batch. */
  boolean translates() {
    return (sctlr & SCTLR_M) != 0;
  }

  /** A word that, taken for a program status, names no mode. */
  private static int noStatus(int word) {
    return word & ~0x10;
  }

  /** What the page of every case of the batch holds at first. */
  byte[] data() {
    return data;
  }

  /** An address between the batch's code and the next: everything there is a trap. */
  private int landing() {
    return Layout.slot(batch, 0) + Layout.CODE_SIZE + (values.below(Layout.GUARD) & ~LANDING_CLEAR);
  }

  /** Fills the state of a case that runs in {@code mode} under the ITSTATE {@code it}. */
  void fill(Case drawn, Mode mode, int it, int index) {
    int[] in = drawn.in();
    boolean jumps = drawn.subject().writesPc(drawn.word());
    for (int n = 0; n < Slots.ELR_HYP; n++) {
      in[n] =
          Slots.isSpsr(n)
              ? values.psr(values.modeBelowHyp(), values.onceIn(4))
              : register(jumps, index);
    }
    for (int n = Slots.D0; n < Slots.COUNT; n++) {
      in[n] = values.floating();
    }
    in[Slots.SCTLR] = sctlr;
    in[Slots.HSCTLR] = hsctlr;
    in[Slots.CPACR] = values.onceIn(12) ? values.below(2) * CPACR_ALLOWED : CPACR_ON;
    in[Slots.FPEXC] = values.onceIn(12) ? 0 : FPEXC_ON;
    in[Slots.HCPTR] = HCPTR_OFF | (values.onceIn(12) ? HCPTR_TCP10_11 : 0);
    in[Slots.FPSCR] = fpscr();
    in[Slots.ELR_HYP] = Layout.code(batch, index);
    in[Slots.SPSR_HYP] = values.psr(mode, drawn.subject().thumb()) | ItState.psr(it);
  }

  /** Any flags; any modes in one case of two; seldom vectors, which a Cortex-A15 has not got. */
  private int fpscr() {
    int modes = values.onceIn(2) ? 0 : FPSCR_MODES;
    int vectors = values.onceIn(32) ? FPSCR_VECTORS : 0;
    return values.bits() & (FPSCR_FLAGS | modes | vectors);
  }

  private int register(boolean jumps, int index) {
    int kind = values.below(8);
    if (kind < (jumps ? 5 : 1)) {
      return landing() | values.below(4) / 3;
    }
    return kind == 7 ? Layout.scratch(index) + values.below(Page.SIZE) : values.number();
  }
}
