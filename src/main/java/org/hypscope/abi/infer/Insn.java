package org.hypscope.abi.infer;

import java.util.Locale;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.Form;
import org.hypscope.debug.Disassembly;

/**
 * A decoded instruction with what its row says that it reads and writes.
 *
 * @param decoded as the core decodes it
 * @param thumb whether it is T32
 * @param reads the registers that it reads, as bits 0 to 14, with {@link #FLAGS} and the like
 * @param writes the registers that it writes, likewise
 */
record Insn(Decoded decoded, boolean thumb, int reads, int writes) {
  static final int PC = 1 << 15;
  static final int FLAGS = 1 << 16;
  static final int MEMORY = 1 << 17;
  static final int SYSTEM = 1 << 18;
  static final int BANKED = 1 << 19;
  static final int SPSR = 1 << 20;
  static final int CPSR = 1 << 21;

  private static final int REGISTERS = 0x7fff;
  private static final int AL = 0xe000_0000;

  static Insn of(Decoded decoded, boolean thumb) {
    Form form = decoded.form;
    if (form == null || form.effects() == null) {
      return new Insn(decoded, thumb, 0, 0);
    }
    int word =
        !thumb && decoded.word >>> 28 != 0xf ? decoded.word & ~0xf000_0000 | AL : decoded.word;
    int reads = bits(form.effects().reads(word));
    int writes = bits(form.effects().writes(word));
    return new Insn(decoded, thumb, branches(form) ? reads & ~FLAGS : reads, writes);
  }

  /** A branch's image keeps its condition, whose flags are no operand. */
  private static boolean branches(Form form) {
    return form.mnemonic().equals("B");
  }

  private static int bits(String names) {
    int bits = 0;
    for (String name : names.split(", ")) {
      bits |= bit(name);
    }
    return bits;
  }

  private static int bit(String name) {
    return switch (name) {
      case "sl" -> 1 << 10;
      case "fp" -> 1 << 11;
      case "ip" -> 1 << 12;
      case "sp" -> 1 << 13;
      case "lr" -> 1 << 14;
      case "pc", "T" -> PC;
      case "memory" -> MEMORY;
      case "system register" -> SYSTEM;
      case "banked register", "ELR hyp or lr" -> BANKED;
      case "SPSR" -> SPSR;
      case "CPSR" -> CPSR;
      default -> other(name);
    };
  }

  private static int other(String name) {
    if (name.matches("r([0-9]|1[0-2])")) {
      return 1 << Integer.parseInt(name.substring(1));
    }
    return name.matches("[NZCV]+|GE") ? FLAGS : 0;
  }

  boolean reads(int what) {
    return (reads & what) != 0;
  }

  boolean writes(int what) {
    return (writes & what) != 0;
  }

  /** The general registers that it writes, as bits 0 to 14. */
  int registersWritten() {
    return writes & REGISTERS;
  }

  /** The name of its row, such as {@code CMP}. */
  String mnemonic() {
    return decoded.form == null ? "" : decoded.form.mnemonic().toUpperCase(Locale.ROOT);
  }

  boolean loads() {
    return reads(MEMORY);
  }

  boolean stores() {
    return writes(MEMORY);
  }

  /** The A32 word or image. */
  int word() {
    return decoded.word;
  }

  /** As assembly. */
  String text(int pc) {
    if (!thumb) {
      return Disassembly.a32(decoded.raw, pc).text();
    }
    int hw1 = decoded.size == 2 ? decoded.raw & 0xffff : decoded.raw >>> 16;
    return Disassembly.t32(hw1, decoded.raw & 0xffff, pc, 0).text();
  }
}
