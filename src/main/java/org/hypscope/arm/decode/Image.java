package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The A32 word as which a T32 instruction is executed and written: its image. Operations, operands,
 * effects and rules take their fields from the image, so that they serve both instruction sets.
 *
 * <p>An image is a pattern, whose fields are those of the same name in the T32 word, or are put
 * together as {@code name=part.part}, from the highest part down. A part is a field of the T32
 * word, bits ({@code 00}), {@code J~S} for NOT(J EOR S), or, as the first one, {@code sx}: the next
 * part is a signed number. A field that the T32 word lacks is written with {@code cond} alone: AL.
 */
public final class Image {
  private static final int AL = 14;

  private final String text;
  private final Pattern pattern;
  private final List<IntUnaryOperator> parts = new ArrayList<>();

  private Image(String text, Pattern raw) {
    this.text = text;
    StringBuilder plain = new StringBuilder();
    String[] tokens = text.trim().split("\\s+");
    for (String token : tokens) {
      plain.append(token.split("=")[0]).append(' ');
    }
    this.pattern = Pattern.parse(plain.toString());
    for (String token : tokens) {
      if ("01(".indexOf(token.charAt(0)) < 0) {
        String[] sides = token.split("=");
        String name = sides[0].split("[:!]")[0];
        add(pattern.get(name), sides.length == 2 ? sides[1] : name, raw);
      }
    }
  }

  /**
   * Reads the notation described above for words of {@code raw}.
   *
   * @throws IllegalArgumentException if it is not 32 bits wide or takes a field that {@code raw}
   *     lacks
   */
  public static Image parse(String text, Pattern raw) {
    return new Image(text, raw);
  }

  private void add(Field to, String source, Pattern raw) {
    IntUnaryOperator value =
        source.equals("cond") && raw.find(source) == null ? word -> AL : join(source, raw);
    int mask = -1 >>> 32 - to.width();
    parts.add(word -> (value.applyAsInt(word) & mask) << to.low());
  }

  private static IntUnaryOperator join(String source, Pattern raw) {
    boolean signed = source.startsWith("sx.");
    IntUnaryOperator joined = null;
    for (String name : (signed ? source.substring(3) : source).split("\\.")) {
      joined = joined == null ? first(name, raw, signed) : append(joined, name, raw);
    }
    return joined;
  }

  private static IntUnaryOperator first(String name, Pattern raw, boolean signed) {
    IntUnaryOperator part = part(name, raw);
    int unused = 32 - width(name, raw);
    return signed ? word -> part.applyAsInt(word) << unused >> unused : part;
  }

  private static IntUnaryOperator append(IntUnaryOperator high, String name, Pattern raw) {
    IntUnaryOperator part = part(name, raw);
    int width = width(name, raw);
    return word -> high.applyAsInt(word) << width | part.applyAsInt(word);
  }

  private static boolean isBits(String name) {
    return name.charAt(0) == '0' || name.charAt(0) == '1';
  }

  private static int width(String name, Pattern raw) {
    return isBits(name) ? name.length() : raw.get(name.split("~")[0]).width();
  }

  private static IntUnaryOperator part(String name, Pattern raw) {
    if (isBits(name)) {
      int bits = Integer.parseInt(name, 2);
      return word -> bits;
    }
    String[] fields = name.split("~");
    Field field = raw.get(fields[0]);
    if (fields.length == 1) {
      return field::of;
    }
    Field sign = raw.get(fields[1]);
    return word -> ~(field.of(word) ^ sign.of(word)) & 1;
  }

  /** The image's own pattern. */
  public Pattern pattern() {
    return pattern;
  }

  /** The image of the T32 word {@code raw}. */
  public int of(int raw) {
    int word = pattern.value() | pattern.shouldValue();
    for (IntUnaryOperator part : parts) {
      word |= part.applyAsInt(raw);
    }
    return word;
  }

  /** The notation it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
