package org.hypscope.cli;

/** Wrong usage or unreadable input: one sentence that says what to do; exit status 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
