package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A unit of {@code .debug_info}: what one compilation says (DWARF 5, 7.5.1). */
final class Unit {
  private static final int PARTIAL_TYPES = 2;
  private static final int SKELETON = 4;
  private static final int SPLIT_TYPES = 6;
  private static final int DEEPEST = 512;

  /** DW_LANG_Mips_Assembler, which every assembler calls itself. */
  private static final int ASSEMBLER = 0x8001;

  private final Units units;
  private final Sections sections;
  private final int offset;
  private final int end;
  private final boolean wide;
  private final int version;
  private final int type;
  private final int addressSize;
  private final long abbreviations;
  private final int entries;
  private Entry root;
  private Map<Long, Abbreviation> shapes;

  /** The unit at {@code from}, which goes on after it. */
  Unit(Units units, Sections sections, Cursor from) {
    this.units = units;
    this.sections = sections;
    this.offset = from.offset();
    long length = from.unitLength();
    this.wide = from.isWide();
    Cursor unit = from.part(length);
    this.end = from.offset();
    this.version = unit.u16();
    if (version < 2 || version > 5) {
      throw new DwarfException("a unit has the version " + version);
    }
    if (version == 5) {
      this.type = unit.u8();
      this.addressSize = unit.u8();
      this.abbreviations = unit.sectionOffset();
      unit.skip(type == PARTIAL_TYPES || type == SPLIT_TYPES ? 8 + (wide ? 8 : 4) : 0);
      unit.skip(type == SKELETON || type == SKELETON + 1 ? 8 : 0);
    } else {
      this.type = 1;
      this.abbreviations = unit.sectionOffset();
      this.addressSize = unit.u8();
    }
    this.entries = unit.offset();
  }

  int version() {
    return version;
  }

  int addressSize() {
    return addressSize;
  }

  int offset() {
    return offset;
  }

  int end() {
    return end;
  }

  Sections sections() {
    return sections;
  }

  /** Whether most of it stands in another file ({@code -gsplit-dwarf}). */
  boolean isSplit() {
    return type == SKELETON
        || root().values().containsKey(Names.DWO_NAME)
        || root().values().containsKey(Names.GNU_DWO_NAME);
  }

  /** Whether its source is assembly, whose functions have no types. */
  boolean isAssembly() {
    return root().value(Names.LANGUAGE).filter(each -> each.number() == ASSEMBLER).isPresent();
  }

  /** The first entry, of the unit itself. */
  Entry root() {
    if (root == null) {
      Cursor from = cursor(entries);
      long code = from.uleb();
      Abbreviation shape = Abbreviation.find(sections.at(".debug_abbrev", abbreviations), code);
      root = Entry.read(this, entries, shape, from);
    }
    return root;
  }

  private Cursor cursor(int at) {
    if (at < entries || at >= end) {
      throw new DwarfException("an entry lies outside its unit");
    }
    return Cursor.at(sections.bytes(".debug_info"), at).part(end - at).widened(wide);
  }

  private Abbreviation shape(long code) {
    if (shapes == null) {
      shapes = Abbreviation.all(sections.at(".debug_abbrev", abbreviations));
    }
    Abbreviation shape = shapes.get(code);
    if (shape == null) {
      throw new DwarfException("an entry has a shape that is not declared");
    }
    return shape;
  }

  /** The entry at {@code at} of the section. */
  Entry entry(int at) {
    Cursor from = cursor(at);
    return Entry.read(this, at, shape(from.uleb()), from);
  }

  /** The entries directly below {@code parent}. */
  List<Entry> children(Entry parent) {
    List<Entry> children = new ArrayList<>();
    if (parent.children()) {
      visitBelow(
          parent,
          (above, each) -> {
            if (above == parent) {
              children.add(each);
            }
          });
    }
    return children;
  }

  /** Shows {@code visitor} every entry with the one that it is directly below. */
  void visit(BiConsumer<Entry, Entry> visitor) {
    visitBelow(root(), visitor);
  }

  private void visitBelow(Entry parent, BiConsumer<Entry, Entry> visitor) {
    Cursor from = cursor(parent.offset());
    Entry.read(this, parent.offset(), shape(from.uleb()), from);
    Deque<Entry> above = new ArrayDeque<>();
    above.push(parent);
    while (!above.isEmpty() && !from.atEnd()) {
      int at = from.offset();
      long code = from.uleb();
      if (code == 0) {
        above.pop();
        continue;
      }
      Entry entry = Entry.read(this, at, shape(code), from);
      visitor.accept(above.peek(), entry);
      if (entry.children()) {
        if (above.size() > DEEPEST) {
          throw new DwarfException("its entries are nested without end");
        }
        above.push(entry);
      }
    }
  }

  Optional<Entry> referred(Value value) {
    if (value.isUnitReference()) {
      return Optional.of(entry((int) Math.min(end, offset + value.number())));
    }
    return value.form() == Value.REF_ADDR
        ? units.at(value.number()).map(unit -> unit.entry((int) value.number()))
        : Optional.empty();
  }

  String string(Value value) {
    if (value.isStringIndex()) {
      long base = root().value(Names.STR_OFFSETS_BASE).map(Value::number).orElse(wide ? 16L : 8L);
      long at = base + value.number() * (wide ? 8 : 4);
      long offsetOfText = sections.at(".debug_str_offsets", at).widened(wide).sectionOffset();
      return sections.string(".debug_str", offsetOfText);
    }
    return switch (value.form()) {
      case Value.STRING -> sections.string(".debug_info", value.at());
      case Value.STRP -> sections.string(".debug_str", value.number());
      case Value.LINE_STRP -> sections.string(".debug_line_str", value.number());
      default -> "";
    };
  }

  long address(Value value) {
    return value.isAddressIndex() ? addressAt(value.number()) : value.number();
  }

  /** The address of that number in {@code .debug_addr}. */
  long addressAt(long index) {
    long base = root().value(Names.ADDR_BASE).map(Value::number).orElse(8L);
    return sections.at(".debug_addr", base + index * addressSize).unsigned(addressSize);
  }

  /** The bytes of a block. */
  Cursor block(Value value) {
    return sections.at(".debug_info", value.at()).part(value.number()).widened(wide);
  }

  /** The list that {@code value} names: by an offset, or by its number after {@code base}. */
  Cursor list(Value value, String section, int base) {
    if (value.isSectionOffset()) {
      return sections.at(section, value.number()).widened(wide);
    }
    long table = root().value(base).map(Value::number).orElse(wide ? 20L : 12L);
    long at = table + value.number() * (wide ? 8 : 4);
    return sections.at(section, table + sections.at(section, at).widened(wide).sectionOffset());
  }

  /** What the addresses in its lists count from. */
  long base() {
    return root().value(Names.LOW_PC).map(this::address).orElse(0L);
  }
}
