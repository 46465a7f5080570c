package org.hypscope;

import org.hypscope.cli.Cli;

/** Opens the window, or runs a command. */
public final class Main {
  private Main() {}

  /** Without arguments opens the window; otherwise {@code COMMAND ...}. */
  public static void main(String[] arguments) {
    System.exit(Cli.run(arguments, request -> {}));
  }
}
