package org.hypscope.oracle.text;

/**
 * One instruction as it lies in memory.
 *
 * @param word an A32 word; for T32 the only halfword, or the first one above the second
 * @param size 4 or 2 bytes
 */
record Encoding(int word, int size) {
  /** An A32 instruction. */
  static Encoding a32(int word) {
    return new Encoding(word, 4);
  }

  /** The T32 instruction that {@code word}, its first halfword on top, begins with. */
  static Encoding t32(int word) {
    return word >>> 27 >= 0b11101 ? new Encoding(word, 4) : new Encoding(word >>> 16, 2);
  }

  @Override
  public String toString() {
    return String.format(size == 4 ? "%08x" : "%04x", word);
  }
}
