package org.hypscope.debug.symbols.unwind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call frame information of one section, {@code .debug_frame} (DWARF 5, section 6.4.1) or
 * {@code .eh_frame} (Linux Standard Base, 10.6), by address. Entries that cannot be read are left
 * out.
 */
final class CfiTable {
  private static final int DWARF64 = 0xffff_ffff;
  private static final int CIE_IN_DEBUG_FRAME = 0xffff_ffff;
  private static final int CIE_IN_EH_FRAME = 0;
  private static final int BIAS = Integer.MIN_VALUE;

  private final byte[] section;
  private final int address;
  private final boolean ehFrame;
  private final Map<Integer, Optional<CommonEntry>> common = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * The information of one piece of code (FDE).
   *
   * @param start address of its first byte
   * @param length bytes
   * @param common what it shares with others
   * @param program reads its instructions
   */
  record Entry(int start, int length, CommonEntry common, int from, int to) {
    boolean covers(int at) {
      return Integer.compareUnsigned(at - start, length) < 0;
    }
  }

  /**
   * Reads a section.
   *
   * @param section its bytes
   * @param address where it lies in memory, for addresses that are relative to themselves
   * @param ehFrame whether it is {@code .eh_frame}
   */
  CfiTable(byte[] section, int address, boolean ehFrame) {
    this.section = section;
    this.address = address;
    this.ehFrame = ehFrame;
    try {
      readAll();
    } catch (BadTableException e) {
      // The length of an entry is damaged: what follows cannot be found.
    }
    entries.sort(Comparator.comparingInt(e -> e.start ^ BIAS));
  }

  /** The entry that covers {@code at}. */
  Optional<Entry> find(int at) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.compareUnsigned(entries.get(middle).start, at) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && entries.get(low - 1).covers(at)
        ? Optional.of(entries.get(low - 1))
        : Optional.empty();
  }

  /** The instructions of {@code entry}. */
  ByteReader program(Entry entry) {
    return new ByteReader(section, entry.from, entry.to);
  }

  /** The instructions that all entries of {@code entry}'s CIE begin with. */
  ByteReader program(CommonEntry entry) {
    return new ByteReader(section, entry.from(), entry.to());
  }

  private void readAll() {
    ByteReader reader = new ByteReader(section, 0, section.length);
    while (reader.hasMore()) {
      int length = reader.u32();
      if (length == DWARF64) {
        throw new BadTableException("64-bit DWARF");
      }
      if (length != 0) {
        readEntry(reader.part(length & 0xffff_ffffL));
      }
    }
  }

  private void readEntry(ByteReader entry) {
    try {
      int field = entry.at();
      int id = entry.u32();
      if (id == (ehFrame ? CIE_IN_EH_FRAME : CIE_IN_DEBUG_FRAME)) {
        return;
      }
      Optional<CommonEntry> cie = commonAt(ehFrame ? field - id : id);
      if (cie.isPresent()) {
        readCode(entry, cie.get());
      }
    } catch (BadTableException e) {
      // One damaged entry says nothing about the others.
    }
  }

  private void readCode(ByteReader entry, CommonEntry cie) {
    int start = pointer(entry, cie.encoding());
    int length = pointer(entry, cie.encoding() & Encoding.FORMAT);
    if (cie.augmented()) {
      entry.part(entry.uleb());
    }
    int from = entry.at();
    ByteReader rest = entry;
    while (rest.hasMore()) {
      rest.u8();
    }
    if (length != 0) {
      entries.add(new Entry(start & ~1, length, cie, from, rest.at()));
    }
  }

  private int pointer(ByteReader from, int encoding) {
    return Encoding.read(from, encoding, address);
  }

  private Optional<CommonEntry> commonAt(int offset) {
    return common.computeIfAbsent(offset, this::readCommon);
  }

  private Optional<CommonEntry> readCommon(int offset) {
    try {
      ByteReader reader = new ByteReader(section, offset, section.length);
      ByteReader entry = reader.part(reader.u32() & 0xffff_ffffL);
      if (entry.u32() != (ehFrame ? CIE_IN_EH_FRAME : CIE_IN_DEBUG_FRAME)) {
        return Optional.empty();
      }
      return Optional.of(CommonEntry.read(entry, address));
    } catch (BadTableException e) {
      return Optional.empty();
    }
  }
}
