package org.hypscope.debug;

/** A file cannot be opened; the message is one sentence: what is wrong, and what to do. */
public final class UnusableTargetException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a whole sentence. */
  public UnusableTargetException(String sentence) {
    super(sentence);
  }
}
