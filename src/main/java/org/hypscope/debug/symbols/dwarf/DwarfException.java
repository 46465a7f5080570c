package org.hypscope.debug.symbols.dwarf;

/** Debug information contradicts itself; what was asked for cannot be had from it. */
final class DwarfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DwarfException(String why) {
    super(why);
  }
}
