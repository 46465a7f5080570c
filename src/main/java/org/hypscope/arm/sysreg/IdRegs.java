package org.hypscope.arm.sysreg;

import java.util.List;

/** Identification registers (ARM ARM B3.17.1), with the values of a Cortex-A15 r4p0. */
public final class IdRegs {
  static final long CORTEX_A15 = 0x414f_c0f0L;

  private static final Rows R = new Rows("Identification", 4, "B3.17.1");

  public static final SysReg MIDR =
      R.reg("MIDR", "Main ID Register")
          .at(0, 0, 0, 0)
          .at(0, 0, 0, 4)
          .at(0, 0, 0, 7)
          .readOnly()
          .reset(CORTEX_A15)
          .field("Implementer", 31, 24, "implementer (0x41: ARM)")
          .field("Variant", 23, 20, "major revision")
          .field("Architecture", 19, 16, "architecture (0xf: see the ID registers)")
          .field("Part", 15, 4, "part number (0xc0f: Cortex-A15)")
          .field("Revision", 3, 0, "minor revision")
          .row();

  public static final SysReg CTR =
      id("CTR", "Cache Type Register", 1, 0x8444_c004L, Trap.HCR_TID2)
          .field("Format", 31, 29, "format (4: ARMv7)")
          .field("CWG", 27, 24, "most words that are written back at once, log2")
          .field("ERG", 23, 20, "exclusives reservation granule in words, log2")
          .field("DminLine", 19, 16, "words in the smallest data line, log2")
          .field("L1Ip", 15, 14, "level 1 instruction cache", "?", "ASID tagged", "VIPT", "PIPT")
          .field("IminLine", 3, 0, "words in the smallest instruction line, log2")
          .row();

  public static final SysReg TCMTR =
      id("TCMTR", "TCM Type Register", 2, 0, Trap.HCR_TID1)
          .field("Format", 31, 29, "format (0: no TCM)")
          .row();

  public static final SysReg TLBTR =
      id("TLBTR", "TLB Type Register", 3, 0, Trap.HCR_TID1)
          .bit("nU", 0, "TLB", "unified", "separate for code and data")
          .row();

  public static final SysReg MPIDR =
      R.reg("MPIDR", "Multiprocessor Affinity Register")
          .at(0, 0, 0, 5)
          .readOnly()
          .reset(0x8000_0000L)
          .bit("ME", 31, "multiprocessing format", "no", "yes")
          .bit("U", 30, "one core only", "no", "yes")
          .field("Aff2", 23, 16, "affinity level 2")
          .field("Aff1", 15, 8, "cluster")
          .field("Aff0", 7, 0, "core")
          .row();

  public static final SysReg REVIDR =
      id("REVIDR", "Revision ID Register", 6, CORTEX_A15, Trap.HCR_TID1).row();

  /** The rest of the CPUID space, CRm c3 to c7: reserved, read as zero. */
  public static final SysReg RESERVED =
      R.reg("ID_RESERVED", "Reserved identification registers")
          .at(0, 0, 3, 0)
          .readOnly()
          .traps(Trap.HCR_TID3)
          .row();

  public static final SysReg CCSIDR =
      R.reg("CCSIDR", "Cache Size ID Register (of the cache that CSSELR selects)")
          .at(1, 0, 0, 0)
          .readOnly()
          .traps(Trap.HCR_TID2)
          .reset(0x701f_e00aL)
          .field("Writes", 31, 28, "write-through, write-back, read- and write-allocation")
          .field("NumSets", 27, 13, "sets less one")
          .field("Associativity", 12, 3, "ways less one")
          .field("LineSize", 2, 0, "log2 of the words in a line, less two")
          .row();

  /** What CCSIDR reads where CSSELR selects the level 1 data cache; no encoding of its own. */
  public static final SysReg CCSIDR_L1D = cache("CCSIDR_L1D", "level 1 data", 0x701f_e00aL);

  /** What CCSIDR reads where CSSELR selects the level 1 instruction cache. */
  public static final SysReg CCSIDR_L1I = cache("CCSIDR_L1I", "level 1 instruction", 0x201f_e00aL);

  /** What CCSIDR reads where CSSELR selects the level 2 cache. */
  public static final SysReg CCSIDR_L2 = cache("CCSIDR_L2", "level 2", 0x711f_e07aL);

  public static final SysReg CLIDR =
      R.reg("CLIDR", "Cache Level ID Register")
          .at(1, 0, 0, 1)
          .readOnly()
          .traps(Trap.HCR_TID2)
          .reset(0x0a20_0023L)
          .field("LoUU", 29, 27, "level of unification, uniprocessor")
          .field("LoC", 26, 24, "level of coherency")
          .field("LoUIS", 23, 21, "level of unification, Inner Shareable")
          .field("Ctypes", 20, 0, "three bits a cache level")
          .row();

  public static final SysReg AIDR =
      R.reg("AIDR", "Auxiliary ID Register").at(1, 0, 0, 7).readOnly().traps(Trap.HCR_TID1).row();

  public static final SysReg CSSELR =
      R.reg("CSSELR", "Cache Size Selection Register")
          .at(2, 0, 0, 0)
          .banked()
          .traps(Trap.HCR_TID2)
          .writes(0xf)
          .field("Level", 3, 1, "cache level less one")
          .bit("InD", 0, "which cache", "data or unified", "instruction")
          .row();

  static final List<SysReg> ROWS = R.list();

  private IdRegs() {}

  private static Rows.Row id(String name, String title, int opc2, long value, Trap trap) {
    return R.reg(name, title).at(0, 0, 0, opc2).readOnly().traps(trap).reset(value);
  }

  private static SysReg cache(String name, String which, long value) {
    return R.reg(name, "Cache Size ID Register of the " + which + " cache")
        .readOnly()
        .reset(value)
        .row();
  }
}
