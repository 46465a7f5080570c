package org.hypscope.oracle.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.arm.bus.Page;

/**
 * The physical memory that the tables of one world lie in, and what is written there. Tables of
 * stage 1 under stage 2 are named by intermediate physical addresses, a constant away.
 */
final class Arena {
  /** Bytes of an arena. */
  static final int SIZE = 0x40000;

  private static final int PAGE = Page.SIZE - 1;

  private final int base;
  private final Map<Integer, Integer> words = new LinkedHashMap<>();
  private final Set<Integer> pages = new TreeSet<>();
  private int used;
  private long shift;

  Arena(int base) {
    this.base = base;
  }

  /** Names what is at {@code base} by {@code ipa} from now on. */
  void placeAt(long ipa) {
    shift = ipa - base;
  }

  /** Room for a table of as many bytes as it is aligned to; -1 where none is left. */
  int allocate(int bytes) {
    int start = used + bytes - 1 & -bytes;
    if (start + bytes > SIZE) {
      return -1;
    }
    used = start + bytes;
    return base + start;
  }

  /** What tables of stage 1 call {@code address}. */
  long name(int address) {
    return address + shift;
  }

  /** The inverse of {@link #name}. */
  int find(long name) {
    return (int) (name - shift);
  }

  /** Whether stage 1 finds a table of this arena at {@code name}. */
  boolean holds(long name) {
    long behind = name - shift - base;
    return behind >= 0 && behind < SIZE;
  }

  /** Whether {@code address} is in this arena. */
  boolean holdsPhysical(long address) {
    return holds(address + shift);
  }

  int word(int address) {
    return words.getOrDefault(address, 0);
  }

  void set(int address, int value) {
    words.put(address, value);
  }

  /**
   * Notes that a table of stage 1, which stage 2 may have to map, has a word at {@code address}.
   */
  void note(int address) {
    pages.add(address & ~PAGE);
  }

  /** Every word written, by physical address. */
  Map<Integer, Integer> words() {
    return words;
  }

  /** The physical pages with words of stage 1 in them. */
  Set<Integer> pages() {
    return new TreeSet<>(pages);
  }
}
