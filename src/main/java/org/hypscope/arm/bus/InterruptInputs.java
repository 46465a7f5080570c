package org.hypscope.arm.bus;

/** The interrupt inputs of one core, as an interrupt controller drives them (ARM ARM B1.8.11). */
public interface InterruptInputs {
  /** One input: level-sensitive, looked at between two instructions. */
  enum Input {
    FIQ,
    IRQ,
    /** Counts as HCR.VF does. */
    VIRTUAL_FIQ,
    /** Counts as HCR.VI does. */
    VIRTUAL_IRQ
  }

  /** Asserts an input, or takes it back. */
  void drive(Input input, boolean asserted);
}
