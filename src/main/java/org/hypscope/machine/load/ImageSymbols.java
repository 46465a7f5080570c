package org.hypscope.machine.load;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.machine.board.Range;

/**
 * The names that a file gives to virtual addresses.
 *
 * @param symbols by address
 * @param mapping by address
 * @param extents where the file says that something is; a name reaches no further
 * @param sections what else the file knows, as of its sources
 */
public record ImageSymbols(
    List<ImageSymbol> symbols,
    List<MappingSymbol> mapping,
    List<Range> extents,
    ElfSections sections) {
  /** Lists are sorted and copied. */
  public ImageSymbols {
    symbols =
        symbols.stream()
            .sorted((a, b) -> Integer.compareUnsigned(a.address(), b.address()))
            .toList();
    mapping =
        mapping.stream()
            .sorted((a, b) -> Integer.compareUnsigned(a.address(), b.address()))
            .toList();
    extents = List.copyOf(extents);
  }

  /** The names of a file that has these segments. */
  static ImageSymbols in(
      List<Segment> segments,
      List<ImageSymbol> symbols,
      List<MappingSymbol> mapping,
      ElfSections sections) {
    List<Range> extents = new ArrayList<>();
    segments.forEach(each -> extents.add(new Range(each.virtualAddress(), each.size())));
    return new ImageSymbols(symbols, mapping, extents, sections);
  }
}
