package org.hypscope.debug;

import java.util.OptionalLong;

/**
 * Watchpoints as people write them: {@code HVBAR}, {@code HCR.VM=1}, {@code 0x40001000,skip=2},
 * {@code SP_hyp,log}.
 */
public final class WatchNames {
  private static final String SKIP = "skip=";

  private WatchNames() {}

  /**
   * The watchpoint that {@code text} describes in {@code snapshot}; a field's value is that of the
   * field alone.
   *
   * @throws IllegalArgumentException with one sentence where it describes none
   */
  public static Breakpoint.Write parse(String text, Snapshot snapshot) {
    String[] parts = text.trim().split("\\s*,\\s*");
    int skip = 0;
    boolean log = false;
    for (int n = 1; n < parts.length; n++) {
      if (parts[n].equals("log")) {
        log = true;
      } else if (parts[n].startsWith(SKIP)) {
        skip = (int) number(parts[n].substring(SKIP.length()), Integer.MAX_VALUE);
      } else {
        throw new IllegalArgumentException(
            "'" + parts[n] + "' says nothing of a watchpoint: write skip=N or log.");
      }
    }
    int equals = parts[0].indexOf('=');
    Place place = PlaceNames.parse(equals < 0 ? parts[0] : parts[0].substring(0, equals), snapshot);
    OptionalLong becomes = OptionalLong.empty();
    if (equals >= 0) {
      long most = most(place);
      becomes = OptionalLong.of(number(parts[0].substring(equals + 1), most) << shift(place));
    }
    return new Breakpoint.Write(place, becomes, skip, log);
  }

  /** How a value of {@code place} reads: that of a field by itself. */
  static String value(Place place, long value) {
    return "0x" + Long.toHexString(value >>> shift(place));
  }

  private static int shift(Place place) {
    return place instanceof Place.SystemRegister at ? Long.numberOfTrailingZeros(at.mask()) : 0;
  }

  private static long most(Place place) {
    if (place instanceof Place.SystemRegister at) {
      long whole = at.copy().register().width() == Long.SIZE ? -1 : 0xffff_ffffL;
      return (at.mask() & whole) >>> shift(place);
    }
    boolean wide = place instanceof Place.Doubleword;
    return wide ? -1 : 0xffff_ffffL;
  }

  private static long number(String text, long most) {
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
