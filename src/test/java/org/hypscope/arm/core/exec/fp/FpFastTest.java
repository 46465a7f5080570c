package org.hypscope.arm.core.exec.fp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.hypscope.arm.core.FpState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arithmetic takes a shorter way where Inexact is raised already. It must give what the long way
 * gives, which is taken while Inexact is clear: the same bits, and the same exceptions beside it.
 */
class FpFastTest {
  private static final int PAIRS = 40_000;
  private static final int FLUSH = 1 << 24;
  private static final int DEFAULT_NAN = 1 << 25;

  /** An operation on three operands, of which it may ignore some. */
  private interface Singles {
    int apply(int a, int b, int c, FpState s, boolean standard);
  }

  private interface Doubles {
    long apply(long a, long b, long c, FpState s);
  }

  static Stream<Singles> singles() {
    return Stream.of(
        (a, b, c, s, standard) -> FpSingle.add(a, b, s, standard),
        (a, b, c, s, standard) -> FpSingle.sub(a, b, s, standard),
        (a, b, c, s, standard) -> FpSingle.mul(a, b, s, standard),
        (a, b, c, s, standard) -> FpSingle.div(a, b, s, standard),
        (a, b, c, s, standard) -> FpSingle.sqrt(a, s, standard),
        FpSingle::fma);
  }

  static Stream<Doubles> doubles() {
    return Stream.of(
        (a, b, c, s) -> FpDouble.add(a, b, s, false),
        (a, b, c, s) -> FpDouble.sub(a, b, s, false),
        (a, b, c, s) -> FpDouble.mul(a, b, s, false),
        (a, b, c, s) -> FpDouble.div(a, b, s, false),
        (a, b, c, s) -> FpDouble.sqrt(a, s, false),
        (a, b, c, s) -> FpDouble.fma(a, b, c, s, false));
  }

  @ParameterizedTest
  @MethodSource("singles")
  void singlesAreThoseOfTheLongWay(Singles operation) {
    Random random = random();
    for (int n = 0; n < PAIRS; n++) {
      int a = single(random);
      int b = single(random);
      int c = single(random);
      int fpscr = fpscr(random);
      boolean standard = random.nextBoolean();
      FpState longWay = with(fpscr);
      FpState fast = with(fpscr | FpState.IXC);
      assertThat(operation.apply(a, b, c, fast, standard))
          .as("%08x %08x %08x under %08x, standard %s", a, b, c, fpscr, standard)
          .isEqualTo(operation.apply(a, b, c, longWay, standard));
      assertThat(fast.fpscr()).isEqualTo(longWay.fpscr() | FpState.IXC);
    }
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void doublesAreThoseOfTheLongWay(Doubles operation) {
    Random random = random();
    for (int n = 0; n < PAIRS; n++) {
      long a = number(random);
      long b = number(random);
      long c = number(random);
      int fpscr = fpscr(random);
      FpState longWay = with(fpscr);
      FpState fast = with(fpscr | FpState.IXC);
      assertThat(operation.apply(a, b, c, fast))
          .as("%016x %016x %016x under %08x", a, b, c, fpscr)
          .isEqualTo(operation.apply(a, b, c, longWay));
      assertThat(fast.fpscr()).isEqualTo(longWay.fpscr() | FpState.IXC);
    }
  }

  private static Random random() {
    return new Random(Long.getLong("hypscope.seed", 1));
  }

  private static FpState with(int fpscr) {
    FpState state = new FpState();
    state.setFpscr(fpscr);
    return state;
  }

  private static int fpscr(Random random) {
    int rounding = random.nextInt(4) == 0 ? random.nextInt(4) << 22 : 0;
    return rounding | random.nextInt(4) << 24 & (FLUSH | DEFAULT_NAN);
  }

  /** Any bits; or an exponent at an end or near one; or few bits of fraction. */
  private static int single(Random random) {
    int bits = random.nextInt();
    int exponent = exponent(random, 0xff, 0x7f);
    return switch (random.nextInt(4)) {
      case 0 -> bits;
      case 1 -> bits & 0x8000_0007 | exponent << 23;
      case 2 -> bits & 0x8070_0000 | exponent << 23;
      default -> bits & 0x807f_ffff | exponent << 23;
    };
  }

  private static long number(Random random) {
    long bits = random.nextLong();
    long exponent = (long) exponent(random, 0x7ff, 0x3ff) << 52;
    return switch (random.nextInt(4)) {
      case 0 -> bits;
      case 1 -> bits & 0x8000_0000_0000_0007L | exponent;
      case 2 -> bits & 0x800e_0000_0000_0000L | exponent;
      default -> bits & 0x800f_ffff_ffff_ffffL | exponent;
    };
  }

  private static int exponent(Random random, int all, int one) {
    int near = random.nextInt(4);
    return switch (random.nextInt(4)) {
      case 0 -> near;
      case 1 -> all - near;
      case 2 -> one / 2 + near;
      default -> one + near;
    };
  }
}
