package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/** What an instruction makes of one element of each of its vectors. */
@FunctionalInterface
public interface LaneOp {
  /**
   * The element of the result; bits above its width are ignored.
   *
   * @param d the destination's element before, extended as {@code type} says
   * @param n the first operand's element, or the amount of a shift by an immediate
   * @param m the second operand's element, or the only one
   * @param type what the operands are, as {@link Lanes} encodes it
   * @param s whose FPSCR takes QC and the cumulative exception flags
   */
  long apply(long d, long n, long m, int type, FpState s);
}
