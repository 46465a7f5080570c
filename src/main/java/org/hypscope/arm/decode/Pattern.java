package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Which words an encoding covers, as the manual draws them: 32 bits from bit 31 down, as tokens
 * parted by blanks. {@code 0101} are fixed bits; {@code (0)} and {@code (1)} are bits that should
 * be so, and make the word UNPREDICTABLE when they are not; {@code name:width} is a field, with the
 * width left out where the name tells it ({@code Rn} 4, {@code cond} 4, {@code imm12} 12, a single
 * capital 1).
 */
public final class Pattern {
  private final String text;
  private final List<Field> fields = new ArrayList<>();
  private int mask;
  private int value;
  private int shouldMask;
  private int shouldValue;
  private int next = 32;

  private Pattern(String text) {
    this.text = text;
    for (String token : text.trim().split("\\s+")) {
      if ("01(".indexOf(token.charAt(0)) >= 0) {
        bits(token);
      } else {
        field(token);
      }
    }
    if (next != 0) {
      throw new IllegalArgumentException("pattern is " + (32 - next) + " bits wide: " + text);
    }
  }

  /**
   * Reads the notation described above.
   *
   * @throws IllegalArgumentException if it is not 32 bits wide or names a field twice
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
    String[] parts = token.split(":");
    int width = parts.length == 2 ? Integer.parseInt(parts[1]) : impliedWidth(token);
    next -= width;
    if (find(parts[0]) != null) {
      throw new IllegalArgumentException("field '" + parts[0] + "' twice in: " + text);
    }
    fields.add(new Field(parts[0], next, width));
  }

  private int impliedWidth(String name) {
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

  /** Whether {@code word} has the fixed bits; should-be bits are not looked at. */
  public boolean matches(int word) {
    return (word & mask) == value;
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
