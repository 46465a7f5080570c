package org.hypscope.arm.decode;

/** Memory operands: the index bits P (24), U (23) and W (21) have one place in all of A32. */
final class Addresses {
  private static final int PC = 15;

  private Addresses() {}

  /** Offset, pre-indexed or post-indexed addressing, as P and W say. */
  static void indexed(Text out) {
    if (out.bit(24)) {
      before(out, out.bit(21));
    } else {
      post(out);
    }
  }

  /** Offset addressing whatever P and W are: PLD and PLI, which have other meanings for them. */
  static void offset(Text out) {
    before(out, false);
  }

  private static void before(Text out, boolean writeBack) {
    int n = out.get("Rn");
    out.add("[");
    out.addRegister(n);
    if (out.has("Rm")) {
      out.add(", ");
      register(out);
    } else if (immediate(out) != 0 || !out.bit(23) || writeBack) {
      out.add(", #");
      immediateOffset(out);
    }
    out.add(writeBack ? "]!" : "]");
    literalComment(out, n);
  }

  private static void post(Text out) {
    int n = out.get("Rn");
    out.add("[");
    out.addRegister(n);
    out.add("], ");
    if (out.has("Rm")) {
      register(out);
    } else {
      out.add("#");
      immediateOffset(out);
    }
    literalComment(out, n);
  }

  private static void register(Text out) {
    out.add(out.bit(23) ? "" : "-");
    out.addRegister(out.get("Rm"));
    if (out.has("imm5")) {
      Operands.shift(out);
    }
  }

  private static void immediateOffset(Text out) {
    int offset = immediate(out);
    boolean up = out.bit(23);
    if (offset == 0 && !up) {
      out.add("-");
    }
    out.addNumber(up ? offset : -offset);
  }

  private static int immediate(Text out) {
    if (out.has("imm4H")) {
      return out.get("imm4H") << 4 | out.get("imm4L");
    }
    return out.has("imm8") ? out.get("imm8") << 2 : out.get("imm12");
  }

  private static void literalComment(Text out, int n) {
    if (n == PC && !out.has("Rm")) {
      int offset = out.bit(23) ? immediate(out) : -immediate(out);
      point(out, literalBase(out) + (out.bit(24) ? offset : 0));
    }
  }

  private static void point(Text out, int address) {
    out.setTarget(address);
    out.setComment(Text.hex(address));
  }

  /** PC-relative: Rn is not a field. */
  static void literal(Text out) {
    if (immediate(out) == 0 && out.bit(23)) {
      out.add("[pc]");
      point(out, literalBase(out));
    } else {
      literalOffset(out);
    }
  }

  /** As {@link #literal}, with an offset of zero written too. */
  static void literalOffset(Text out) {
    out.add("[pc, #");
    immediateOffset(out);
    out.add("]");
    point(out, literalBase(out) + (out.bit(23) ? immediate(out) : -immediate(out)));
  }

  /** Align(PC, 4), which in A32 is PC. */
  static int literalBase(Text out) {
    return out.pc() & ~3;
  }

  /** LDC and STC: as other immediates, or unindexed with an option in braces. */
  static void coprocessor(Text out) {
    if (out.bit(24) || out.bit(21)) {
      indexed(out);
      return;
    }
    out.add("[");
    out.addRegister(out.get("Rn"));
    out.add("], {");
    out.addNumber(out.get("imm8"));
    out.add("}");
  }
}
