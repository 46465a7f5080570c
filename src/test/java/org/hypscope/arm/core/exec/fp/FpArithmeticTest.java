package org.hypscope.arm.core.exec.fp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hypscope.arm.core.FpState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Floating-point arithmetic gives the bits and the exceptions that the manual's pseudocode gives on
 * exact integers: all rounding modes, default NaN, flush to zero, either half-precision format,
 * operands whose exponents meet or lie as far apart as they can.
 */
class FpArithmeticTest {
  private static final int CASES = Boolean.getBoolean("hypscope.long") ? 2_000_000 : 20_000;
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int STANDARD = 3 << 24;
  private static final int CONTROL = 0x07c0_0000;
  private static final int AHP = 1 << 26;
  private static final int[] SIZES = {16, 32};
  private static final ReferenceFloat HALF = ReferenceFloat.HALF;
  private static final ReferenceFloat SINGLE = ReferenceFloat.SINGLE;
  private static final ReferenceFloat DOUBLE = ReferenceFloat.DOUBLE;

  /** Three operands and how a number in fixed point looks. */
  record Operands(long a, long b, long c, int size, int below, boolean unsigned, boolean asked) {
    private long integer() {
      long up = a << 64 - size;
      return unsigned ? up >>> 64 - size : up >> 64 - size;
    }
  }

  /** What the core computes; {@code standard} as its functions take it. */
  private interface Ours {
    long of(Operands o, FpState s, boolean standard);
  }

  /** What it should be. */
  private interface Theirs {
    long of(Operands o, ReferenceFloat.Control c);
  }

