package org.hypscope.debug;

import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;

/** What an A32 word is to a debugger that steps over, out and to hypercalls. */
final class Words {
  private static final int PC = 15;
  private static final int LR = 14;

  private Words() {}

  /** The word that {@code core} would fetch at its {@code pc}; 0 where it would fault. */
  static int fetched(Core core) {
    long at = Translations.code(core, core.pc());
    Page page = at == Translations.NONE ? null : core.bus().readable(at);
    return page == null ? 0 : at(page, (int) at);
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
    return word >>> 28 != 0xf;
  }
}
