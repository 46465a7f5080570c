package org.hypscope.debug.symbols.unwind;

/** How far a frame can be believed; it is believed no more than the frames that led to it. */
public enum Certainty {
  SURE("sure"),
  LIKELY("likely"),
  GUESS("a guess");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  /** As a person says it. */
  public String word() {
    return word;
  }

  /** The less certain one. */
  Certainty and(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
