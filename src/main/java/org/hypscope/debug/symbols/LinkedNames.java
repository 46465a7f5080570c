package org.hypscope.debug.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hypscope.machine.load.Extent;
import org.hypscope.machine.load.ImageSymbol;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.MappingSymbol;

/** The names of an image by the addresses that it was linked for. Immutable. */
final class LinkedNames {
  private final List<Symbol> byAddress;
  private final int[] addresses;
  private final Map<String, Integer> byName = new HashMap<>();
  private final List<MappingSymbol> mapping;
  private final int[] mappingAddresses;
  private final List<Extent> extents;

  LinkedNames(LoadedImage image) {
    List<Symbol> kept = new ArrayList<>();
    for (ImageSymbol each : image.symbols()) {
      kept.add(new Symbol(each.name(), each.address(), each.size(), each.function()));
      byName.putIfAbsent(each.name(), each.thumb() ? each.address() | 1 : each.address());
    }
    byAddress = List.copyOf(kept);
    addresses = byAddress.stream().mapToInt(s -> bias(s.address())).toArray();
    mapping = image.mapping();
    mappingAddresses = mapping.stream().mapToInt(m -> bias(m.address())).toArray();
    extents = image.names().extents();
  }

  /**
   * The symbol that {@code address} belongs to: the nearest one at or before it in the same
   * segment, unless its size says that it ends before. Of several at one address a function wins.
   */
  Optional<Symbol> at(int address) {
    int index = indexBefore(address);
    while (index >= 0) {
      Symbol best = bestAt(index, address);
      if (best != null) {
        return Optional.of(best);
      }
      if (!sameExtent(byAddress.get(index).address(), address)) {
        return Optional.empty();
      }
      index = indexBefore(byAddress.get(index).address() - 1);
    }
    return Optional.empty();
  }

  /** The address called {@code name}, with bit 0 set for T32 functions. */
  Optional<Integer> address(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All symbols by address. */
  List<Symbol> all() {
    return byAddress;
  }

  /** The symbols whose names begin with {@code prefix}, whatever the case, by address. */
  List<Symbol> find(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return byAddress.stream()
        .filter(s -> s.name().toLowerCase(Locale.ROOT).startsWith(lower))
        .toList();
  }

  /** What the image says the bytes at {@code address} are; empty where it says nothing. */
  Optional<MappingSymbol.Content> content(int address) {
    int index = lastAtOrBefore(mappingAddresses, address);
    if (index < 0 || !sameExtent(mapping.get(index).address(), address)) {
      return Optional.empty();
    }
    return Optional.of(mapping.get(index).content());
  }

  /** The extents that something is known to be in. */
  List<Extent> extents() {
    return extents;
  }

  private int indexBefore(int address) {
    return lastAtOrBefore(addresses, address);
  }

  /** The last index whose (biased) address is not above {@code address}, or -1. */
  private static int lastAtOrBefore(int[] biased, int address) {
    int at = Arrays.binarySearch(biased, bias(address));
    if (at < 0) {
      return -at - 2;
    }
    while (at + 1 < biased.length && biased[at + 1] == biased[at]) {
      at++;
    }
    return at;
  }

  /** Signed comparison of biased addresses is unsigned comparison of addresses. */
  private static int bias(int address) {
    return address ^ Integer.MIN_VALUE;
  }

  private Symbol bestAt(int last, int address) {
    Symbol best = null;
    int start = byAddress.get(last).address();
    for (int i = last; i >= 0 && byAddress.get(i).address() == start; i--) {
      Symbol each = byAddress.get(i);
      if (covers(each, address) && (best == null || !best.function() || each.function())) {
        best = each;
      }
    }
    return best;
  }

  private boolean covers(Symbol symbol, int address) {
    long distance = (address & 0xffff_ffffL) - (symbol.address() & 0xffff_ffffL);
    boolean inSize = symbol.size() == 0 || distance < symbol.size();
    return inSize && sameExtent(symbol.address(), address);
  }

  private boolean sameExtent(int a, int b) {
    for (Extent extent : extents) {
      if (extent.linked().contains(a & 0xffff_ffffL)) {
        return extent.linked().contains(b & 0xffff_ffffL);
      }
    }
    return a == b;
  }
}
