package org.hypscope.arm.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Operands of Advanced SIMD data processing. {@code {Vd?Q}} is a doubleword register, or a quadword
 * one where the field Q is set; {@code {su}} and {@code {bits}} make a data type of the fields U
 * and size.
 */
final class SimdOperands {
  /** The last doubleword register. */
  private static final int LAST = 31;

  private static final Map<String, Consumer<Text>> ALL =
      Map.ofEntries(
          Map.entry("su", out -> out.add(out.get("U") == 1 ? "u" : "s")),
          Map.entry("bits", out -> out.add(bits(out, 1))),
          Map.entry("2bits", out -> out.add(bits(out, 2))),
          Map.entry("half", out -> out.add(out.get("h") == 1 ? "16" : "8")),
          Map.entry("right", SimdOperands::right),
          Map.entry("scalar", SimdOperands::scalar),
          Map.entry("table", SimdOperands::table),
          Map.entry("modimm", SimdOperands::modifiedImmediate),
          Map.entry("modbytes", SimdOperands::bytes),
          Map.entry("modfloat", out -> FpOperands.constant(out, imm8(out))));

  private SimdOperands() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    if (isRegister(name) && !ALL.containsKey(name)) {
      return out -> out.add(register(name, out.pattern(), out.word()));
    }
    return ALL.get(name);
  }

  /** Whether {@code name} is that of a register: {@code Dd}, {@code Qm}, {@code Vd?Q}. */
  static boolean isRegister(String name) {
    return name.matches("[DQ][dnm]|V[dnm]\\?Q|scalar");
  }

  /** The register that {@code name} is in {@code word}: d0 to d31, or q0 to q15. */
  static String register(String name, Pattern pattern, int word) {
    if (name.equals("scalar")) {
      return "d" + scalarRegister(pattern, word);
    }
    String place = name.substring(1, 2);
    int high = pattern.get(place.toUpperCase(Locale.ROOT)).of(word);
    int number = high << 4 | pattern.get("V" + place).of(word);
    boolean quad = name.endsWith("Q") ? pattern.get("Q").of(word) == 1 : name.charAt(0) == 'Q';
    return quad ? "q" + number / 2 : "d" + number;
  }

  private static String bits(Text out, int times) {
    return Integer.toString(8 * times << out.get("size"));
  }

  /** A shift to the right: the element's width less an immediate that has as many values. */
  private static void right(Text out) {
    for (int width = 3; width <= 6; width++) {
      if (out.has("imm" + width)) {
        out.add(Integer.toString((1 << width) - out.get("imm" + width)));
      }
    }
  }

  /** An element of D0 to D7 for halfwords, of D0 to D15 for words: {@code d3[1]}. */
  private static void scalar(Text out) {
    int index = out.get("M");
    index = halfwords(out.word()) ? index << 1 | out.get("Vm") >> 3 : index;
    out.add("d" + scalarRegister(out.pattern(), out.word()) + "[" + index + "]");
  }

  private static int scalarRegister(Pattern pattern, int word) {
    return pattern.get("Vm").of(word) & (halfwords(word) ? 7 : 15);
  }

  private static boolean halfwords(int word) {
    return (word >>> 20 & 3) == 1;
  }

  /** The one to four registers of a table, as far as there are so many. */
  private static void table(Text out) {
    int first = out.get("N") << 4 | out.get("Vn");
    int last = Math.min(first + out.get("len"), LAST);
    out.add(last == first ? "{d" + first + "}" : "{d" + first + "-d" + last + "}");
  }

  /** Adds the names of a table's registers. */
  static void addTable(Pattern pattern, int word, Set<String> names) {
    int first = pattern.get("N").of(word) << 4 | pattern.get("Vn").of(word);
    int last = Math.min(first + pattern.get("len").of(word), LAST);
    for (int n = first; n <= last; n++) {
      names.add("d" + n);
    }
  }

  private static int imm8(Text out) {
    return out.get("i") << 7 | out.get("imm3") << 4 | out.get("imm4");
  }

  /** AdvSIMDExpandImm() of elements of 8, 16 or 32 bits, as a number and in hexadecimal. */
  private static void modifiedImmediate(Text out) {
    int cmode = out.word() >>> 8 & 15;
    int value =
        switch (cmode) {
          case 8, 9, 14 -> imm8(out);
          case 10, 11 -> imm8(out) << 8;
          case 12 -> imm8(out) << 8 | 0xff;
          case 13 -> imm8(out) << 16 | 0xffff;
          default -> imm8(out) << (cmode >> 1) * 8;
        };
    int digits = cmode == 14 ? 2 : cmode >> 2 == 2 ? 4 : 8;
    out.add("#" + value);
    out.setComment(String.format("0x%0" + digits + "x", value));
  }

  /** A byte of ones for every bit that is set. */
  private static void bytes(Text out) {
    StringBuilder text = new StringBuilder();
    for (int bit = 7; bit >= 0; bit--) {
      text.append((imm8(out) >>> bit & 1) == 1 ? "ff" : "00");
    }
    out.add("#0x" + text);
  }
}
