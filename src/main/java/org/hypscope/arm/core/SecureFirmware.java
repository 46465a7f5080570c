package org.hypscope.arm.core;

/** Answers an SMC where the board has no Monitor code. Asked after HCR.TSC. */
@FunctionalInterface
public interface SecureFirmware {
  /**
   * Handles the SMC that {@code core} has just executed, reading and writing its registers; may
   * call {@link Core#requestStop}. Returns false where nobody is there: the core then takes the
   * exception to Monitor mode.
   */
  boolean call(Core core, int immediate);
}
