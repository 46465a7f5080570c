package org.hypscope.arm.core.exec;

import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Mem;

/** Load and store multiple, of the current mode's registers (ARM ARM A5.5). */
public final class BlockTransfer {
  private static final int P = 1 << 24;
  private static final int U = 1 << 23;
  private static final int W = 1 << 21;

  private BlockTransfer() {}

  /** LDM in its four modes (A8.8.58). */
  public static void ldm(Core core, int insn) {
    int address = start(core.r(Insn.at16(insn)), insn);
    int list = insn & 0xffff;
    boolean baseLoaded = (list >>> Insn.at16(insn) & 1) != 0;
    Page page = core.mem().readableRun(address, 4 * Integer.bitCount(list));
    if (page != null && !baseLoaded) {
      loadAtOnce(core, insn, page, address & (Page.SIZE - 1));
    } else {
      loadEach(core, insn, address);
    }
  }

  private static void loadAtOnce(Core core, int insn, Page page, int first) {
    int offset = first;
    for (int list = insn & 0x7fff; list != 0; list &= list - 1) {
      core.setR(Integer.numberOfTrailingZeros(list), page.word(offset));
      offset += 4;
    }
    setBase(core, insn, Insn.at16(insn), 0);
    if ((insn & 1 << Insn.PC) != 0) {
      core.loadWritePc(page.word(offset));
    }
  }

  /** The base is loaded last, so that a fault leaves it as it was. */
  private static void loadEach(Core core, int insn, int first) {
    Mem mem = core.mem();
    int n = Insn.at16(insn);
    int address = first;
    int newBase = 0;
    int target = 0;
    for (int list = insn & 0xffff; list != 0; list &= list - 1) {
      int register = Integer.numberOfTrailingZeros(list);
      int value = mem.memA(address, 4);
      address += 4;
      if (register == n) {
        newBase = value;
      } else if (register == Insn.PC) {
        target = value;
      } else {
        core.setR(register, value);
      }
    }
    setBase(core, insn, n, newBase);
    if ((insn & 1 << Insn.PC) != 0) {
      core.loadWritePc(target);
    }
  }

  private static void setBase(Core core, int insn, int n, int loaded) {
    if ((insn & 1 << n) != 0) {
      core.setR(n, loaded);
    } else if ((insn & W) != 0) {
      core.setR(n, end(core.r(n), insn));
    }
  }

  /** STM in its four modes (A8.8.199). A base in the list is stored as it was. */
  public static void stm(Core core, int insn) {
    int base = core.r(Insn.at16(insn));
    int address = start(base, insn);
    Page page = core.mem().writableRun(address, 4 * Integer.bitCount(insn & 0xffff));
    if (page != null) {
      storeAtOnce(core, insn & 0xffff, page, address & (Page.SIZE - 1));
    } else {
      storeEach(core, insn & 0xffff, address);
    }
    if ((insn & W) != 0) {
      core.setR(Insn.at16(insn), end(base, insn));
    }
  }

  private static void storeAtOnce(Core core, int registers, Page page, int first) {
    int offset = first;
    for (int list = registers; list != 0; list &= list - 1) {
      page.setWord(offset, core.r(Integer.numberOfTrailingZeros(list)));
      offset += 4;
    }
  }

  private static void storeEach(Core core, int registers, int first) {
    int address = first;
    for (int list = registers; list != 0; list &= list - 1) {
      core.mem().setMemA(address, 4, core.r(Integer.numberOfTrailingZeros(list)));
      address += 4;
    }
  }

  /** The lowest address of the block. */
  static int start(int base, int insn) {
    int size = 4 * Integer.bitCount(insn & 0xffff);
    boolean before = (insn & P) != 0;
    if ((insn & U) != 0) {
      return before ? base + 4 : base;
    }
    return before ? base - size : base - size + 4;
  }

  /** What is written back to the base. */
  static int end(int base, int insn) {
    int size = 4 * Integer.bitCount(insn & 0xffff);
    return (insn & U) != 0 ? base + size : base - size;
  }
}
