package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Which words an encoding covers, as the manual draws them: 32 bits from bit 31 down, or the 16
 * bits of a narrow T32 instruction, as tokens parted by blanks. {@code 0101} are fixed bits; {@code
 * (0)} and {@code (1)} are bits that should be so, and make the word UNPREDICTABLE when they are
 * not; {@code name:width} is a field, with the width left out where the name tells it ({@code Rn}
 * 4, {@code cond} 4, {@code imm12} 12, a single capital 1). {@code coproc:4!101x} is a field whose
 * words belong to other encodings where it matches those bits, {@code x} being either.
 */
public final class Pattern {
  private final String text;
  private final List<Field> fields = new ArrayList<>();
  private final List<Bits> elsewhere = new ArrayList<>();
  private int mask;
  private int value;
  private int shouldMask;
  private int shouldValue;
  private int next;
  private final int width;

  private record Bits(int mask, int value) {}

  private Pattern(String text) {
    this.text = text;
    this.width = totalWidth(text);
    this.next = width;
    if (width != 32 && width != 16) {
      throw new IllegalArgumentException("pattern is " + width + " bits wide: " + text);
    }
    for (String token : text.trim().split("\\s+")) {
      if ("01(".indexOf(token.charAt(0)) >= 0) {
        bits(token);
      } else {
        field(token);
      }
    }
  }

  private static int totalWidth(String text) {
    int total = 0;
    for (String token : text.trim().split("\\s+")) {
      boolean bits = "01(".indexOf(token.charAt(0)) >= 0;
      total += bits ? token.replaceAll("[()]", "").length() : fieldWidth(token, text);
    }
    return total;
  }

  private static int fieldWidth(String token, String text) {
    String[] parts = token.split("!")[0].split(":");
    return parts.length == 2 ? Integer.parseInt(parts[1]) : impliedWidth(parts[0], text);
  }

  /**
   * Reads the notation described above.
   *
   * @throws IllegalArgumentException if it is not 32 or 16 bits wide or names a field twice
   */
  public static Pattern parse(String text) {
    return new Pattern(text);
  }

  private void bits(String token) {
    boolean should = false;
    for (char c : token.toCharArray()) {
      switch (c) {
        case '(' -> should = true;
        case ')' -> should = false;
        case '0', '1' -> fixedBit(c == '1' ? 1 : 0, should);
        default -> throw new IllegalArgumentException("bad bits '" + token + "' in: " + text);
      }
    }
  }

  private void fixedBit(int bit, boolean should) {
    next--;
    if (should) {
      shouldMask |= 1 << next;
      shouldValue |= bit << next;
    } else {
      mask |= 1 << next;
      value |= bit << next;
    }
  }

  private void field(String token) {
    String[] sides = token.split("!");
    String[] parts = sides[0].split(":");
    int fieldWidth = fieldWidth(token, text);
    next -= fieldWidth;
    if (find(parts[0]) != null) {
      throw new IllegalArgumentException("field '" + parts[0] + "' twice in: " + text);
    }
    fields.add(new Field(parts[0], next, fieldWidth));
    if (sides.length == 2) {
      int mask = Integer.parseInt(sides[1].replace('0', '1').replace('x', '0'), 2);
      int bits = Integer.parseInt(sides[1].replace('x', '0'), 2);
      elsewhere.add(new Bits(mask << next, bits << next));
    }
  }

  private static int impliedWidth(String name, String text) {
    if (name.length() == 1) {
      return 1;
    }
    if (name.startsWith("imm")) {
      return Integer.parseInt(name.replaceAll("[^0-9]", ""));
    }
    return switch (name) {
      case "type" -> 2;
      case "list" -> 16;
      case "cond" -> 4;
      default -> {
        if (name.charAt(0) == 'R' || name.startsWith("CR")) {
          yield 4;
        }
        throw new IllegalArgumentException("field '" + name + "' needs a width in: " + text);
      }
    };
  }

  /** 32, or 16 for a narrow T32 instruction, whose halfword is the low half of a word. */
  public int width() {
    return width;
  }

  /** Whether {@code word} has the fixed bits; should-be bits are not looked at. */
  public boolean matches(int word) {
    return (word & mask) == value && !leavesTo(-1, word);
  }

  /** Whether every word with these fixed bits belongs to other encodings by a field's exception. */
  public boolean leavesTo(int otherMask, int otherValue) {
    for (Bits bits : elsewhere) {
      if ((bits.mask & ~otherMask) == 0 && (otherValue & bits.mask) == bits.value) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code word} has its should-be-zero and should-be-one bits as they should be. */
  public boolean keepsShouldBe(int word) {
    return (word & shouldMask) == shouldValue;
  }

  /** The bits that are fixed. */
  public int mask() {
    return mask;
  }

  /** What the fixed bits are; zero elsewhere. */
  public int value() {
    return value;
  }

  /** The bits that should be as {@link #shouldValue} says. */
  public int shouldMask() {
    return shouldMask;
  }

  /** What the should-be bits should be; zero elsewhere. */
  public int shouldValue() {
    return shouldValue;
  }

  /** The fields from the highest bit down. */
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  /** The field of this name, or null. */
  public Field find(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /**
   * The field of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Field get(String name) {
    Field field = find(name);
    if (field == null) {
      throw new IllegalArgumentException("no field '" + name + "' in: " + text);
    }
    return field;
  }

  /** The notation it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
