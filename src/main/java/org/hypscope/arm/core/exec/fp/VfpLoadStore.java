package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Mem;

/**
 * Loads and stores of floating-point registers (ARM ARM A7.6): word by word, low word of a
 * doubleword first unless data is big-endian. The base is written back last, so that a fault leaves
 * it as it was.
 */
public final class VfpLoadStore {
  private static final int P = 1 << 24;
  private static final int U = 1 << 23;
  private static final int W = 1 << 21;

  private VfpLoadStore() {}

  /** VLDR of a single-precision register (A8.8.333). */
  public static void vldrSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    s.setS(Vfp.sd(insn), core.mem().memA(address(core, insn), 4));
  }

  /** VLDR of a doubleword register (A8.8.333). */
  public static void vldrDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    s.d[Vfp.dd(insn)] = load(core, address(core, insn));
  }

  /** VSTR of a single-precision register (A8.8.413). */
  public static void vstrSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    core.mem().setMemA(address(core, insn), 4, s.s(Vfp.sd(insn)));
  }

  /** VSTR of a doubleword register (A8.8.413). */
  public static void vstrDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    store(core, address(core, insn), s.d[Vfp.dd(insn)]);
  }

  /** VLDM and VPOP of single-precision registers (A8.8.332, A8.8.367). */
  public static void vldmSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int address = start(core, insn);
    int d = Vfp.sd(insn);
    for (int count = insn & 0xff; count > 0; count--) {
      s.setS(d++, core.mem().memA(address, 4));
      address += 4;
    }
    writeBack(core, insn);
  }

  /** VLDM, VPOP and FLDMX of doubleword registers (A8.8.332, A8.8.367, A8.8.50). */
  public static void vldmDouble(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int address = start(core, insn);
    int d = Vfp.dd(insn);
    int end = lastDouble(core, insn, d);
    while (d < end) {
      s.d[d++] = load(core, address);
      address += 8;
    }
    writeBack(core, insn);
  }

  /** VSTM and VPUSH of single-precision registers (A8.8.412, A8.8.368). */
  public static void vstmSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int address = start(core, insn);
    int d = Vfp.sd(insn);
    for (int count = insn & 0xff; count > 0; count--) {
      core.mem().setMemA(address, 4, s.s(d++));
      address += 4;
    }
    writeBack(core, insn);
  }

  /** VSTM, VPUSH and FSTMX of doubleword registers (A8.8.412, A8.8.368, A8.8.50). */
  public static void vstmDouble(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int address = start(core, insn);
    int d = Vfp.dd(insn);
    int end = lastDouble(core, insn, d);
    while (d < end) {
      store(core, address, s.d[d++]);
      address += 8;
    }
    writeBack(core, insn);
  }

  private static int lastDouble(Core core, int insn, int first) {
    int end = first + ((insn & 0xff) >> 1);
    FpAccess.checkD32(core, end - 1);
    return end;
  }

  private static long load(Core core, int address) {
    Mem mem = core.mem();
    long first = mem.memA(address, 4) & 0xffff_ffffL;
    long second = mem.memA(address + 4, 4) & 0xffff_ffffL;
    return core.bigEndian() ? first << 32 | second : second << 32 | first;
  }

  private static void store(Core core, int address, long value) {
    Mem mem = core.mem();
    boolean big = core.bigEndian();
    mem.setMemA(address, 4, (int) (big ? value >>> 32 : value));
    mem.setMemA(address + 4, 4, (int) (big ? value : value >>> 32));
  }

  /** Rn, with R15 read as Align(PC, 4), plus or minus the offset. */
  private static int address(Core core, int insn) {
    int n = insn >>> 16 & 0xf;
    int base = n == 15 ? core.r(n) & ~3 : core.r(n);
    return (insn & U) != 0 ? base + offset(insn) : base - offset(insn);
  }

  private static int start(Core core, int insn) {
    int base = core.r(insn >>> 16 & 0xf);
    return (insn & P) != 0 ? base - offset(insn) : base;
  }

  private static void writeBack(Core core, int insn) {
    if ((insn & W) != 0) {
      int n = insn >>> 16 & 0xf;
      int base = core.r(n);
      core.setR(n, (insn & U) != 0 ? base + offset(insn) : base - offset(insn));
    }
  }

  private static int offset(int insn) {
    return (insn & 0xff) << 2;
  }
}
