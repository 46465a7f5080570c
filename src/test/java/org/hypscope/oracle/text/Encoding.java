package org.hypscope.oracle.text;

/**
 * One instruction as it lies in memory.
 *
 * @param word an A32 word; for T32 the only halfword, or the first one above the second
 * @param size 4 or 2 bytes
 */
record Encoding(int word, int size) {
  @Override
  public String toString() {
    return String.format(size == 4 ? "%08x" : "%04x", word);
  }
}
