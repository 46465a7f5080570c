package org.hypscope.arm.core;

import java.util.Set;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.Page;

/**
 * How far QEMU translates in one piece. An instruction whose access to a system register is refused
 * or trapped has there taken the time of all that follows it in its piece: timer interrupts come
 * before the same instructions here only if that is counted too.
 */
final class TranslationBlock {
  private static final int LONGEST = 512;
  private static final int IN_PAGE = Page.SIZE - 1;
  private static final Set<String> ENDING_MNEMONICS = Set.of("ISB", "WFI", "WFE", "YIELD", "VMSR");
  private static final Set<String> ENDING_WRITES = Set.of("pc", "CPSR", "SPSR", "banked SP");
  private static final Set<String> BANKED_SECTIONS = Set.of("B9.3.9", "B9.3.10");
  private static final int CP15 = 15;
  private static final int C1 = 1;
  private static final int MAINTENANCE = 7;
  private static final int PERFORMANCE = 9;
  private static final int TIMERS = 14;
  private static final int PAR = 4;
  private static final int BARRIER = 5;
  private static final int TRANSLATION = 8;

  private TranslationBlock() {}

  /** The number of instructions after the one at the PC. */
  static int rest(Core core, Fetch fetch) {
    boolean thumb = core.thumb();
    boolean bigEndian = (core.cpsr() & Psr.E) != 0;
    int pc = core.pc();
    int count = 0;
    int at = pc;
    Decoded last = core.insnAtPc();
    while (!ends(last, thumb, bigEndian) && count < LONGEST) {
      at += last.size;
      if ((at & IN_PAGE) < last.size) {
        return count;
      }
      last = thumb ? fetch.t32(at) : fetch.a32(at);
      if (thumb && last.size == 4 && (at & IN_PAGE) == Page.SIZE - 2) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static boolean ends(Decoded insn, boolean thumb, boolean bigEndian) {
    if (insn.form == null) {
      return true;
    }
    String mnemonic = insn.form.mnemonic();
    return switch (mnemonic) {
      case "MCR" -> !isIgnored(insn.word);
      case "MCRR" -> true;
      case "MRC" -> readsTime(insn.word);
      case "MRRC" -> (insn.word >>> 8 & 15) == CP15 && (insn.word & 15) == TIMERS;
      case "SETEND" -> (insn.raw >>> (thumb ? 3 : 9) & 1) != 0 != bigEndian;
      default ->
          ENDING_MNEMONICS.contains(mnemonic)
              || BANKED_SECTIONS.contains(insn.form.section())
              || Stream.of(insn.form.effects().writes(insn.raw).split(", "))
                  .anyMatch(ENDING_WRITES::contains);
    };
  }

  /** ACTLR is a constant on QEMU, and maintenance of caches does nothing. */
  private static boolean isIgnored(int word) {
    int crn = word >>> 16 & 15;
    int crm = word & 15;
    int opc2 = word >>> 5 & 7;
    if ((word >>> 8 & 15) != CP15 || (word >>> 21 & 7) != 0) {
      return false;
    }
    boolean operation = crm == PAR || crm == TRANSLATION || crm == BARRIER && opc2 == 4;
    return crn == C1 ? crm == 0 && opc2 == 1 : crn == MAINTENANCE && !operation;
  }

  /** What follows from virtual time must be the last of a piece. */
  private static boolean readsTime(int word) {
    int crm = word & 15;
    int opc2 = word >>> 5 & 7;
    if ((word >>> 8 & 15) != CP15) {
      return false;
    }
    return switch (word >>> 16 & 15) {
      case TIMERS -> crm == 2 || crm == 3;
      case PERFORMANCE -> crm == 12 && opc2 == 0 || crm == 13 || crm == 14 && opc2 != 0;
      default -> false;
    };
  }
}
