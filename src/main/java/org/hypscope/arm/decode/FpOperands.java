package org.hypscope.arm.decode;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Operands of Advanced SIMD and Floating-point instructions. A register's number is a field {@code
 * Vd}, {@code Vn} or {@code Vm} and the bit {@code D}, {@code N} or {@code M}: below it for a
 * single-precision register, above it for a doubleword; {@code Sd}, {@code Dn} or {@code Qm} name
 * the register that it is read as.
 */
final class FpOperands {
  private static final Map<Integer, String> SYSTEM =
      Map.of(
          0, "fpsid", 1, "fpscr", 6, "mvfr1", 7, "mvfr0", 8, "fpexc", 9, "fpinst", 10, "fpinst2");

  private static final Map<String, Consumer<Text>> ALL =
      Map.ofEntries(
          Map.entry("Vn?Q", out -> sized("n", out)),
          Map.entry("fpimm", FpOperands::immediate),
          Map.entry("fbits16", out -> fraction(out, 16)),
          Map.entry("fbits32", out -> fraction(out, 32)),
          Map.entry("index8", out -> out.addNumber(out.get("hi") << 2 | out.get("lo"))),
          Map.entry("index16", out -> out.addNumber(out.get("hi") << 1 | out.get("lo"))),
          Map.entry("singles", out -> list(out, 'S', out.get("imm8"))),
          Map.entry("doubles", out -> list(out, 'D', out.get("imm7"))),
          Map.entry("deprecated", out -> out.setComment("Deprecated")),
          Map.entry("fpsystem", FpOperands::system));

  private FpOperands() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    if (isRegister(name)) {
      return out -> out.add(register(name, out.pattern(), out.word()));
    }
    return ALL.get(name);
  }

  /** Whether {@code name} is that of a register operand: {@code Sd}, {@code Dn}, {@code Sm+1}. */
  static boolean isRegister(String name) {
    return name.matches("[SDQ][dnm](\\+1)?");
  }

  /** The register that {@code name} is in {@code word}: s0 to s31, d0 to d31, q0 to q15. */
  static String register(String name, Pattern pattern, int word) {
    char kind = name.charAt(0);
    int next = name.endsWith("+1") ? 1 : 0;
    int number = number(kind, name.charAt(1), pattern, word) + next;
    return Character.toLowerCase(kind) + Integer.toString(number);
  }

  /** Adds the names of a list of single-precision or doubleword registers. */
  static void addList(boolean singles, Pattern pattern, int word, Set<String> names) {
    int count = pattern.get(singles ? "imm8" : "imm7").of(word);
    int first = number(singles ? 'S' : 'D', 'd', pattern, word);
    for (int n = first; n < Math.min(first + count, 32); n++) {
      names.add((singles ? "s" : "d") + n);
    }
  }

  private static int number(char kind, char place, Pattern pattern, int word) {
    int field = pattern.get("V" + place).of(word);
    int bit = pattern.get(String.valueOf(Character.toUpperCase(place))).of(word);
    return switch (kind) {
      case 'S' -> field << 1 | bit;
      case 'D' -> bit << 4 | field;
      default -> (bit << 4 | field) >> 1;
    };
  }

  /** A doubleword register, or a quadword one where the bit Q is set. */
  private static void sized(String place, Text out) {
    String name = (out.get("Q") == 1 ? "Q" : "D") + place;
    out.add(register(name, out.pattern(), out.word()));
  }

  private static void immediate(Text out) {
    constant(out, out.get("imm4H") << 4 | out.get("imm4L"));
  }

  /**
   * The constant that VFPExpandImm() makes of {@code imm8}, with the bits of the single-precision
   * number. It has a point always: assemblers take a number without one for the bits.
   */
  static void constant(Text out, int imm8) {
    int exponent = (imm8 & 0x40) != 0 ? 0x3e00_0000 : 0x4000_0000;
    int bits = (imm8 & 0x80) << 24 | exponent | (imm8 & 0x3f) << 19;
    out.add("#" + Float.intBitsToFloat(bits));
    out.setComment(String.format("0x%08x", bits));
  }

  private static void fraction(Text out, int size) {
    out.addNumber(size - (out.get("imm4") << 1 | out.get("i")));
  }

  /** A run of {@code count} registers; of one that runs past the last register, those there are. */
  private static void list(Text out, char kind, int count) {
    String first = register(kind + "d", out.pattern(), out.word());
    int from = number(kind, 'd', out.pattern(), out.word());
    int most = Math.min(32 - from, kind == 'S' ? 32 : 16);
    int last = from + Math.max(1, Math.min(count, most)) - 1;
    out.add(last == from ? "{" + first + "}" : "{" + first + "-" + first.charAt(0) + last + "}");
  }

  private static void system(Text out) {
    int number = out.get("reg");
    String unknown = "<impl def 0x" + Integer.toHexString(number) + ">";
    out.add(SYSTEM.getOrDefault(number, unknown));
  }
}