  /**
   * An operation: the bits of its operands and of its result, whether it takes {@code standard},
   * both sides.
   */
  private record Operation(
      String name, int bits, int resultBits, boolean simd, Ours ours, Theirs theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Operation single(String name, Ours ours, Theirs theirs) {
    return new Operation(name + " of singles", 32, 32, true, ours, theirs);
  }

  private static Operation of64(String name, Ours ours, Theirs theirs) {
    return new Operation(name + " of doubles", 64, 64, false, ours, theirs);
  }

  static Stream<Operation> operations() {
    return Stream.of(singles(), doubles(), conversions(), fixed()).flatMap(List::stream);
  }

  private static List<Operation> singles() {
    return List.of(
        single(
            "sum",
            (o, s, std) -> FpSingle.add((int) o.a, (int) o.b, s, std),
            (o, c) -> SINGLE.add(o.a, o.b, c)),
        single(
            "difference",
            (o, s, std) -> FpSingle.sub((int) o.a, (int) o.b, s, std),
            (o, c) -> SINGLE.sub(o.a, o.b, c)),
        single(
            "product",
            (o, s, std) -> FpSingle.mul((int) o.a, (int) o.b, s, std),
            (o, c) -> SINGLE.mul(o.a, o.b, c)),
        single(
            "quotient",
            (o, s, std) -> FpSingle.div((int) o.a, (int) o.b, s, std),
            (o, c) -> SINGLE.div(o.a, o.b, c)),
        single(
            "root", (o, s, std) -> FpSingle.sqrt((int) o.a, s, std), (o, c) -> SINGLE.sqrt(o.a, c)),
        single(
            "fused sum",
            (o, s, std) -> FpSingle.fma((int) o.a, (int) o.b, (int) o.c, s, std),
            (o, c) -> SINGLE.mulAdd(o.a, o.b, o.c, c)));
  }

  private static List<Operation> doubles() {
    return List.of(
        of64(
            "sum",
            (o, s, std) -> FpDouble.add(o.a, o.b, s, std),
            (o, c) -> DOUBLE.add(o.a, o.b, c)),
        of64(
            "difference",
            (o, s, std) -> FpDouble.sub(o.a, o.b, s, std),
            (o, c) -> DOUBLE.sub(o.a, o.b, c)),
        of64(
            "product",
            (o, s, std) -> FpDouble.mul(o.a, o.b, s, std),
            (o, c) -> DOUBLE.mul(o.a, o.b, c)),
        of64(
            "quotient",
            (o, s, std) -> FpDouble.div(o.a, o.b, s, std),
            (o, c) -> DOUBLE.div(o.a, o.b, c)),
        of64("root", (o, s, std) -> FpDouble.sqrt(o.a, s, std), (o, c) -> DOUBLE.sqrt(o.a, c)),
        of64(
            "fused sum",
            (o, s, std) -> FpDouble.fma(o.a, o.b, o.c, s, std),
            (o, c) -> DOUBLE.mulAdd(o.a, o.b, o.c, c)));
  }

  private static List<Operation> conversions() {
    return List.of(
        new Operation(
            "half to single",
            16,
            32,
            true,
            (o, s, std) -> FpHalf.toSingle((int) o.a, s, std),
            (o, c) -> HALF.convert(o.a, SINGLE, c)),
        single(
            "conversion to half",
            (o, s, std) -> FpHalf.fromSingle((int) o.a, s, std),
            (o, c) -> SINGLE.convert(o.a, HALF, c)),
        new Operation(
            "single to double",
            32,
            64,
            true,
            (o, s, std) -> FpConvert.singleToDouble((int) o.a, s, std),
            (o, c) -> SINGLE.convert(o.a, DOUBLE, c)),
        new Operation(
            "double to single",
            64,
            32,
            false,
            (o, s, std) -> FpConvert.doubleToSingle(o.a, s, std),
            (o, c) -> DOUBLE.convert(o.a, SINGLE, c)));
  }

  private static List<Operation> fixed() {
    return List.of(
        single(
            "conversion to fixed point",
            (o, s, std) ->
                FpConvert.singleToFixed((int) o.a, o.size, o.below, o.unsigned, o.asked, s, std),
            (o, c) -> SINGLE.toFixed(o.a, o.size, o.below, o.unsigned, o.asked, c).intValue()),
        of64(
            "conversion to fixed point",
            (o, s, std) -> FpConvert.doubleToFixed(o.a, o.size, o.below, o.unsigned, o.asked, s),
            (o, c) -> DOUBLE.toFixed(o.a, o.size, o.below, o.unsigned, o.asked, c).longValue()),
        new Operation(
            "fixed point to single",
            32,
            32,
            true,
            (o, s, std) ->
                FpConvert.fixedToSingle((int) o.a, o.size, o.below, o.unsigned, false, s, std),
            (o, c) -> SINGLE.fromFixed(o.integer(), o.below, c)),
        new Operation(
            "fixed point to double",
            32,
            64,
            false,
            (o, s, std) -> FpConvert.fixedToDouble((int) o.a, o.size, o.below, o.unsigned),
            (o, c) -> DOUBLE.fromFixed(o.integer(), o.below, c)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isThatOfTheManual(Operation operation) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 0; n < CASES; n++) {
      Operands operands = operands(operation.bits, random);
      int before = random.nextInt() & CONTROL;
      boolean standard = operation.simd && random.nextInt(4) == 0;
      assertThat(ours(operation, operands, before, standard))
          .as("case %d: %s, FPSCR %08x, standard %s", n, operands, before, standard)
          .isEqualTo(theirs(operation, operands, before, standard));
    }
  }

  /** A sum beyond 2^1000 is exact where the other operand is zero, as anywhere else. */
  @ParameterizedTest
  @MethodSource("roundings")
  void aZeroLeavesAHugeNumberAsItIs(int rounding) {
    long huge = Double.doubleToRawLongBits(-0x1.8p1020);
    FpState s = new FpState();
    s.setFpscr(rounding << 22);
    assertThat(FpDouble.add(huge, 0, s, false)).isEqualTo(huge);
    assertThat(FpDouble.sub(0, huge, s, false)).isEqualTo(huge ^ FpDouble.SIGN);
    assertThat(s.fpscr()).isEqualTo(rounding << 22);
  }

  static Stream<Integer> roundings() {
    return Stream.of(FpState.NEAREST, FpState.PLUS, FpState.MINUS, FpState.ZERO);
  }

  private static String ours(Operation operation, Operands o, int before, boolean standard) {
    FpState s = new FpState();
    s.setFpscr(before);
    return shown(operation, operation.ours.of(o, s, standard), s.fpscr() & ~CONTROL);
  }

  private static String theirs(Operation operation, Operands o, int before, boolean standard) {
    int control = standard ? before & AHP | STANDARD : before;
    ReferenceFloat.Control c = new ReferenceFloat.Control(control);
    return shown(operation, operation.theirs.of(o, c), c.fpscr & ~CONTROL);
  }

  private static String shown(Operation operation, long value, int flags) {
    long bits = value & -1L >>> 64 - operation.resultBits;
    return String.format("%x, exceptions %02x", bits, flags);
  }

  private static Operands operands(int bits, SplittableRandom random) {
    long a = operand(bits, random);
    boolean near = random.nextBoolean();
    long b = near ? near(bits, a, random) : operand(bits, random);
    long c = near ? near(bits, b, random) : operand(bits, random);
    int size = SIZES[random.nextInt(2)];
    return new Operands(
        a, b, c, size, random.nextInt(size + 1), random.nextBoolean(), random.nextBoolean());
  }

  private static int fractionBits(int bits) {
    return bits == 16 ? 10 : bits == 32 ? 23 : 52;
  }

  /** A number of few bits, at the edge of its range, among the integers, or any. */
  private static long operand(int bits, SplittableRandom random) {
    long mask = -1L >>> 64 - bits;
    int fraction = fractionBits(bits);
    long top = mask >>> 1 >>> fraction;
    long sign = random.nextLong() & ~(mask >>> 1) & mask;
    long exponent =
        switch (random.nextInt(5)) {
          case 0 -> 0;
          case 1 -> top - random.nextInt(3);
          case 2 -> random.nextInt(1, 4);
          case 3 -> (top >> 1) + random.nextInt(-4, 36) & top;
          default -> random.nextLong() & top;
        };
    long low = random.nextLong() & (1L << fraction) - 1;
    long all = (1L << fraction) - 1;
    long kept =
        switch (random.nextInt(5)) {
          case 0 -> 0;
          case 1 -> low & -low;
          case 2 -> all & ~(low & -low);
          default -> low;
        };
    return sign | exponent << fraction | kept;
  }

  /** A number whose exponent is {@code a}'s or near it, whose fraction is {@code a}'s or not. */
  private static long near(int bits, long a, SplittableRandom random) {
    long mask = -1L >>> 64 - bits;
    int fraction = fractionBits(bits);
    long sign = random.nextLong() & ~(mask >>> 1) & mask;
    long moved = a + ((long) random.nextInt(-fraction - 3, fraction + 4) << fraction);
    long changed = random.nextBoolean() ? moved + random.nextInt(-2, 3) : moved;
    return (changed ^ sign) & mask;
  }
}
