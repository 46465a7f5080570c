package org.hypscope.debug;

/** Values of places as people write them: that of a field by itself. */
final class FieldValues {
  private FieldValues() {}

  /** How a value of {@code place} reads: that of a field by itself. */
  static String value(Place place, long value) {
    return "0x" + Long.toHexString(value >>> shift(place));
  }

  /** The number of the lowest bit of {@code place} in its register; 0 for what is no field. */
  static int shift(Place place) {
    if (place instanceof Place.Register at) {
      return Integer.numberOfTrailingZeros(at.mask());
    }
    return place instanceof Place.SystemRegister at ? Long.numberOfTrailingZeros(at.mask()) : 0;
  }

  private static long most(Place place) {
    if (place instanceof Place.SystemRegister at) {
      long whole = at.copy().register().width() == Long.SIZE ? -1 : 0xffff_ffffL;
      return (at.mask() & whole) >>> shift(place);
    }
    if (place instanceof Place.Register at) {
      return (at.mask() & 0xffff_ffffL) >>> shift(place);
    }
    boolean wide = place instanceof Place.Doubleword;
    return wide ? -1 : 0xffff_ffffL;
  }

  /**
   * What {@code place} holds when its value is {@code text}.
   *
   * @throws IllegalArgumentException with one sentence where that is no value of it
   */
  static long parse(String text, Place place) {
    return number(text, most(place)) << shift(place);
  }

  /**
   * The number {@code text}, {@code most} at most.
   *
   * @throws IllegalArgumentException with one sentence where it is none
   */
  static long number(String text, long most) {
    try {
      String digits = text.trim();
      boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
      long value =
          hex
              ? Long.parseUnsignedLong(digits.substring(2).replace("_", ""), 16)
              : Long.parseUnsignedLong(digits);
      if (Long.compareUnsigned(value, most) > 0) {
        throw new IllegalArgumentException(
            digits + " is too large: the largest value is 0x" + Long.toHexString(most) + ".");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number: write 1 or 0x40010000.", e);
    }
  }
}
