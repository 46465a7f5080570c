package org.hypscope.arm.decode;

import java.util.Map;
import java.util.function.Consumer;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.ThumbImmediate;

/** Operands whose spelling is more than a register or a number, by their placeholder's name. */
final class Operands {
  /** The condition field of an image whose immediate is T32's. */
  private static final int THUMB = 15;

  private static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};

  private static final Map<String, Consumer<Text>> ALL =
      Map.ofEntries(
          Map.entry("c", out -> out.add(out.cond())),
          Map.entry("S", out -> out.add(out.get("S") == 1 ? "s" : "")),
          Map.entry("X", out -> out.add(out.get("M") == 1 ? "x" : "")),
          Map.entry("R?", out -> out.add(out.get("R") == 1 ? "r" : "")),
          Map.entry("L?", out -> out.add(out.bit(22) ? "l" : "")),
          Map.entry("x", out -> out.add(out.get("N") == 1 ? "t" : "b")),
          Map.entry("y", out -> out.add(out.get("M") == 1 ? "t" : "b")),
          Map.entry("const", Operands::constant),
          Map.entry("imm16", out -> out.addNumber(split(out, "imm4", "imm12", 12))),
          Map.entry("imm12:4", out -> out.addNumber(split(out, "imm12", "imm4", 4))),
          Map.entry("hex16", Operands::hex16),
          Map.entry("hex24", out -> out.add(String.format("0x%08x", out.get("imm24")))),
          Map.entry("shift", Operands::shift),
          Map.entry("shifttype", out -> out.add(SHIFTS[out.get("type")])),
          Map.entry("amount", Operands::amount),
          Map.entry("satshift", Operands::saturateShift),
          Map.entry("pkhshift", Operands::packShift),
          Map.entry("rotate", Operands::rotate),
          Map.entry("bfwidth", out -> out.addNumber(out.get("msb") - out.get("lsb") + 1)),
          Map.entry("label", out -> branch(out, Bits.signExtend(out.get("imm24"), 24) << 2)),
          Map.entry("xlabel", Operands::exchangeLabel),
          Map.entry("address", Addresses::indexed),
          Map.entry("offset", Addresses::offset),
          Map.entry("literal", Addresses::literal),
          Map.entry("coprocaddress", Addresses::coprocessor),
          Map.entry("am", out -> out.add(blockMode(out, ""))),
          Map.entry("stmmode", out -> out.add(blockMode(out, out.get("W") == 1 ? "ia" : ""))),
          Map.entry("sysmode", out -> out.add(blockMode(out, "ia"))),
          Map.entry("wb", out -> out.add(out.get("W") == 1 ? "!" : "")),
          Map.entry("list", Operands::list),
          Map.entry("pushed", out -> single(out, "str", "[sp, #-4]!")),
          Map.entry("popped", out -> single(out, "ldr", "[sp], #4")),
          Map.entry("psr", SystemOperands::psr),
          Map.entry("mask", SystemOperands::mask),
          Map.entry("banked", SystemOperands::banked),
          Map.entry("iflags", SystemOperands::interruptFlags),
          Map.entry("cpsmode", SystemOperands::cpsMode),
          Map.entry("endian", out -> out.add(out.get("E") == 1 ? "be" : "le")),
          Map.entry("barrier", SystemOperands::barrier),
          Map.entry("isboption", SystemOperands::isbOption),
          Map.entry("transferred", SystemOperands::transferred));

  private Operands() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    Consumer<Text> operand = ALL.get(name);
    operand = operand != null ? operand : ThumbOperands.find(name);
    operand = operand != null ? operand : FpOperands.find(name);
    operand = operand != null ? operand : SimdOperands.find(name);
    return operand != null ? operand : SimdStructures.find(name);
  }

  private static int split(Text out, String high, String low, int lowWidth) {
    return out.get(high) << lowWidth | out.get(low);
  }

  /** ARMExpandImm: an encoding that an assembler would not choose is written as its two parts. */
  private static void constant(Text out) {
    if (out.word() >>> 28 == THUMB) {
      int value = ThumbImmediate.expand(out.get("imm12"));
      out.add(Integer.toUnsignedString(value));
      if (value < 0) {
        out.setComment(Text.hex(value));
      }
      out.setValue(value);
      return;
    }
    int byteValue = out.get("imm12") & 0xff;
    int rotation = out.get("imm12") >>> 8 << 1;
    int value = Integer.rotateRight(byteValue, rotation);
    if (rotation == shortestRotation(value)) {
      out.addNumber(value);
      return;
    }
    out.add(byteValue + ", " + rotation);
    out.setValue(value);
  }

  private static int shortestRotation(int value) {
    for (int rotation = 0; rotation < 32; rotation += 2) {
      if ((Integer.rotateLeft(value, rotation) & ~0xff) == 0) {
        return rotation;
      }
    }
    throw new IllegalStateException("not a modified immediate: " + value);
  }

  private static void hex16(Text out) {
    out.add(String.format("0x%04x", split(out, "imm12", "imm4", 4)));
  }

  /** DecodeImmShift: nothing, {@code , lsl #3} or {@code , rrx}. */
  static void shift(Text out) {
    int type = out.get("type");
    int amount = out.get("imm5");
    if (type == 0 && amount == 0) {
      return;
    }
    if (type == 3 && amount == 0) {
      out.add(", rrx");
    } else {
      out.add(", " + SHIFTS[type] + " #" + (amount == 0 ? 32 : amount));
    }
  }

  /** The amount of a shift whose type stands in the mnemonic: 1 to 32. */
  private static void amount(Text out) {
    int amount = out.get("imm5");
    out.add(Integer.toString(amount == 0 ? 32 : amount));
  }

  private static void saturateShift(Text out) {
    int amount = out.get("imm5");
    if (out.get("sh") == 1) {
      out.add(", asr #" + (amount == 0 ? 32 : amount));
    } else if (amount != 0) {
      out.add(", lsl #" + amount);
    }
  }

  private static void packShift(Text out) {
    int amount = out.get("imm5");
    if (out.bit(6)) {
      out.add(", asr #" + (amount == 0 ? 32 : amount));
    } else if (amount != 0) {
      out.add(", lsl #" + amount);
    }
  }

  private static void rotate(Text out) {
    int rotation = out.get("rotate") * 8;
    out.add(rotation == 0 ? "" : ", ror #" + rotation);
  }

  private static void exchangeLabel(Text out) {
    branch(out, Bits.signExtend(out.get("imm24"), 24) << 2 | out.get("H") << 1);
  }

  static void branch(Text out, int offset) {
    int to = out.pc() + offset;
    out.add(Text.hex(to));
    out.setTarget(to);
  }

  private static String blockMode(Text out, String incrementAfter) {
    boolean before = out.bit(24);
    if (out.bit(23)) {
      return before ? "ib" : incrementAfter;
    }
    return before ? "db" : "da";
  }

  private static void list(Text out) {
    int list = out.word() & 0xffff;
    StringBuilder names = new StringBuilder();
    for (int n = 0; n < 16; n++) {
      if ((list >>> n & 1) != 0) {
        names.append(names.length() == 0 ? "" : ", ").append(Registers.name(n));
      }
    }
    out.add("{" + names + "}");
  }

  /** A push or pop of one register, which objdump explains by the instruction that it is. */
  private static void single(Text out, String mnemonic, String address) {
    String register = Registers.name(out.get("Rt"));
    out.add("{" + register + "}");
    out.setComment("(" + mnemonic + out.cond() + " " + register + ", " + address + ")");
  }
}
