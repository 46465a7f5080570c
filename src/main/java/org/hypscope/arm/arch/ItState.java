package org.hypscope.arm.arch;

/**
 * ITSTATE, the eight bits of CPSR that make T32 instructions conditional (ARM ARM A2.5.2): the base
 * condition in bits 7:4, and a mask in bits 3:0 whose lowest 1 says how many instructions are left;
 * 0 outside an IT block.
 */
public final class ItState {
  private ItState() {}

  /** ITSTATE of a CPSR or SPSR. */
  public static int of(int psr) {
    return psr >>> 8 & 0xfc | psr >>> 25 & 3;
  }

  /** The bits of CPSR that hold {@code it}. */
  public static int psr(int it) {
    return (it & 0xfc) << 8 | (it & 3) << 25;
  }

  /** ITAdvance(): ITSTATE of the next instruction. */
  public static int advance(int it) {
    return (it & 7) == 0 ? 0 : it & 0xe0 | it << 1 & 0x1f;
  }

  /** InITBlock(). */
  public static boolean inBlock(int it) {
    return (it & 0xf) != 0;
  }

  /** LastInITBlock(). */
  public static boolean last(int it) {
    return (it & 0xf) == 8;
  }

  /** CurrentCond() of an instruction that has no condition of its own: 14 outside an IT block. */
  public static int cond(int it) {
    return inBlock(it) ? it >>> 4 : 14;
  }

  /**
   * ITSTATE of the instruction that lies after the T32 instruction {@code raw}, which was itself
   * read under {@code it}.
   *
   * @param raw a halfword, or the two halfwords of a wide instruction with the first one above
   */
  public static int after(int raw, int it) {
    boolean opensBlock = raw >>> 8 == 0xbf && (raw & 0xf) != 0;
    return opensBlock ? raw & 0xff : advance(it);
  }
}
