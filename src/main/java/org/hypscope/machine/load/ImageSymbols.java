package org.hypscope.machine.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    List<Extent> extents,
    ElfSections sections) {
  /** Names this far apart have nothing between them that either reaches to. */
  private static final long FAR_APART = 64L << 20;

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
    List<Extent> extents =
        segments.stream()
            .map(
                each ->
                    new Extent(
                        new Range(each.virtualAddress(), each.size()),
                        each.address(),
                        Optional.empty()))
            .toList();
    return new ImageSymbols(symbols, mapping, extents, sections);
  }

  /** The names of a list that says no more than where each begins. */
  static ImageSymbols listed(List<ImageSymbol> symbols) {
    long[] addresses =
        symbols.stream().mapToLong(each -> each.address() & 0xffff_ffffL).sorted().toArray();
    List<Extent> extents = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < addresses.length; i++) {
      if (i + 1 == addresses.length || addresses[i + 1] - addresses[i] > FAR_APART) {
        Range range = new Range(addresses[first], addresses[i] - addresses[first] + 1);
        extents.add(new Extent(range, Extent.NOWHERE, Optional.empty()));
        first = i + 1;
      }
    }
    return new ImageSymbols(symbols, List.of(), extents, ElfSections.NONE);
  }

  /** The same, for an image that has {@code segments} in memory. */
  ImageSymbols placedBy(List<Segment> segments) {
    List<Extent> placed = new ArrayList<>();
    for (Extent each : extents) {
      placed.add(
          segments.stream()
              .filter(s -> contains(s, each.linked().start()))
              .min(Comparator.comparingLong(Segment::address))
              .map(s -> each.at(physical(s, each.linked().start()), Optional.empty()))
              .orElse(each));
    }
    return withExtents(placed);
  }

  private static boolean contains(Segment segment, long linked) {
    return linked >= segment.virtualAddress() && linked - segment.virtualAddress() < segment.size();
  }

  private static long physical(Segment segment, long linked) {
    return segment.address() + linked - segment.virtualAddress();
  }

  /** The same, found elsewhere. */
  ImageSymbols withExtents(List<Extent> others) {
    return new ImageSymbols(symbols, mapping, others, sections);
  }
}
