package org.hypscope.debug.symbols.dwarf;

/**
 * A line of a source file.
 *
 * @param file its path as the compiler wrote it
 * @param line from 1 on
 */
public record SourceLine(String file, int line) {
  /** {@code arch/arm/kernel/head.S:123}, with the whole path. */
  @Override
  public String toString() {
    return file + ":" + line;
  }

  /** {@code head.S:123}. */
  public String brief() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }
}
