package org.hypscope.arm.decode;

import java.util.Map;
import java.util.function.Consumer;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Cond;

/** Operands that T32 spells in its own way, by their placeholder's name. */
final class ThumbOperands {
  private static final Map<String, Consumer<Text>> ALL =
      Map.ofEntries(
          Map.entry("halfwords", ThumbOperands::label),
          Map.entry("wordlabel", ThumbOperands::wordLabel),
          Map.entry("narrowaddress", ThumbOperands::narrowAddress),
          Map.entry("shortaddress", ThumbOperands::shortAddress),
          Map.entry("shortoffset", ThumbOperands::shortOffset),
          Map.entry("cpswidth", out -> out.add(out.get("M") == 1 ? "" : ".w")),
          Map.entry("cpsmodes", out -> out.add(out.get("M") == 1 ? ", #" + out.get("mode") : "")),
          Map.entry("pairaddress", ThumbOperands::pairAddress),
          Map.entry("exclusiveaddress", ThumbOperands::exclusiveAddress),
          Map.entry("literaladdress", ThumbOperands::literal),
          Map.entry("plain", ThumbOperands::pcRelative),
          Map.entry("loadwb", ThumbOperands::loadWriteBack),
          Map.entry("itpattern", ThumbOperands::itPattern),
          Map.entry("firstcond", out -> out.add(condition(out.get("firstcond")))));

  private ThumbOperands() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    return ALL.get(name);
  }

  private static void label(Text out) {
    Operands.branch(out, Bits.signExtend(out.get("imm24"), 24) << 1);
  }

  /** The target of BLX: from the word that PC is in. */
  private static void wordLabel(Text out) {
    int offset = Bits.signExtend(out.get("imm24"), 24) << 1;
    Operands.branch(out, offset - (out.pc() & 2));
  }

  /** An offset of eight bits, which objdump does not repeat in hexadecimal. */
  private static void shortAddress(Text out) {
    Addresses.indexed(out);
    out.setValue(0);
  }

  private static void shortOffset(Text out) {
    Addresses.offset(out);
    out.setValue(0);
  }

  /** The offset is written even where it is 0. */
  private static void narrowAddress(Text out) {
    int offset = out.has("imm4H") ? out.get("imm4H") << 4 | out.get("imm4L") : out.get("imm12");
    out.add("[");
    out.addRegister(out.get("Rn"));
    out.add(", #");
    out.addNumber(offset);
    out.add("]");
  }

  /** The address of a pair: the offset is in words. */
  private static void pairAddress(Text out) {
    int offset = out.get("imm8") << 2;
    boolean up = out.bit(23);
    out.add("[");
    out.addRegister(out.get("Rn"));
    out.add(out.bit(24) ? "" : "]");
    if (offset != 0 || !up || out.bit(21)) {
      out.add(", #" + (up ? "" : "-") + offset);
    }
    out.add(out.bit(24) ? out.bit(21) ? "]!" : "]" : "");
    if (out.get("Rn") == 15) {
      int address = Addresses.literalBase(out) + (up ? offset : -offset);
      out.setTarget(address);
      out.setComment(Text.hex(address));
    }
    out.setValue(offset);
  }

  private static void exclusiveAddress(Text out) {
    int offset = out.get("imm8") << 2;
    out.add("[");
    out.addRegister(out.get("Rn"));
    out.add(offset == 0 ? "]" : ", #" + offset + "]");
    out.setValue(offset);
  }

  /** PC-relative; the address that is meant is set in brackets. */
  private static void literal(Text out) {
    Addresses.literalOffset(out);
    out.setComment("(" + out.comment() + ")");
  }

  /** The offset of an ADR, which points at the address that is made. */
  private static void pcRelative(Text out) {
    int address = Addresses.literalBase(out) + out.get("imm12");
    out.addNumber(out.get("imm12"));
    out.setComment("(adr " + Registers.name(out.get("Rd")) + ", " + Text.hex(address) + ")");
    out.setTarget(address);
  }

  /** LDM of one halfword writes the base back unless it loads it. */
  private static void loadWriteBack(Text out) {
    out.add((out.get("list") >>> out.get("Rn") & 1) == 0 ? "!" : "");
  }

  private static void itPattern(Text out) {
    int mask = out.get("mask");
    int then = out.get("firstcond") & 1;
    for (int n = 3; n > Integer.numberOfTrailingZeros(mask); n--) {
      out.add((mask >>> n & 1) == then ? "t" : "e");
    }
  }

  private static String condition(int cond) {
    return cond >= 14 ? cond == 14 ? "al" : "<und>" : Cond.of(cond).suffix();
  }
}
