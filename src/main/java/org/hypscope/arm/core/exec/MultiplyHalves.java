package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * The signed multiplies of halfwords and of most significant words (ARM ARM A4.4.3, tables A4-4 and
 * A4-6). An addition that overflows sets Q and wraps.
 */
public final class MultiplyHalves {
  private static final int N_HIGH = 5;
  private static final int M_HIGH = 6;
  private static final int SWAP = 5;
  private static final int ROUND = 5;

  private MultiplyHalves() {}

  /** SMLABB, SMLABT, SMLATB, SMLATT (A8.8.176). */
  public static void smlaxy(Core core, int insn) {
    accumulate(core, insn, half(core, insn, Insn.at0(insn), N_HIGH) * halfM(core, insn));
  }

  /** SMULBB, SMULBT, SMULTB, SMULTT (A8.8.188). */
  public static void smulxy(Core core, int insn) {
    int product = half(core, insn, Insn.at0(insn), N_HIGH) * halfM(core, insn);
    core.setR(Insn.at16(insn), product);
  }

  /** SMLALBB, SMLALBT, SMLALTB, SMLALTT (A8.8.179). */
  public static void smlalxy(Core core, int insn) {
    int product = half(core, insn, Insn.at0(insn), N_HIGH) * halfM(core, insn);
    Multiply.setLong(core, insn, Multiply.accumulator(core, insn) + product);
  }

  /** SMLAWB, SMLAWT (A8.8.181). */
  public static void smlawy(Core core, int insn) {
    accumulate(core, insn, wordByHalf(core, insn));
  }

  /** SMULWB, SMULWT (A8.8.190). */
  public static void smulwy(Core core, int insn) {
    core.setR(Insn.at16(insn), wordByHalf(core, insn));
  }

  /** SMLAD and SMLADX (A8.8.177). */
  public static void smlad(Core core, int insn) {
    accumulate(core, insn, (long) low(core, insn) + high(core, insn));
  }

  /** SMUAD and SMUADX (A8.8.187). */
  public static void smuad(Core core, int insn) {
    write(core, insn, (long) low(core, insn) + high(core, insn));
  }

  /** SMLSD and SMLSDX (A8.8.182). */
  public static void smlsd(Core core, int insn) {
    accumulate(core, insn, (long) low(core, insn) - high(core, insn));
  }

  /** SMUSD and SMUSDX, which cannot overflow (A8.8.191). */
  public static void smusd(Core core, int insn) {
    core.setR(Insn.at16(insn), low(core, insn) - high(core, insn));
  }

  /** SMLALD and SMLALDX (A8.8.180). */
  public static void smlald(Core core, int insn) {
    long sum = (long) low(core, insn) + high(core, insn);
    Multiply.setLong(core, insn, Multiply.accumulator(core, insn) + sum);
  }

  /** SMLSLD and SMLSLDX (A8.8.183). */
  public static void smlsld(Core core, int insn) {
    long difference = (long) low(core, insn) - high(core, insn);
    Multiply.setLong(core, insn, Multiply.accumulator(core, insn) + difference);
  }

  /** SMMLA and SMMLAR (A8.8.184). */
  public static void smmla(Core core, int insn) {
    mostSignificant(core, insn, addend(core, insn) + product(core, insn));
  }

  /** SMMLS and SMMLSR (A8.8.185). */
  public static void smmls(Core core, int insn) {
    mostSignificant(core, insn, addend(core, insn) - product(core, insn));
  }

  /** SMMUL and SMMULR (A8.8.186). */
  public static void smmul(Core core, int insn) {
    mostSignificant(core, insn, product(core, insn));
  }

  private static void mostSignificant(Core core, int insn, long result) {
    long rounded = Insn.isSet(insn, ROUND) ? result + 0x8000_0000L : result;
    core.setR(Insn.at16(insn), (int) (rounded >>> 32));
  }

  private static long product(Core core, int insn) {
    return (long) Multiply.n(core, insn) * Multiply.m(core, insn);
  }

  private static long addend(Core core, int insn) {
    return (long) core.r(Insn.at12(insn)) << 32;
  }

  private static int half(Core core, int insn, int register, int selector) {
    int value = core.r(register);
    return Insn.isSet(insn, selector) ? value >> 16 : (short) value;
  }

  private static int halfM(Core core, int insn) {
    return half(core, insn, Insn.at8(insn), M_HIGH);
  }

  private static int wordByHalf(Core core, int insn) {
    return (int) ((long) Multiply.n(core, insn) * halfM(core, insn) >> 16);
  }

  private static int operand2(Core core, int insn) {
    int m = Multiply.m(core, insn);
    return Insn.isSet(insn, SWAP) ? Integer.rotateRight(m, 16) : m;
  }

  private static int low(Core core, int insn) {
    return (short) Multiply.n(core, insn) * (short) operand2(core, insn);
  }

  private static int high(Core core, int insn) {
    return (Multiply.n(core, insn) >> 16) * (operand2(core, insn) >> 16);
  }

  private static void accumulate(Core core, int insn, long product) {
    write(core, insn, product + core.r(Insn.at12(insn)));
  }

  private static void write(Core core, int insn, long result) {
    core.setR(Insn.at16(insn), (int) result);
    if (result != (int) result) {
      core.setQ();
    }
  }
}
