package org.hypscope.arm.arch;

/** What was taken, as the manual's TakeXxxException names it (ARM ARM B1.8, B1.9). */
public enum ExceptionKind {
  RESET("Reset", 0x00),
  UNDEF("Undefined Instruction", 0x04),
  SVC("Supervisor Call", 0x08),
  SMC("Secure Monitor Call", 0x08),
  HVC("Hypervisor Call", 0x08),
  PABT("Prefetch Abort", 0x0c),
  DABT("Data Abort", 0x10),
  HYPTRAP("Hyp Trap", 0x14),
  IRQ("IRQ interrupt", 0x18),
  FIQ("FIQ interrupt", 0x1c);

  private final String title;
  private final int offset;

  ExceptionKind(String title, int offset) {
    this.title = title;
    this.offset = offset;
  }

  /** The manual's name of the exception. */
  public String title() {
    return title;
  }

  /**
   * The offset from the vector base of the mode that this exception is normally taken to; an
   * exception routed to HYP from outside HYP uses 0x14 for all synchronous causes but aborts of HYP
   * itself.
   */
  public int offset() {
    return offset;
  }
}
