package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * The system registers of Advanced SIMD and Floating-point (ARM ARM B6.1), which VMRS and VMSR
 * reach, with the values of a Cortex-A15. Their encoding is that of an MRC: coprocessor 10, opc1 7,
 * CRn the number of the register.
 */
public final class FpRegs {
  private static final Rows R = new Rows("Floating-point", 10, "B6.1");
  private static final Rows STATUS = new Rows("Floating-point", 0, "B6.1.38");
  private static final String[] OFF_ON = {"off", "on"};
  private static final String[] SEEN = {"not seen", "seen"};

  public static final SysReg FPSID =
      R.reg("FPSID", "Floating-point System ID Register")
          .at(10, 7, 0, 0, 0)
          .fixed()
          .traps(Trap.HCR_TID0)
          .reset(0x4104_30f0L)
          .section("B6.1.39")
          .field("Implementer", 31, 24, "implementer (0x41: ARM)")
          .bit("SW", 23, "floating-point by", "hardware", "software")
          .field("Subarchitecture", 22, 16, "subarchitecture (4: VFPv3 or later, no traps)")
          .field("Part", 15, 8, "part number")
          .field("Variant", 7, 4, "variant")
          .field("Revision", 3, 0, "revision")
          .row();

  public static final SysReg MVFR1 =
      R.reg("MVFR1", "Media and VFP Feature Register 1")
          .at(10, 7, 6, 0, 0)
          .fixed()
          .traps(Trap.HCR_TID3)
          .reset(0x1111_1111L)
          .section("B6.1.91")
          .field("SIMDFMAC", 31, 28, "fused multiply-add", "absent", "present")
          .field("FPHP", 27, 24, "half-precision conversion (VFP)", "absent", "present")
          .field("SIMDHP", 23, 20, "half-precision conversion (SIMD)", "absent", "present")
          .field("SIMDSP", 19, 16, "single-precision SIMD", "absent", "present")
          .field("SIMDInt", 15, 12, "integer SIMD", "absent", "present")
          .field("SIMDLS", 11, 8, "SIMD loads and stores", "absent", "present")
          .field("FPDNaN", 7, 4, "NaN propagation", "default NaN only", "present")
          .field("FPFtZ", 3, 0, "denormal numbers", "flushed to zero only", "present")
          .row();

  public static final SysReg MVFR0 =
      R.reg("MVFR0", "Media and VFP Feature Register 0")
          .at(10, 7, 7, 0, 0)
          .fixed()
          .traps(Trap.HCR_TID3)
          .reset(0x1011_0222L)
          .section("B6.1.90")
          .field("FPRound", 31, 28, "rounding modes", "nearest only", "all")
          .field("FPShVec", 27, 24, "short vectors", "absent", "present")
          .field("FPSqrt", 23, 20, "square root", "absent", "present")
          .field("FPDivide", 19, 16, "division", "absent", "present")
          .field("FPTrap", 15, 12, "exception trapping", "absent", "present")
          .field("FPDP", 11, 8, "double precision", "absent", "VFPv2", "VFPv3 or later")
          .field("FPSP", 7, 4, "single precision", "absent", "VFPv2", "VFPv3 or later")
          .field("SIMDReg", 3, 0, "doubleword registers", "none", "16", "32")
          .row();

  public static final SysReg FPEXC =
      R.reg("FPEXC", "Floating-Point Exception Control register")
          .at(10, 7, 8, 0, 0)
          .writes(1 << 30)
          .section("B6.1.38")
          .bit("EX", 31, "state to save beside the registers", "no", "yes")
          .bit("EN", 30, "Advanced SIMD and Floating-point", OFF_ON)
          .row();

  /** FPSCR's fields in words; its value is kept with the floating-point registers. */
  public static final SysReg FPSCR =
      STATUS
          .reg("FPSCR", "Floating-point Status and Control Register")
          .at(10, 7, 1, 0, 0)
          .user()
          .writes(0xfff7_009fL)
          .section("A2.6.2")
          .bit("N", 31, "the comparison gave less than", "no", "yes")
          .bit("Z", 30, "the comparison gave equal", "no", "yes")
          .bit("C", 29, "the comparison gave equal, greater or unordered", "no", "yes")
          .bit("V", 28, "the comparison gave unordered", "no", "yes")
          .bit("QC", 27, "saturation in Advanced SIMD", SEEN)
          .bit("AHP", 26, "half precision", "IEEE 754", "alternative")
          .bit("DN", 25, "NaN results", "propagate", "are the default NaN")
          .bit("FZ", 24, "flush to zero", OFF_ON)
          .field(
              "RMode",
              23,
              22,
              "rounding",
              "to nearest",
              "towards +inf",
              "towards -inf",
              "towards 0")
          .field("Stride", 21, 20, "short vectors: stride")
          .field("Len", 18, 16, "short vectors: length less one")
          .bit("IDC", 7, "Input Denormal", SEEN)
          .bit("IXC", 4, "Inexact", SEEN)
          .bit("UFC", 3, "Underflow", SEEN)
          .bit("OFC", 2, "Overflow", SEEN)
          .bit("DZC", 1, "Division by Zero", SEEN)
          .bit("IOC", 0, "Invalid Operation", SEEN)
          .row();

  static final List<SysReg> ROWS = R.list();

  private FpRegs() {}
}
