package org.hypscope.arm.core;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.decode.ThumbTable;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.RowWords;
import org.hypscope.arm.isa.T32;

/**
 * A core in a random state, before a random instruction: all modes, both worlds, both instruction
 * sets, IT blocks, floating-point on or off, exceptions routed and trapped anyhow.
 */
final class Trial {
  private static final int LEGAL_PSR =
      Psr.N | Psr.Z | Psr.C | Psr.V | Psr.Q | Psr.GE | Psr.E | Psr.A | Psr.I | Psr.F;
  private static final int DATA_MASK = 0xffc;
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
  private static final int TGE = 1 << 27;

  /** Virtual interrupts, which would be taken before the instruction, and stage 2. */
  private static final int NOT_IN_HCR = 0x800001c1;

  private static final int CONTROL = 0x4200_0002; // TE, EE, A

  private final Random random;
  private final boolean thumb;
  private final int raw;
  private final Rig rig;

  /** Trials that follow from {@code seed} and hypscope.seed: one, and more in the long form. */
  static Stream<Trial> of(Mode mode, boolean thumb, long seed) {
    long first = seed ^ Long.getLong("hypscope.seed", 0) * GOLDEN;
    long count = Boolean.getBoolean("hypscope.long") ? 25 : 1;
    return LongStream.range(0, count).mapToObj(n -> new Trial(mode, thumb, first + n));
  }

  private Trial(Mode mode, boolean thumb, long seed) {
    this.random = new Random(seed);
    this.thumb = thumb;
    int any = random.nextInt();
    this.raw =
        random.nextBoolean()
            ? ofRow(thumb ? T32.rows() : A32.rows())
            : thumb ? ThumbTable.raw(any >>> 16, any) : any;
    this.rig = new Rig(mode, mode == Mode.HYP || random.nextBoolean());
    registers();
    psrs(mode);
    systemRegisters(mode);
  }

  /** Half of the instructions are of a row, each row as likely as any other. */
  private int ofRow(List<Row> rows) {
    Row row = rows.get(random.nextInt(rows.size()));
    try {
      return new RowWords(random.nextLong(), word -> disassembled(word).form()).next(row.form());
    } catch (IllegalStateException e) {
      return row.form().pattern().value();
    }
  }

  private void registers() {
    for (Bank bank : Bank.values()) {
      rig.core().setBank(bank, random.nextInt(3) == 0 ? random.nextInt() : address());
    }
    for (int n = 0; n < 32; n++) {
      rig.core().fp().d[n] = random.nextLong();
    }
    rig.core().fp().setFpscr(random.nextInt() & ~0x0037_0000);
  }

  private int address() {
    return Rig.DATA + (random.nextInt() & DATA_MASK);
  }

  private void psrs(Mode mode) {
    for (Mode other : Mode.values()) {
      if (other.hasSpsr()) {
        int to = Mode.values()[random.nextInt(Mode.values().length)].encoding();
        int states = random.nextInt() & (Psr.T | Psr.J | Psr.IT);
        rig.core().setBank(Bank.at(Bank.spsr(other)), random.nextInt() & LEGAL_PSR | to | states);
      }
    }
    int it = random.nextInt(256);
    boolean inBlock = thumb && random.nextBoolean() && ItState.inBlock(it) && it >>> 5 != 7;
    int state = (thumb ? Psr.T : 0) | (inBlock ? ItState.psr(it) : 0);
    rig.core().setCpsr(random.nextInt() & LEGAL_PSR | mode.encoding() | state);
    rig.core().setPc(Rig.CODE);
  }

  private void systemRegisters(Mode mode) {
    boolean mayTrap = mode == Mode.USR || mode == Mode.HYP;
    rig.set("HCR", random.nextInt() & ~NOT_IN_HCR & (mayTrap ? -1 : ~TGE));
    rig.set("SCR", rig.get("SCR") & 1 | random.nextInt() & 0x3fe);
    for (String control : List.of("SCTLR", "SCTLR(S)", "HSCTLR")) {
      rig.or(control, random.nextInt() & CONTROL);
    }
    rig.set("CPACR", random.nextInt(4) == 0 ? random.nextInt() & 0xc0f00000L : 0xf00000);
    rig.set("NSACR", random.nextInt(4) == 0 ? random.nextInt() & 0xcc00 : 0xc00);
    rig.set("FPEXC", random.nextInt(8) == 0 ? 0 : 1 << 30);
    rig.set("HSTR", random.nextInt(4) == 0 ? random.nextInt() & 0x3bfef : 0);
    rig.set("HCPTR", random.nextInt(4) == 0 ? random.nextInt() & 0x8010_8c00L | 0x33ff : 0x33ff);
    rig.set("HDCR", random.nextInt(4) == 0 ? random.nextInt() & 0xfff : 6);
  }

  /** Executes the instruction, or takes what comes instead of it. */
  void run() {
    boolean wide = raw >>> 16 != 0;
    rig.execute(thumb && wide ? raw << 16 | raw >>> 16 : raw);
  }

  Rig rig() {
    return rig;
  }

  /** The instruction, as the disassembler shows it. */
  DisassembledInsn instruction() {
    return disassembled(raw);
  }

  private DisassembledInsn disassembled(int word) {
    if (!thumb) {
      return A32.disassembler().a32(word, Rig.CODE);
    }
    int first = word >>> 16 == 0 ? word : word >>> 16;
    return T32.disassembler().t32(first, word & 0xffff, Rig.CODE, 0);
  }

  @Override
  public String toString() {
    return instruction().text() + " (" + Integer.toHexString(raw) + (thumb ? ", T32)" : ")");
  }
}
