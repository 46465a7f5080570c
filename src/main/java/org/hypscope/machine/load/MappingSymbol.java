package org.hypscope.machine.load;

/**
 * Says what the bytes from an address on are (ELF for the ARM Architecture, 4.5.5).
 *
 * @param address the first byte
 * @param content A32, T32 or DATA
 */
public record MappingSymbol(int address, Content content) {
  /** What {@code $a}, {@code $t} and {@code $d} stand for. */
  public enum Content {
    A32,
    T32,
    DATA
  }
}
