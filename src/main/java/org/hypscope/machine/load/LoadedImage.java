package org.hypscope.machine.load;

import java.util.List;

/**
 * What was read from a file, checked against a board and ready to be put into memory.
 *
 * @param name the file's name, without its folder
 * @param segments by physical address, not overlapping, inside the board's RAM
 * @param entry where execution starts; bit 0 selects T32
 * @param symbols by address
 * @param mapping by address
 */
public record LoadedImage(
    String name,
    List<Segment> segments,
    int entry,
    List<ImageSymbol> symbols,
    List<MappingSymbol> mapping) {
  /** Lists are copied. */
  public LoadedImage {
    segments = List.copyOf(segments);
    symbols = List.copyOf(symbols);
    mapping = List.copyOf(mapping);
  }

  /** Whether {@code address} lies in an executable segment. */
  public boolean isExecutable(int address) {
    long at = address & 0xffff_ffffL;
    for (Segment segment : segments) {
      if (segment.executable() && segment.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code address} lies in any segment. */
  public boolean isLoaded(int address) {
    long at = address & 0xffff_ffffL;
    for (Segment segment : segments) {
      if (segment.contains(at)) {
        return true;
      }
    }
    return false;
  }
}
