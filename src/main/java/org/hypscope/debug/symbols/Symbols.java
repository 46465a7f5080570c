package org.hypscope.debug.symbols;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hypscope.machine.load.Extent;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.MappingSymbol;

/**
 * The names of an image's addresses as they are seen through one translation regime. An image is
 * linked for virtual addresses, and met at others, too: physical ones before the MMU is on, those
 * of an identity map, those of Hyp mode. So an address is followed to physical memory, and from
 * there back to where the image was linked. Immutable.
 */
public final class Symbols {
  private static final long WORD = 0xffff_ffffL;
  private static final OptionalInt NO = OptionalInt.empty();

  private final Supplier<LinkedNames> names;
  private final Addressing addressing;

  /**
   * The symbols of {@code image} by the addresses that it was linked for and, beside these, by
   * those where it was loaded. Nothing is read before a name is asked for.
   */
  public Symbols(LoadedImage image) {
    this(new Once<>(() -> new LinkedNames(image)), null);
  }

  private Symbols(Supplier<LinkedNames> names, Addressing addressing) {
    this.names = names;
    this.addressing = addressing;
  }

  /** The same symbols through another regime. */
  public Symbols seenThrough(Addressing other) {
    return new Symbols(names, other);
  }

  /**
   * The symbol that {@code address} belongs to, at the address where it is seen from there: the
   * nearest one at or before it in the same segment, unless its size says that it ends before. Of
   * several at one address a function wins.
   */
  public Optional<Symbol> at(int address) {
    OptionalInt linked = linked(address);
    if (linked.isEmpty()) {
      return Optional.empty();
    }
    int moved = address - linked.getAsInt();
    return names
        .get()
        .at(linked.getAsInt())
        .map(
            s ->
                moved == 0 ? s : new Symbol(s.name(), s.address() + moved, s.size(), s.function()));
  }

  /** {@code name}, {@code name+0x14}, or the empty string where nothing is known. */
  public String describe(int address) {
    return at(address).map(s -> withOffset(s, address)).orElse("");
  }

  /**
   * {@code address} as an offset in what {@code inside} belongs to: the place that a call returns
   * to may lie behind the function that made it.
   */
  public String describe(int inside, int address) {
    return at(inside).map(s -> withOffset(s, address)).orElse("");
  }

  /**
   * The address that the image was linked for of what {@code address} stands for; empty where other
   * memory has taken that place. An address that leads nowhere now is taken for a linked one.
   */
  public OptionalInt linked(int address) {
    long physical = addressing == null ? Addressing.NONE : addressing.physical(address);
    if (physical != Addressing.NONE) {
      OptionalInt found = linkedFrom(physical);
      boolean other = addressing.word(physical & ~3L).isPresent() && isElsewhere(address);
      return found.isPresent() || other ? found : OptionalInt.of(address);
    }
    OptionalInt found = addressing == null && !isLinked(address) ? linkedFrom(address & WORD) : NO;
    return found.isPresent() ? found : OptionalInt.of(address);
  }

  /**
   * As {@link #linked}, of an address that was given at another time: it may also be the one that
   * the image was linked for, or the physical one.
   */
  public OptionalInt linkedAnywhere(int address) {
    OptionalInt found = isLinked(address) ? NO : linkedFrom(address & WORD);
    return found.isPresent() ? found : OptionalInt.of(address);
  }

  /** Whether what was linked for {@code address} is known to be at another place. */
  private boolean isElsewhere(int address) {
    for (Extent each : names.get().extents()) {
      if (each.linked().contains(address & WORD)) {
        return each.physical() != Extent.NOWHERE && isProved(each);
      }
    }
    return false;
  }

  private boolean isLinked(int address) {
    return names.get().extents().stream().anyMatch(each -> each.linked().contains(address & WORD));
  }

  private OptionalInt linkedFrom(long physical) {
    for (Extent each : names.get().extents()) {
      if (each.holds(physical) && isProved(each)) {
        return OptionalInt.of((int) (each.linked().start() + physical - each.physical()));
      }
    }
    return OptionalInt.empty();
  }

  private boolean isProved(Extent extent) {
    return extent.proof().isEmpty()
        || addressing == null
        || extent
            .proof()
            .filter(p -> addressing.word(p.physical()).equals(OptionalInt.of(p.word())))
            .isPresent();
  }

  /**
   * The address of what is called {@code name}, with bit 0 set for T32 functions: the linked one
   * where that leads to it, else the physical one where that does.
   */
  public Optional<Integer> address(String name) {
    return names.get().address(name).map(this::seen);
  }

  /** The address by which {@code linked}, an address that the image was linked for, is seen. */
  public int seen(int linked) {
    for (Extent each : names.get().extents()) {
      if (addressing != null && each.linked().contains(linked & WORD)) {
        long physical = each.physical() + (linked & WORD) - each.linked().start();
        boolean known = each.physical() != Extent.NOWHERE && isProved(each);
        boolean direct = !known || addressing.physical(linked) == physical;
        return direct || addressing.physical((int) physical) != physical ? linked : (int) physical;
      }
    }
    return linked;
  }

  /** All symbols by the addresses that they were linked for. */
  public List<Symbol> all() {
    return names.get().all();
  }

  /** Whether {@code address} (bit 0 for T32) is code of a function. */
  public boolean isFunction(int address) {
    return at(address & ~1).filter(Symbol::function).isPresent() && !isData(address & ~1);
  }

  /** Those of {@link #all} whose names begin with {@code prefix}, whatever the case. */
  public List<Symbol> find(String prefix) {
    return names.get().find(prefix);
  }

  /** What the image says the bytes at {@code address} are; empty where it says nothing. */
  public Optional<MappingSymbol.Content> content(int address) {
    OptionalInt linked = linked(address);
    return linked.isEmpty() ? Optional.empty() : names.get().content(linked.getAsInt());
  }

  /** Whether the image says that {@code address} holds data, not code. */
  public boolean isData(int address) {
    return content(address).filter(c -> c == MappingSymbol.Content.DATA).isPresent();
  }

  private static String withOffset(Symbol symbol, int address) {
    int offset = address - symbol.address();
    return offset == 0 ? symbol.name() : symbol.name() + "+0x" + Integer.toHexString(offset);
  }
}
