package org.hypscope.debug.symbols.dwarf;

import java.util.Optional;

/** Follows location descriptions (DWARF 5, 2.6) as far as these are simple. */
final class Locations {
  private static final long WORD = 0xffff_ffffL;
  private static final int ENTRY_VALUE = 0xa3;
  private static final int GNU_ENTRY_VALUE = 0xf3;
  private static final int STACK_VALUE = 0x9f;
  private static final int PIECE = 0x93;
  private static final Place NOWHERE = new Place.Unavailable("optimized out");
  private static final Place AT_ENTRY =
      new Place.Unavailable("only its value at the function's entry is known");
  private static final Place COMPUTED =
      new Place.Unavailable("computed in a way not followed here");

  private final Unit unit;
  private final long pc;
  private final Place frameBase;

  /** For the entries of {@code function} while its instruction at {@code pc} comes next. */
  Locations(Entry function, long pc) {
    this.unit = function.unit();
    this.pc = pc;
    this.frameBase =
        function
            .value(Names.FRAME_BASE)
            .map(value -> new Locations(unit, pc).place(value))
            .orElse(NOWHERE);
  }

  private Locations(Unit unit, long pc) {
    this.unit = unit;
    this.pc = pc;
    this.frameBase = NOWHERE;
  }

  /** Where {@code parameter} is. */
  Place of(Entry parameter) {
    return parameter.value(Names.LOCATION).map(this::place).orElse(NOWHERE);
  }

  private Place place(Value value) {
    if (value.isBlock()) {
      return described(unit.block(value));
    }
    Optional<Cursor> description = unit.version() < 5 ? before5(value) : from5(value);
    return description.map(this::described).orElse(NOWHERE);
  }

  private Place described(Cursor from) {
    if (from.atEnd()) {
      return NOWHERE;
    }
    int code = from.u8();
    Place place = first(code, from);
    if (from.atEnd()) {
      return place;
    }
    int next = from.u8();
    if (next == STACK_VALUE && from.atEnd()) {
      return place instanceof Place.Constant ? place : value(place, code);
    }
    return next == PIECE ? new Place.Unavailable("in several pieces") : COMPUTED;
  }

  /** What a sum with a register is worth; only the register itself needs no memory. */
  private static Place value(Place place, int code) {
    if (place instanceof Place.Memory sum && sum.offset() == 0) {
      return new Place.Register(sum.base());
    }
    return code == ENTRY_VALUE || code == GNU_ENTRY_VALUE ? AT_ENTRY : COMPUTED;
  }

  private Place first(int code, Cursor from) {
    if (code >= 0x30 && code < 0x50) {
      return new Place.Constant(code - 0x30);
    }
    if (code >= 0x50 && code < 0x70) {
      return new Place.Register(code - 0x50);
    }
    if (code >= 0x70 && code < 0x90) {
      return new Place.Memory(code - 0x70, from.sleb());
    }
    return switch (code) {
      case 0x03 -> new Place.Fixed((int) from.unsigned(unit.addressSize()));
      case 0x08 -> new Place.Constant(from.u8());
      case 0x09 -> new Place.Constant(from.s8());
      case 0x0a -> new Place.Constant(from.u16());
      case 0x0b -> new Place.Constant((short) from.u16());
      case 0x0c -> new Place.Constant(from.u32());
      case 0x0d -> new Place.Constant((int) from.u32());
      case 0x10 -> new Place.Constant(from.uleb());
      case 0x11 -> new Place.Constant(from.sleb());
      case 0x90 -> new Place.Register((int) from.uleb());
      case 0x91 -> inFrame(from.sleb());
      case 0x92 -> new Place.Memory((int) from.uleb(), from.sleb());
      case 0x9c -> new Place.Frame(0);
      case 0xa1 -> new Place.Fixed((int) unit.addressAt(from.uleb()));
      case ENTRY_VALUE, GNU_ENTRY_VALUE -> {
        from.skip(from.uleb());
        yield AT_ENTRY;
      }
      default -> {
        from.skip(from.left());
        yield COMPUTED;
      }
    };
  }

  private Place inFrame(long offset) {
    if (frameBase instanceof Place.Register base) {
      return new Place.Memory(base.number(), offset);
    }
    if (frameBase instanceof Place.Memory base) {
      return new Place.Memory(base.base(), base.offset() + offset);
    }
    return frameBase instanceof Place.Frame base
        ? new Place.Frame(base.offset() + offset)
        : new Place.Unavailable("its frame is not described");
  }

  private Optional<Cursor> before5(Value value) {
    Cursor from = unit.sections().at(".debug_loc", value.number());
    long base = unit.base();
    int size = unit.addressSize();
    while (true) {
      long start = from.unsigned(size);
      long end = from.unsigned(size);
      if (start == 0 && end == 0) {
        return Optional.empty();
      }
      if (start == (size == 4 ? WORD : -1)) {
        base = end;
        continue;
      }
      Cursor description = from.part(from.u16());
      if (pc >= base + start && pc < base + end) {
        return Optional.of(description);
      }
    }
  }

  private Optional<Cursor> from5(Value value) {
    Cursor from = unit.list(value, ".debug_loclists", Names.LOCLISTS_BASE);
    long base = unit.base();
    int size = unit.addressSize();
    Optional<Cursor> byDefault = Optional.empty();
    while (true) {
      int kind = from.u8();
      long start;
      long end;
      switch (kind) {
        case 0 -> {
          return byDefault;
        }
        case 1 -> {
          base = unit.addressAt(from.uleb());
          continue;
        }
        case 6 -> {
          base = from.unsigned(size);
          continue;
        }
        case 9 -> {
          from.uleb();
          from.uleb();
          continue;
        }
        case 5 -> {
          byDefault = Optional.of(from.part(from.uleb()));
          continue;
        }
        case 2 -> {
          start = unit.addressAt(from.uleb());
          end = unit.addressAt(from.uleb());
        }
        case 3 -> {
          start = unit.addressAt(from.uleb());
          end = start + from.uleb();
        }
        case 4 -> {
          start = base + from.uleb();
          end = base + from.uleb();
        }
        case 7 -> {
          start = from.unsigned(size);
          end = from.unsigned(size);
        }
        case 8 -> {
          start = from.unsigned(size);
          end = start + from.uleb();
        }
        default -> throw new DwarfException("a list of places has the unknown entry " + kind);
      }
      Cursor description = from.part(from.uleb());
      if (pc >= start && pc < end) {
        return Optional.of(description);
      }
    }
  }
}
