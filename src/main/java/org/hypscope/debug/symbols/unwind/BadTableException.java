package org.hypscope.debug.symbols.unwind;

/** A table that contradicts itself; the message says how, as the end of a sentence. */
final class BadTableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadTableException(String what) {
    super(what, null, false, false);
  }
}
