package org.hypscope.machine.load;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hypscope.arm.arch.Bank;

/**
 * What was read from files, checked against a board and ready to be put into memory.
 *
 * @param name the image's file name, without its folder
 * @param segments by physical address, not overlapping, inside the board's RAM and flash
 * @param entry the physical address where execution starts; bit 0 selects T32
 * @param entered how a boot loader leaves the machine
 * @param naming gives the names of virtual addresses; they may have to be looked for
 */
public record LoadedImage(
    String name,
    List<Segment> segments,
    int entry,
    Entered entered,
    Supplier<ImageSymbols> naming) {
  /**
   * How a boot loader leaves the machine at the entry.
   *
   * @param registers what it puts into registers
   * @param nanoseconds of virtual time that it took
   */
  public record Entered(Map<Bank, Integer> registers, long nanoseconds) {
    /** There was none. */
    static final Entered DIRECTLY = new Entered(Map.of(), 0);

    /** The registers are copied. */
    public Entered {
      registers = Map.copyOf(registers);
    }
  }

  /** Collections are copied. */
  public LoadedImage {
    segments = List.copyOf(segments);
  }

  /** An image that is entered with the board's own registers and is named by its own file. */
  public LoadedImage(
      String name,
      List<Segment> segments,
      int entry,
      List<ImageSymbol> symbols,
      List<MappingSymbol> mapping) {
    this(name, segments, entry, ImageSymbols.in(segments, symbols, mapping, ElfSections.NONE));
  }

  /** An image that is entered with the board's own registers. */
  LoadedImage(String name, List<Segment> segments, int entry, ImageSymbols names) {
    this(name, segments, entry, Entered.DIRECTLY, () -> names);
  }

  /** The names of virtual addresses. */
  public ImageSymbols names() {
    return naming.get();
  }

  /** The named addresses, in order. */
  public List<ImageSymbol> symbols() {
    return names().symbols();
  }

  /** What bytes are, by address. */
  public List<MappingSymbol> mapping() {
    return names().mapping();
  }

  /** The same with other contents of memory. */
  LoadedImage withSegments(List<Segment> others) {
    return new LoadedImage(name, others, entry, entered, naming);
  }

  /** The same, entered elsewhere. */
  LoadedImage enteredAt(int address) {
    return new LoadedImage(name, segments, address, entered, naming);
  }

  /** The same, entered by a boot loader. */
  LoadedImage entered(Entered by) {
    return new LoadedImage(name, segments, entry, by, naming);
  }

  /** The same, named otherwise. */
  LoadedImage namedBy(Supplier<ImageSymbols> others) {
    return new LoadedImage(name, segments, entry, entered, others);
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
