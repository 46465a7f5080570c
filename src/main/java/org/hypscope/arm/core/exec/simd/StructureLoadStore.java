package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/**
 * Element and structure loads and stores (ARM ARM A7.7). The operations are made for a structure of
 * {@code elements} elements, 1 to 4, in registers {@code spacing} apart.
 */
public final class StructureLoadStore {
  private static final int L = 1 << 21;
  private static final int NO_WRITEBACK = 15;
  private static final int BY_SIZE = 13;
  private static final long WORD = 0xffff_ffffL;

  private StructureLoadStore() {}

  /** All elements of {@code elements} times {@code registers} doublewords. */
  public static Operation multiple(int elements, int registers, int spacing) {
    return (core, insn) -> {
      SimdInsn.checkOne(core, insn);
      int address = core.r(insn >>> 16 & 15);
      int align = insn >>> 4 & 3;
      core.mem().checkAlignment(address, align == 0 ? 1 : 4 << align, !loads(insn));
      int bytes = 1 << (insn >>> 6 & 3);
      int d = SimdInsn.d(insn);
      for (int r = 0; r < registers; r++) {
        address = structures(core, insn, d + r, elements, spacing, bytes, address);
      }
      writeBack(core, insn, 8 * registers * elements);
    };
  }

  /** One doubleword's worth of structures: returns the address after them. */
  private static int structures(
      Core core, int insn, int d, int elements, int spacing, int bytes, int start) {
    int address = start;
    for (int at = 0; at < 64; at += 8 * bytes) {
      for (int k = 0; k < elements; k++) {
        move(core, insn, d + k * spacing, at, bytes, address);
        address += bytes;
      }
    }
    return address;
  }

  /** One structure, to or from one lane of each register. */
  public static Operation lane(int elements) {
    return (core, insn) -> {
      SimdInsn.checkOne(core, insn);
      int address = core.r(insn >>> 16 & 15);
      int size = insn >>> 10 & 3;
      int indexAlign = insn >>> 4 & 15;
      int bytes = 1 << size;
      core.mem().checkAlignment(address, laneAlignment(elements, size, indexAlign), !loads(insn));
      int spacing = size != 0 && (indexAlign >>> size & 1) != 0 ? 2 : 1;
      int at = (indexAlign >>> size + 1) * 8 * bytes;
      for (int k = 0; k < elements; k++) {
        int step = elements == 1 ? 0 : k * spacing;
        move(core, insn, SimdInsn.d(insn) + step, at, bytes, address + k * bytes);
      }
      writeBack(core, insn, bytes * elements);
    };
  }

  /** The alignment in bytes that index_align asks for (A8.8.321, 324, 327, 330). */
  private static int laneAlignment(int elements, int size, int indexAlign) {
    int low = indexAlign & (size == 2 ? 3 : 1);
    if (low == 0 || elements == 3) {
      return 1;
    }
    if (elements == 4 && size == 2) {
      return 4 << low;
    }
    return elements << size;
  }

  /** One structure to all lanes of each register. */
  public static Operation allLanes(int elements) {
    return (core, insn) -> {
      SimdInsn.checkOne(core, insn);
      int address = core.r(insn >>> 16 & 15);
      int size = insn >>> 6 & 3;
      int bytes = size == 3 ? 4 : 1 << size;
      boolean aligned = (insn & 1 << 4) != 0 && elements != 3;
      int alignment = size == 3 ? 16 : Math.min(elements * bytes, 8);
      core.mem().checkAlignment(address, aligned ? alignment : 1, false);
      int d = SimdInsn.d(insn);
      for (int k = 0; k < elements; k++) {
        long element = read(core, address + k * bytes, bytes);
        fill(core.fp(), insn, d, k, elements, Lanes.replicate(element, 8 * bytes));
      }
      writeBack(core, insn, bytes * elements);
    };
  }

  /** T (bit 5) is a second register for VLD1, and for others registers that are two apart. */
  private static void fill(FpState s, int insn, int d, int k, int elements, long value) {
    boolean t = (insn & 1 << 5) != 0;
    s.d[d + k * (t && elements != 1 ? 2 : 1)] = value;
    if (t && elements == 1) {
      s.d[d + 1] = value;
    }
  }

  private static boolean loads(int insn) {
    return (insn & L) != 0;
  }

  private static void move(Core core, int insn, int d, int at, int bytes, int address) {
    FpState s = core.fp();
    int type = 8 * bytes;
    if (loads(insn)) {
      long mask = Lanes.put(-1, at, type);
      s.d[d] = s.d[d] & ~mask | Lanes.put(read(core, address, bytes), at, type);
    } else {
      write(core, address, bytes, Lanes.get(s.d[d], at, type));
    }
  }

  private static long read(Core core, int address, int bytes) {
    if (bytes < 8) {
      return core.mem().memU(address, bytes);
    }
    core.mem().checkStrictAlignment(address, 8, false);
    int low = core.bigEndian() ? 4 : 0;
    long first = core.mem().memU(address, 4);
    long second = core.mem().memU(address + 4, 4);
    return (first & WORD) << 8 * low | (second & WORD) << 8 * (4 - low);
  }

  private static void write(Core core, int address, int bytes, long value) {
    if (bytes < 8) {
      core.mem().setMemU(address, bytes, (int) value);
      return;
    }
    core.mem().checkStrictAlignment(address, 8, true);
    int low = core.bigEndian() ? 4 : 0;
    core.mem().setMemU(address, 4, (int) (value >>> 8 * low));
    core.mem().setMemU(address + 4, 4, (int) (value >>> 8 * (4 - low)));
  }

  /** Rm: 15 for none, 13 for the size of what was moved, otherwise an offset. */
  private static void writeBack(Core core, int insn, int bytes) {
    int m = insn & 15;
    if (m != NO_WRITEBACK) {
      int n = insn >>> 16 & 15;
      core.setR(n, core.r(n) + (m == BY_SIZE ? bytes : core.r(m)));
    }
  }
}
