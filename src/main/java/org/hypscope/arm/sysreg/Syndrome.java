package org.hypscope.arm.sysreg;

import java.util.Arrays;
import org.hypscope.arm.arch.Bits;

/** The exception classes of HSR (ARM ARM table B3-25) and their syndromes in words. */
public final class Syndrome {
  public static final int UNKNOWN = 0x00;
  public static final int WFX = 0x01;
  public static final int CP15_32 = 0x03;
  public static final int CP15_64 = 0x04;
  public static final int CP14_32 = 0x05;
  public static final int CP14_LOAD_STORE = 0x06;
  public static final int HCPTR = 0x07;
  public static final int CP10_ID = 0x08;
  public static final int BXJ = 0x0a;
  public static final int CP14_64 = 0x0c;
  public static final int SVC = 0x11;
  public static final int HVC = 0x12;
  public static final int SMC = 0x13;
  public static final int PREFETCH_FROM_PL1 = 0x20;
  public static final int PREFETCH_FROM_HYP = 0x21;
  public static final int PC_ALIGNMENT = 0x22;
  public static final int DATA_FROM_PL1 = 0x24;
  public static final int DATA_FROM_HYP = 0x25;

  /**
   * ISS.CV and COND of a trapped instruction that has passed its condition: presented as always,
   * which the manual permits for any condition (B3.13.6), as Cortex-A15 and QEMU do.
   */
  public static final int COND_AL = 1 << 24 | 0xe << 20;

  private static final String[] CLASSES = new String[64];

  static {
    Arrays.fill(CLASSES, "reserved");
    CLASSES[UNKNOWN] = "unknown reason, such as an UNDEFINED instruction";
    CLASSES[WFX] = "WFI or WFE";
    CLASSES[CP15_32] = "MRC or MCR of CP15";
    CLASSES[CP15_64] = "MRRC or MCRR of CP15";
    CLASSES[CP14_32] = "MRC or MCR of CP14";
    CLASSES[CP14_LOAD_STORE] = "LDC or STC of CP14";
    CLASSES[HCPTR] = "coprocessor access trapped by HCPTR";
    CLASSES[CP10_ID] = "MRC or VMRS of an identification register of CP10";
    CLASSES[BXJ] = "BXJ";
    CLASSES[CP14_64] = "MRRC of CP14";
    CLASSES[SVC] = "SVC taken to HYP";
    CLASSES[HVC] = "HVC";
    CLASSES[SMC] = "SMC";
    CLASSES[PREFETCH_FROM_PL1] = "Prefetch Abort routed to HYP";
    CLASSES[PREFETCH_FROM_HYP] = "Prefetch Abort taken from HYP";
    CLASSES[PC_ALIGNMENT] = "misaligned PC (an ARMv8 class, as QEMU reports it)";
    CLASSES[DATA_FROM_PL1] = "Data Abort routed to HYP";
    CLASSES[DATA_FROM_HYP] = "Data Abort taken from HYP";
  }

  private Syndrome() {}

  /** HSR with this class, IL for a 32-bit instruction if {@code il}, and syndrome. */
  public static int of(int exceptionClass, boolean il, int iss) {
    return exceptionClass << 26 | (il ? 1 << 25 : 0) | iss & 0x01ff_ffff;
  }

  /** What {@code hsr} says, in words: the class, and the immediate of an HVC or SVC. */
  public static String describe(int hsr) {
    int exceptionClass = hsr >>> 26;
    String words = CLASSES[exceptionClass];
    return exceptionClass == SVC || exceptionClass == HVC
        ? words + " #" + Bits.bits(hsr, 15, 0)
        : words;
  }

  static String[] exceptionClasses() {
    return CLASSES.clone();
  }
}
