package org.hypscope.debug.symbols.unwind;

/** What is found from one frame. */
sealed interface Step {
  /**
   * The caller, or what was interrupted.
   *
   * @param registers of that frame
   * @param detail what is to be said about it; empty for nothing
   */
  record To(FrameRegisters registers, Method method, Certainty certainty, String detail)
      implements Step {}

  /** That there is no caller, by what the data says. */
  record End(String reason) implements Step {}
}
