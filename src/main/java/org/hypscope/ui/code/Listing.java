package org.hypscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbol;

/**
 * Memory as lines of code. What the image's mapping symbols do not tell, A32 from T32, follows the
 * state that the core is in.
 */
final class Listing {
  private static final int PAGE_SHIFT = 12;

  private final Snapshot snapshot;
  private final int anchor;
  private final boolean pcInData;

  /** The code of {@code snapshot}; an instruction begins at {@code anchor}. */
  Listing(Snapshot snapshot, int anchor) {
    this.snapshot = snapshot;
    this.anchor = anchor;
    this.pcInData = snapshot.symbols().isData(snapshot.pc());
  }

  /** {@code address} as an instruction there can have it: even in T32, else a multiple of four. */
  static int aligned(Snapshot snapshot, int address) {
    return address & (Disassembly.isThumb(snapshot, address) ? ~1 : ~3);
  }

  /** Whether one of {@code lines} begins at {@code address}. */
  static boolean has(List<CodeLine> lines, int address) {
    return CodeModel.lineAt(lines, address) >= 0;
  }

  /** The lines from {@code from} to {@code to}, names and instructions. */
  List<CodeLine> lines(int from, int to) {
    List<CodeLine> made = new ArrayList<>();
    int it = 0;
    int address = from;
    while (address - to < 0) {
      int here = address;
      startsAt(here).ifPresent(symbol -> made.add(CodeLine.name(here, symbol.name())));
      if (snapshot.memory().word(address).isEmpty()) {
        made.add(CodeLine.unmapped(address));
        address += 4;
        it = 0;
        continue;
      }
      DisassembledInsn insn = insn(address, it);
      it = Disassembly.isThumb(snapshot, address) ? ItState.after(insn.word(), it) : 0;
      made.add(named(CodeLine.of(insn, comment(insn))));
      address += insn.size();
    }
    return List.copyOf(made);
  }

  private Optional<Symbol> startsAt(int address) {
    return snapshot.symbols().at(address).filter(symbol -> symbol.address() == address);
  }

  /** The instruction, or the data, at {@code address}, where memory is mapped. */
  DisassembledInsn insn(int address, int it) {
    if (isData(address)) {
      return isWord(address) ? word(address) : half(address);
    }
    if (!Disassembly.isThumb(snapshot, address)) {
      return Disassembly.a32(snapshot.memory().word(address).orElse(0), address);
    }
    int hw2 = snapshot.memory().half(address + 2).orElse(0);
    DisassembledInsn insn =
        Disassembly.t32(snapshot.memory().half(address).orElse(0), hw2, address, it);
    boolean cut = address + 2 == anchor || startsAt(address + 2).isPresent();
    return insn.size() == 4 && cut ? half(address) : insn;
  }

  /**
   * Whether the image says that {@code address} holds data, and nothing is executed there: what a
   * host has filled with a guest's code was data when it was linked.
   */
  private boolean isData(int address) {
    return snapshot.symbols().isData(address) && !(pcInData && isAroundPc(address));
  }

  private boolean isAroundPc(int address) {
    Optional<Symbol> there = snapshot.symbols().at(snapshot.pc());
    boolean same = there.isPresent() && there.equals(snapshot.symbols().at(address));
    return same || (address ^ snapshot.pc()) >>> PAGE_SHIFT == 0;
  }

  /**
   * Whether the data at {@code address} is a word: the code after a table may begin in its half.
   */
  private boolean isWord(int address) {
    return (address & 3) == 0
        && address + 2 != anchor
        && isData(address + 2)
        && startsAt(address + 2).isEmpty();
  }

  private DisassembledInsn word(int address) {
    return data(address, 4, snapshot.memory().word(address));
  }

  private DisassembledInsn half(int address) {
    return data(address, 2, snapshot.memory().half(address));
  }

  private static DisassembledInsn data(int address, int size, OptionalInt value) {
    String mnemonic = size == 4 ? ".word" : ".short";
    String digits = String.format(size == 4 ? "0x%08x" : "0x%04x", value.orElse(0));
    return new DisassembledInsn(
        address, value.orElse(0), size, mnemonic, digits, "", null, null, "", "", null);
  }

  /** A branch names the place it leads to, if that has a name; its address is in the words. */
  private CodeLine named(CodeLine line) {
    DisassembledInsn insn = line.insn();
    if (insn.target() == null || !insn.operands().equals(Bits.hex(insn.target()))) {
      return line;
    }
    String name = snapshot.symbols().describe(insn.target());
    if (name.isEmpty()) {
      return CodeLine.of(insn, "");
    }
    DisassembledInsn named =
        new DisassembledInsn(
            insn.address(),
            insn.word(),
            insn.size(),
            insn.mnemonic(),
            name,
            "",
            insn.form(),
            insn.unpredictable(),
            insn.reads(),
            insn.writes(),
            insn.target());
    return CodeLine.of(named, "");
  }

  private String comment(DisassembledInsn insn) {
    if (insn.form() == null) {
      return snapshot.symbols().describe(insn.word());
    }
    if (insn.target() == null) {
      return insn.comment();
    }
    String name = snapshot.symbols().describe(insn.target());
    return name.isEmpty() ? String.format("0x%08x", insn.target()) : name;
  }
}
