package org.hypscope.cli;

/** Says why the window did not open, and what to do, in place of a stack trace. */
final class NoWindow {
  private static final String COMMANDS =
      " Without a window these commands work: run, trace, check, disassemble, render, samples.";

  private NoWindow() {}

  /** What to tell the user about {@code trouble}, which opening the window ended with. */
  static String explain(Throwable trouble) {
    for (Throwable each = trouble; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("Unable to open DISPLAY")) {
        return "There is no display to open the window on: log in to a desktop, or set DISPLAY."
            + COMMANDS;
      }
      if (each instanceof UnsatisfiedLinkError || message.contains("QuantumRenderer")) {
        return "The window needs libraries that are missing here: apt-get install libgtk-3-0"
            + " libxtst6 libxxf86vm1 libgl1 (Ubuntu 24.04: libgtk-3-0t64 in place of libgtk-3-0)."
            + COMMANDS;
      }
    }
    return "The window could not be opened (" + trouble + ")." + COMMANDS;
  }
}
