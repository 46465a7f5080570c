package org.hypscope.arm.core.exec.fp;

import java.math.BigInteger;

/**
 * The floating-point functions of the manual's pseudocode (ARM ARM A2.7), written once for every
 * format from its text, on exact integers. It shares nothing with the core but the layout of FPSCR.
 */
final class ReferenceFloat {
  static final ReferenceFloat HALF = new ReferenceFloat(16, 5, 10);
  static final ReferenceFloat SINGLE = new ReferenceFloat(32, 8, 23);
  static final ReferenceFloat DOUBLE = new ReferenceFloat(64, 11, 52);

  private static final int IOC = 1;
  private static final int DZC = 2;
  private static final int OFC = 4;
  private static final int UFC = 8;
  private static final int IXC = 16;
  private static final int IDC = 128;

  private final int size;
  private final int exponentBits;
  private final int fractionBits;

  private ReferenceFloat(int size, int exponentBits, int fractionBits) {
    this.size = size;
    this.exponentBits = exponentBits;
    this.fractionBits = fractionBits;
  }

  /** FPSCR as an operation sees it and changes it. */
  static final class Control {
    int fpscr;

    Control(int fpscr) {
      this.fpscr = fpscr;
    }

    boolean alternativeHalf() {
      return (fpscr & 1 << 26) != 0;
    }

    boolean defaultNan() {
      return (fpscr & 1 << 25) != 0;
    }

    boolean flush() {
      return (fpscr & 1 << 24) != 0;
    }

    int rounding() {
      return fpscr >>> 22 & 3;
    }

    void raise(int flag) {
      fpscr |= flag;
    }
  }

  private long top() {
    return (1L << exponentBits) - 1;
  }

  private int leastExponent() {
    return 2 - (1 << exponentBits - 1);
  }

  private boolean negative(long bits) {
    return (bits >>> size - 1 & 1) != 0;
  }

  private long sign(boolean negative) {
    return negative ? 1L << size - 1 : 0;
  }

  private long exponent(long bits) {
    return bits >>> fractionBits & top();
  }

  private long fraction(long bits) {
    return bits & (1L << fractionBits) - 1;
  }

  private boolean special(long bits, Control c) {
    return exponent(bits) == top() && (size != 16 || !c.alternativeHalf());
  }

  private boolean infinite(long bits, Control c) {
    return special(bits, c) && fraction(bits) == 0;
  }

  boolean nan(long bits, Control c) {
    return special(bits, c) && fraction(bits) != 0;
  }

  private boolean signaling(long bits, Control c) {
    return nan(bits, c) && (bits >>> fractionBits - 1 & 1) == 0;
  }

  private long infinity(boolean negative) {
    return sign(negative) | top() << fractionBits;
  }

  private long defaultNan() {
    return top() << fractionBits | 1L << fractionBits - 1;
  }

  private long invalid(Control c) {
    c.raise(IOC);
    return defaultNan();
  }

  /** The operand, zero where it is a denormal number to be flushed. */
  private long unpack(long bits, Control c) {
    if (exponent(bits) == 0 && fraction(bits) != 0 && c.flush() && size != 16) {
      c.raise(IDC);
      return sign(negative(bits));
    }
    return bits;
  }

  private ExactNumber value(long bits) {
    long hidden = exponent(bits) == 0 ? 0 : 1L << fractionBits;
    long integer = hidden | fraction(bits);
    int exponent = (int) Math.max(exponent(bits), 1) - 1 + leastExponent() - fractionBits;
    return ExactNumber.of(negative(bits) ? -integer : integer, exponent);
  }

  private boolean zero(long bits) {
    return exponent(bits) == 0 && fraction(bits) == 0;
  }

  private Long nans(Control c, long... operands) {
    for (long each : operands) {
      if (signaling(each, c)) {
        c.raise(IOC);
        return c.defaultNan() ? defaultNan() : each | 1L << fractionBits - 1;
      }
    }
    for (long each : operands) {
      if (nan(each, c)) {
        return c.defaultNan() ? defaultNan() : each;
      }
    }
    return null;
  }

