package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/** Reads the three vector tables of a snapshot. */
final class VectorTables {
  private static final SysReg SCTLR = SysRegs.byName("SCTLR");
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final int SCTLR_V = 1 << 13;
  private static final int TE = 1 << 30;
  private static final int HIGH = 0xffff0000;
  private static final int TABLE_BITS = 0x1c;

  private static final List<String> PL1 =
      List.of(
          "Reset (not used)",
          "Undefined Instruction",
          "Supervisor Call (SVC)",
          "Prefetch Abort",
          "Data Abort",
          "not used",
          "IRQ",
          "FIQ");
  private static final List<String> MONITOR =
      List.of(
          "not used",
          "not used",
          "Secure Monitor Call (SMC)",
          "Prefetch Abort",
          "Data Abort",
          "not used",
          "IRQ",
          "FIQ");
  private static final List<String> HYP =
      List.of(
          "Reset (not used)",
          "Undefined Instruction, from HYP",
          "HVC or SVC, from HYP",
          "Prefetch Abort, from HYP",
          "Data Abort, from HYP",
          "HYP trap: HVC and traps, from PL1 and PL0",
          "IRQ",
          "FIQ");

  private VectorTables() {}

  static List<VectorTableView> of(Snapshot snapshot) {
    List<VectorTableView> tables = new ArrayList<>();
    for (VectorBase which : VectorBase.values()) {
      tables.add(table(snapshot, which));
    }
    return List.copyOf(tables);
  }

  private static VectorTableView table(Snapshot snapshot, VectorBase which) {
    boolean high = which == VectorBase.PL1 && (snapshot.sysReg(SCTLR) & SCTLR_V) != 0;
    int base = high ? HIGH : (int) snapshot.sysReg(SysRegs.byName(which.register()));
    String register = high ? "SCTLR.V" : which.register();
    boolean thumb = (control(snapshot, which) & TE) != 0;
    List<VectorTableView.Row> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(row(snapshot, which, thumb, i, base + 4 * i));
    }
    return new VectorTableView(
        which,
        space(snapshot, which),
        base,
        register,
        thumb,
        List.copyOf(rows),
        taken(snapshot, which));
  }

  /** SCTLR as exceptions to the table see it, or HSCTLR. */
  private static long control(Snapshot snapshot, VectorBase which) {
    return switch (which) {
      case PL1 -> snapshot.sysReg(SCTLR);
      case MONITOR -> snapshot.sysReg(SCTLR, true);
      case HYP -> snapshot.sysReg(HSCTLR);
    };
  }

  private static VectorTableView.Row row(
      Snapshot snapshot, VectorBase which, boolean thumb, int index, int address) {
    MemoryView memory = snapshot.memory(space(snapshot, which));
    OptionalInt word = memory.word(address);
    Optional<Integer> boxed = word.isPresent() ? Optional.of(word.getAsInt()) : Optional.empty();
    return new VectorTableView.Row(
        4 * index,
        meanings(which).get(index),
        address,
        boxed,
        boxed.flatMap(w -> thumb ? thumbTarget(w, address) : leadsTo(memory, w, address)));
  }

  /** The regime in which the core would fetch from the table. */
  private static AddressSpace space(Snapshot snapshot, VectorBase which) {
    return switch (which) {
      case PL1 -> snapshot.secure() ? AddressSpace.PL1_SECURE : AddressSpace.PL1;
      case MONITOR -> AddressSpace.PL1_SECURE;
      case HYP -> AddressSpace.HYP;
    };
  }

  private static List<String> meanings(VectorBase which) {
    return switch (which) {
      case PL1 -> PL1;
      case MONITOR -> MONITOR;
      case HYP -> HYP;
    };
  }

  private static Optional<Integer> leadsTo(MemoryView memory, int word, int address) {
    if ((word & 0x0e000000) == 0x0a000000) {
      return Optional.of(address + 8 + (Bits.signExtend(word, 24) << 2));
    }
    if ((word & 0x0f7ff000) == 0x051ff000) {
      int offset = word & 0xfff;
      boolean up = (word & 0x00800000) != 0;
      OptionalInt literal = memory.word(address + 8 + (up ? offset : -offset));
      return literal.isPresent() ? Optional.of(literal.getAsInt()) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Integer> thumbTarget(int word, int address) {
    return Optional.ofNullable(Disassembly.t32(word & 0xffff, word >>> 16, address, 0).target());
  }

  private static int taken(Snapshot snapshot, VectorBase which) {
    return snapshot
        .changes()
        .entry()
        .filter(e -> !e.isReturn() && !e.isFirmwareCall() && VectorBase.of(e.toMode()) == which)
        .map(e -> e.vectorPc() & TABLE_BITS)
        .orElse(-1);
  }
}
