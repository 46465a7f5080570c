package org.hypscope.cli;

/** What commands exit with. */
final class ExitStatus {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;

  /** Stopped by a limit before the end asked for. */
  static final int LIMIT = 3;

  private ExitStatus() {}
}