  long add(long a, long b, Control c) {
    return sum(a, b, false, c);
  }

  long sub(long a, long b, Control c) {
    return sum(a, b, true, c);
  }

  private long sum(long a, long b, boolean subtract, Control c) {
    long x = unpack(a, c);
    long y = unpack(b, c);
    Long nan = nans(c, x, y);
    if (nan != null) {
      return nan;
    }
    long z = subtract ? y ^ sign(true) : y;
    if (infinite(x, c) && infinite(z, c) && negative(x) != negative(z)) {
      return invalid(c);
    }
    if (infinite(x, c)) {
      return x;
    }
    if (infinite(z, c)) {
      return z;
    }
    if (zero(x) && zero(z) && negative(x) == negative(z)) {
      return x;
    }
    return roundSum(value(x).plus(value(z)), c);
  }

  private long roundSum(ExactNumber sum, Control c) {
    return sum.isZero() ? sign(c.rounding() == 2) : round(sum, c);
  }

  long mul(long a, long b, Control c) {
    long x = unpack(a, c);
    long y = unpack(b, c);
    Long nan = nans(c, x, y);
    if (nan != null) {
      return nan;
    }
    boolean negative = negative(x) != negative(y);
    if (infinite(x, c) && zero(y) || zero(x) && infinite(y, c)) {
      return invalid(c);
    }
    if (infinite(x, c) || infinite(y, c)) {
      return infinity(negative);
    }
    return zero(x) || zero(y) ? sign(negative) : round(value(x).times(value(y)), c);
  }

  long div(long a, long b, Control c) {
    long x = unpack(a, c);
    long y = unpack(b, c);
    Long nan = nans(c, x, y);
    if (nan != null) {
      return nan;
    }
    boolean negative = negative(x) != negative(y);
    if (infinite(x, c) && infinite(y, c) || zero(x) && zero(y)) {
      return invalid(c);
    }
    if (infinite(x, c) || zero(y)) {
      c.raise(infinite(x, c) ? 0 : DZC);
      return infinity(negative);
    }
    return zero(x) || infinite(y, c) ? sign(negative) : round(value(x).over(value(y)), c);
  }

  long sqrt(long a, Control c) {
    long x = unpack(a, c);
    Long nan = nans(c, x);
    if (nan != null) {
      return nan;
    }
    if (zero(x) || infinite(x, c) && !negative(x)) {
      return x;
    }
    return negative(x) ? invalid(c) : round(value(x).root(), c);
  }

  long mulAdd(long addend, long a, long b, Control c) {
    long w = unpack(addend, c);
    long x = unpack(a, c);
    long y = unpack(b, c);
    boolean noProduct = infinite(x, c) && zero(y) || zero(x) && infinite(y, c);
    Long nan = nans(c, w, x, y);
    if (nan != null) {
      return nan(w, c) && !signaling(w, c) && noProduct ? invalid(c) : nan;
    }
    boolean negative = negative(x) != negative(y);
    boolean product = infinite(x, c) || infinite(y, c);
    if (noProduct || infinite(w, c) && product && negative(w) != negative) {
      return invalid(c);
    }
    if (infinite(w, c) || product) {
      return infinity(product ? negative : negative(w));
    }
    if (zero(w) && (zero(x) || zero(y)) && negative(w) == negative) {
      return sign(negative);
    }
    return roundSum(value(w).plus(value(x).times(value(y))), c);
  }

  /** FPToFixed(), of which only the low {@code bits} count. */
  BigInteger toFixed(long a, int bits, int below, boolean unsigned, boolean toZero, Control c) {
    long x = unpack(a, c);
    if (nan(x, c)) {
      c.raise(IOC);
      return BigInteger.ZERO;
    }
    BigInteger least = unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
    BigInteger greatest = least.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    if (infinite(x, c)) {
      c.raise(IOC);
      return negative(x) ? least : greatest;
    }
    ExactNumber exact = value(x);
    BigInteger rounded = rounded(exact, -below, negative(x), toZero ? 3 : c.rounding());
    BigInteger result = negative(x) ? rounded.negate() : rounded;
    if (result.compareTo(least) < 0 || result.compareTo(greatest) > 0) {
      c.raise(IOC);
      return result.signum() < 0 ? least : greatest;
    }
    c.raise(inexact(exact, rounded, -below) ? IXC : 0);
    return result;
  }

