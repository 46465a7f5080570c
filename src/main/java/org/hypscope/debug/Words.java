package org.hypscope.debug;

import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.decode.ThumbTable;
import org.hypscope.arm.isa.IsaDecoder;

/**
 * What an instruction is to a debugger that steps over, out and to hypercalls: asked of the A32
 * word, which for T32 is its image with the condition of the IT block in its place.
 */
final class Words {
  private static final int PC = 15;
  private static final int LR = 14;
  private static final int UNCONDITIONAL = 0xf;

  private Words() {}

  /**
   * The word that {@code core} executes at its {@code pc}, of T32 its image; 0 where the fetch
   * would fault.
   */
  static int fetched(Core core) {
    if (!core.thumb()) {
      Page page = page(core, core.pc());
      return page == null ? 0 : at(page, core.pc());
    }
    int hw1 = half(core, core.pc());
    return hw1 < 0 ? 0 : image(hw1, half(core, core.pc() + 2), core.itState());
  }

  /** The instruction that {@code core} executes at its {@code pc}; null where the fetch faults. */
  static DisassembledInsn disassembled(Core core) {
    if (!core.thumb()) {
      Page page = page(core, core.pc());
      return page == null ? null : Disassembly.a32(at(page, core.pc()), core.pc());
    }
    int hw1 = half(core, core.pc());
    int hw2 = hw1 >= 0 && ThumbTable.isWide(hw1) ? half(core, core.pc() + 2) : 0;
    return hw1 < 0 || hw2 < 0 ? null : Disassembly.t32(hw1, hw2, core.pc(), core.itState());
  }

  /** What lies at {@code pc}: another number for each encoding of A32 and T32; -1 for a fault. */
  static long encoding(Core core) {
    if (!core.thumb()) {
      Page page = page(core, core.pc());
      return page == null ? -1 : at(page, core.pc()) & 0xffff_ffffL;
    }
    int hw1 = half(core, core.pc());
    int hw2 = hw1 >= 0 && ThumbTable.isWide(hw1) ? half(core, core.pc() + 2) : 0;
    return hw1 < 0 || hw2 < 0 ? -1 : 1L << 32 | (long) hw1 << 16 | hw2;
  }

  private static Page page(Core core, int address) {
    long at = Translations.code(core, address);
    return at == Translations.NONE ? null : core.bus().readable(at);
  }

  private static int half(Core core, int address) {
    Page page = page(core, address);
    int at = address & (Page.SIZE - 2);
    return page == null ? -1 : page.bytes[at] & 0xff | (page.bytes[at + 1] & 0xff) << 8;
  }

  /** The A32 word of a T32 instruction under the ITSTATE {@code it}; 0 where there is none. */
  static int image(int hw1, int hw2, int it) {
    Decoded insn = IsaDecoder.instance().t32(hw1, hw2);
    boolean conditional = insn.word >>> 28 != UNCONDITIONAL && ItState.inBlock(it);
    int cond = conditional ? ItState.cond(it) : insn.word >>> 28;
    return insn.form == null ? 0 : insn.word & 0x0fff_ffff | cond << 28;
  }

  /** The bytes of the instruction that {@code core} executes next: 4, or 2. */
  static int size(Core core) {
    return core.thumb() && !ThumbTable.isWide(half(core, core.pc())) ? 2 : 4;
  }

  /** The word of {@code page} that holds {@code address}. */
  static int at(Page page, int address) {
    int at = address & (Page.SIZE - 4);
    byte[] bytes = page.bytes;
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  /** Whether the condition of {@code word}, which {@link #fetched} gave, passes. */
  static boolean isExecuted(Core core, int word) {
    return word >>> 28 == UNCONDITIONAL || core.passes(word >>> 28);
  }

  static boolean isHvc(int word) {
    return (word & 0x0ff000f0) == 0x01400070 && conditional(word);
  }

  static boolean isSvc(int word) {
    return (word & 0x0f000000) == 0x0f000000 && conditional(word);
  }

  static boolean isSmc(int word) {
    return (word & 0x0ff000f0) == 0x01600070 && conditional(word);
  }

  /** BL or BLX, immediate or register. */
  static boolean isCall(int word) {
    boolean blx = (word & 0xfe000000) == 0xfa000000;
    boolean bl = (word & 0x0f000000) == 0x0b000000 && conditional(word);
    boolean blxRegister = (word & 0x0ffffff0) == 0x012fff30 && conditional(word);
    return blx || bl || blxRegister;
  }

  /** What step over runs to the end of: a call, or an exception that somebody answers. */
  static boolean isSteppedOver(int word) {
    return isCall(word) || isHvc(word) || isSvc(word) || isSmc(word);
  }

  /** BX LR, MOV PC, LR, and every load of PC: what functions return by. */
  static boolean isFunctionReturn(int word) {
    if (!conditional(word)) {
      return false;
    }
    boolean bxLr = (word & 0x0fffffff) == (0x012fff10 | LR);
    boolean movPcLr = (word & 0x0fffffff) == (0x01a00000 | PC << 12 | LR);
    boolean ldmPc = (word & 0x0e508000) == 0x08108000;
    boolean ldrPcFromStack = (word & 0x0c5ff000) == 0x041df000;
    return bxLr || movPcLr || ldmPc || ldrPcFromStack;
  }

  /** ERET, the data-processing instructions with S to PC, LDM with PC and ^, RFE. */
  static boolean isExceptionReturn(int word) {
    if (!conditional(word)) {
      return (word & 0xfe50ffff) == 0xf8100a00;
    }
    boolean eret = (word & 0x0fffffff) == 0x0160006e;
    boolean ldm = (word & 0x0e508000) == 0x08508000;
    return eret || ldm || isAluToPc(word);
  }

  /** The immediate of an HVC, SMC or SVC. */
  static int immediate(int word) {
    if (isSvc(word)) {
      return word & 0x00ffffff;
    }
    return isSmc(word) ? word & 0xf : (word >>> 4 & 0xfff0) | word & 0xf;
  }

  private static boolean isAluToPc(int word) {
    boolean immediate = (word & 0x0e10f000) == 0x0210f000;
    boolean register = (word & 0x0e10f010) == 0x0010f000;
    boolean compares = (word & 0x01800000) == 0x01000000;
    return (immediate || register) && !compares;
  }

  private static boolean conditional(int word) {
    return word >>> 28 != UNCONDITIONAL;
  }
}
