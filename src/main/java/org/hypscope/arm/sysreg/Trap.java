package org.hypscope.arm.sysreg;

/**
 * A bit of a HYP register that sends accesses from Non-secure PL1 (and PL0) to HYP (ARM ARM B1.14).
 */
public enum Trap {
  HCR_TVM("HCR", 26, true, "writes of the virtual memory controls"),
  HCR_TTLB("HCR", 25, false, "TLB maintenance"),
  HCR_TPU("HCR", 24, false, "cache maintenance to the point of unification"),
  HCR_TPC("HCR", 23, false, "cache maintenance to the point of coherency"),
  HCR_TSW("HCR", 22, false, "cache maintenance by set and way"),
  HCR_TAC("HCR", 21, false, "the auxiliary control registers"),
  HCR_TID0("HCR", 15, false, "identification registers, group 0"),
  HCR_TID1("HCR", 16, false, "identification registers, group 1"),
  HCR_TID2("HCR", 17, false, "identification registers, group 2"),
  HCR_TID3("HCR", 18, false, "identification registers, group 3"),
  HCPTR_TCPAC("HCPTR", 31, false, "CPACR"),
  HDCR_TDRA("HDCR", 11, false, "the debug ROM address registers"),
  HDCR_TDOSA("HDCR", 10, false, "the OS-related debug registers"),
  HDCR_TDA("HDCR", 9, false, "debug registers"),
  HDCR_TPM("HDCR", 6, false, "performance monitors"),
  HDCR_TPMCR("HDCR", 5, false, "PMCR"),
  HSTR_TTEE("HSTR", 16, false, "ThumbEE configuration"),
  HSTR_TJDBX("HSTR", 17, false, "Jazelle"),
  CNTHCTL_PL1PCTEN("CNTHCTL", 0, "the physical count"),
  CNTHCTL_PL1PCEN("CNTHCTL", 1, "the physical timer");

  private final String register;
  private final int bit;
  private final boolean writesOnly;
  private final boolean whenSet;
  private final String what;

  Trap(String register, int bit, boolean writesOnly, String what) {
    this.register = register;
    this.bit = bit;
    this.writesOnly = writesOnly;
    this.whenSet = true;
    this.what = what;
  }

  /** A bit that traps while it is clear. */
  Trap(String register, int bit, String what) {
    this.register = register;
    this.bit = bit;
    this.writesOnly = false;
    this.whenSet = false;
    this.what = what;
  }

  /** The name of the register that holds the bit. */
  public String register() {
    return register;
  }

  /** The bit's number. */
  public int bit() {
    return bit;
  }

  /** Whether reads are left alone. */
  public boolean writesOnly() {
    return writesOnly;
  }

  /** Whether it traps while the bit is set, as all do but CNTHCTL's. */
  public boolean whenSet() {
    return whenSet;
  }

  /** Whether it traps by the {@code value} of its register. */
  public boolean traps(long value) {
    return (value >>> bit & 1) != 0 == whenSet;
  }

  /** What is trapped, in words. */
  public String what() {
    return what;
  }
}
