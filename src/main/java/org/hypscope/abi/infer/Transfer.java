package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.decode.Field;

/** Which registers a load or store moves, in the order of their addresses, and where from. */
final class Transfer {
  private static final int IMMEDIATE_12 = 0xfff;
  private static final int UNKNOWN = 1;

  private Transfer() {}

  /** The registers that are loaded or stored, the one at the lowest address first. */
  static List<Integer> registers(Insn insn) {
    Field list = insn.decoded().form.imagePattern().find("list");
    List<Integer> registers = new ArrayList<>();
    if (list != null) {
      int bits = list.of(insn.word());
      for (int n = 0; n < 16; n++) {
        if ((bits >>> n & 1) != 0) {
          registers.add(n);
        }
      }
      return registers;
    }
    int first = insn.word() >>> 12 & 0xf;
    registers.add(first);
    if (isDual(insn)) {
      registers.add(insn.thumb() ? insn.word() >>> 8 & 0xf : first + 1 & 0xf);
    }
    return registers;
  }

  private static boolean isDual(Insn insn) {
    return insn.mnemonic().equals("LDRD") || insn.mnemonic().equals("STRD");
  }

  /** Whether it moves words, which alone are followed through memory. */
  static boolean words(Insn insn) {
    return switch (insn.mnemonic()) {
      case "LDR",
          "LDRD",
          "LDM",
          "LDMIA",
          "LDMDB",
          "LDMDA",
          "LDMIB",
          "POP",
          "STR",
          "STRD",
          "STM",
          "STMIA",
          "STMDB",
          "STMDA",
          "STMIB",
          "PUSH" ->
          true;
      default -> insn.mnemonic().startsWith("LDM") || insn.mnemonic().startsWith("STM");
    };
  }

  /** How many bits a load or store of a byte or halfword moves; 0 for others. */
  static int partBits(Insn insn) {
    return switch (insn.mnemonic()) {
      case "LDRB", "LDRSB", "STRB" -> 8;
      case "LDRH", "LDRSH", "STRH" -> 16;
      default -> 0;
    };
  }

  /** The lowest address of a load that {@code core} stands before, or an odd number. */
  static int address(Insn insn, Core core) {
    int word = insn.word();
    if (insn.thumb() && isDual(insn)) {
      return dual(insn.decoded().raw, core);
    }
    if ((word & 0x0e00_0000) == 0x0800_0000) {
      return multiple(word, core, registers(insn).size());
    }
    if ((word & 0x0c00_0000) == 0x0400_0000) {
      boolean register = (word & 1 << 25) != 0;
      return indexed(word, core, register ? shifted(word, core) : word & IMMEDIATE_12);
    }
    if ((word & 0x0e00_0090) == 0x0000_0090) {
      boolean immediate = (word & 1 << 22) != 0;
      int offset = immediate ? word >>> 4 & 0xf0 | word & 0xf : read(core, word & 0xf);
      return indexed(word, core, offset);
    }
    return UNKNOWN;
  }

  private static int dual(int raw, Core core) {
    int offset = (raw & 0xff) << 2;
    int base = read(core, raw >>> 16 & 0xf);
    boolean before = (raw & 1 << 24) != 0;
    boolean up = (raw & 1 << 23) != 0;
    return before ? base + (up ? offset : -offset) : base;
  }

  private static int multiple(int word, Core core, int count) {
    int base = read(core, word >>> 16 & 0xf);
    boolean before = (word & 1 << 24) != 0;
    boolean up = (word & 1 << 23) != 0;
    if (up) {
      return before ? base + 4 : base;
    }
    return base - 4 * count + (before ? 0 : 4);
  }

  private static int indexed(int word, Core core, int offset) {
    int base = read(core, word >>> 16 & 0xf);
    boolean before = (word & 1 << 24) != 0;
    boolean up = (word & 1 << 23) != 0;
    return before ? base + (up ? offset : -offset) : base;
  }

  private static int shifted(int word, Core core) {
    int value = read(core, word & 0xf);
    int amount = word >>> 7 & 0x1f;
    return switch (word >>> 5 & 3) {
      case 0 -> value << amount;
      case 1 -> amount == 0 ? 0 : value >>> amount;
      case 2 -> value >> (amount == 0 ? 31 : amount);
      default -> Integer.rotateRight(value, amount);
    };
  }

  private static int read(Core core, int register) {
    return register == 15 ? core.pc() + (core.thumb() ? 4 : 8) & ~3 : core.r(register);
  }
}
