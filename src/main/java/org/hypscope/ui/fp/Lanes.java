package org.hypscope.ui.fp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What a doubleword can be read as: one number, or lanes of numbers, the lowest lane first. */
public enum Lanes {
  HEX("hex", 64, value -> String.format("%016x", value)),
  F64("F64", 64, value -> Double.toString(Double.longBitsToDouble(value))),
  F32("F32", 32, value -> Float.toString(Float.intBitsToFloat((int) value))),
  F16("F16", 16, value -> Float.toString(half((int) value))),
  S64("S64", 64, Long::toString),
  S32("S32", 32, value -> Integer.toString((int) value)),
  S16("S16", 16, value -> Integer.toString((short) value)),
  S8("S8", 8, value -> Integer.toString((byte) value)),
  U64("U64", 64, Long::toUnsignedString),
  U32("U32", 32, Long::toString),
  U16("U16", 16, Long::toString),
  U8("U8", 8, Long::toString);

  private static final int HALF_BIAS = 15;
  private static final int HALF_FRACTION = 10;

  private final String label;
  private final int bits;
  private final LongFunction<String> lane;

  Lanes(String label, int bits, LongFunction<String> lane) {
    this.label = label;
    this.bits = bits;
    this.lane = lane;
  }

  /** The manual's name of the type. */
  public String label() {
    return label;
  }

  /** {@code value} lane by lane. */
  public String text(long value) {
    List<String> lanes = new ArrayList<>();
    long mask = -1L >>> 64 - bits;
    for (int shift = 0; shift < 64; shift += bits) {
      lanes.add(lane.apply(value >>> shift & mask));
    }
    return String.join("  ", lanes);
  }

  /** The IEEE half-precision number with these bits (ARM ARM A2.7.3). */
  private static float half(int bits) {
    int exponent = bits >>> HALF_FRACTION & 0x1f;
    int fraction = bits & 0x3ff;
    float sign = (bits & 0x8000) == 0 ? 1 : -1;
    if (exponent == 0x1f) {
      return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
    }
    int significand = exponent == 0 ? fraction : fraction | 1 << HALF_FRACTION;
    return sign
        * Math.scalb((float) significand, Math.max(exponent, 1) - HALF_BIAS - HALF_FRACTION);
  }
}