  /** FixedToFP() of an integer with {@code below} bits below the point. */
  long fromFixed(long integer, int below, Control c) {
    return integer == 0 ? 0 : round(ExactNumber.of(integer, -below), c);
  }

  /** FPSingleToDouble(), FPDoubleToSingle(), FPHalfToSingle() or FPSingleToHalf(). */
  long convert(long a, ReferenceFloat to, Control c) {
    long x = unpack(a, c);
    boolean noNans = to.size == 16 && c.alternativeHalf();
    if (nan(x, c)) {
      c.raise(signaling(x, c) || noNans ? IOC : 0);
      return noNans ? to.sign(negative(x)) : convertNan(x, to, c);
    }
    if (infinite(x, c)) {
      c.raise(noNans ? IOC : 0);
      return noNans ? to.sign(negative(x)) | to.sign(true) - 1 : to.infinity(negative(x));
    }
    return zero(x) ? to.sign(negative(x)) : to.round(value(x), c);
  }

  private long convertNan(long x, ReferenceFloat to, Control c) {
    if (c.defaultNan()) {
      return to.defaultNan();
    }
    int down = fractionBits - to.fractionBits;
    long payload = down >= 0 ? fraction(x) >>> down : fraction(x) << -down;
    return to.sign(negative(x)) | to.defaultNan() | payload;
  }

  /** FPRound() of a number that is not zero. */
  private long round(ExactNumber exact, Control c) {
    boolean negative = exact.integer().signum() < 0;
    int exponent = exact.highest();
    if (exponent < leastExponent() && c.flush() && size != 16) {
      c.raise(UFC);
      return sign(negative);
    }
    boolean tiny = exponent < leastExponent();
    int unit = Math.max(exponent, leastExponent()) - fractionBits;
    BigInteger rounded = rounded(exact, unit, negative, c.rounding());
    boolean inexact = inexact(exact, rounded, unit);
    c.raise(tiny && inexact ? UFC : 0);
    long biased = Math.max(exponent - leastExponent(), 0);
    long bits = (biased << fractionBits) + rounded.longValueExact();
    boolean noInfinity = size == 16 && c.alternativeHalf();
    if (biased >= top() || bits >>> fractionBits >= top() + (noInfinity ? 1 : 0)) {
      return noInfinity ? tooLarge(negative, c) : overflow(negative, c);
    }
    c.raise(inexact ? IXC : 0);
    return sign(negative) | bits;
  }

  private long tooLarge(boolean negative, Control c) {
    c.raise(IOC);
    return sign(negative) | sign(true) - 1;
  }

  private long overflow(boolean negative, Control c) {
    c.raise(OFC | IXC);
    boolean infinite = c.rounding() == 0 || c.rounding() == (negative ? 2 : 1);
    return infinite ? infinity(negative) : infinity(negative) - 1;
  }

  /** The size of {@code exact} in units of 2^{@code unit}, rounded. */
  private static BigInteger rounded(ExactNumber exact, int unit, boolean negative, int rounding) {
    BigInteger down = exact.units(unit);
    if (!inexact(exact, down, unit)) {
      return down;
    }
    int half = exact.compareToHalves(down.shiftLeft(1).add(BigInteger.ONE), unit);
    boolean up =
        switch (rounding) {
          case 0 -> half > 0 || half == 0 && down.testBit(0);
          case 1 -> !negative;
          case 2 -> negative;
          default -> false;
        };
    return up ? down.add(BigInteger.ONE) : down;
  }

  private static boolean inexact(ExactNumber exact, BigInteger rounded, int unit) {
    return exact.compareToHalves(rounded.shiftLeft(1), unit) != 0;
  }
}
