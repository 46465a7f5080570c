package org.hypscope.debug.symbols.dwarf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code .debug_info} with the attributes that are looked at.
 *
 * @param unit it stands in
 * @param offset in the section
 * @param tag what it describes
 * @param children whether entries below it follow
 * @param values by attribute
 */
record Entry(Unit unit, int offset, int tag, boolean children, Map<Integer, Value> values) {
  /** How far references are followed, which may go round in damaged files. */
  private static final int FARTHEST = 8;

  /** The entry at {@code from}, whose code was {@code shape}'s. */
  static Entry read(Unit unit, int offset, Abbreviation shape, Cursor from) {
    Map<Integer, Value> values = new HashMap<>(8);
    long[] attributes = shape.attributes();
    for (int i = 0; i < attributes.length; i += 3) {
      Value value = Value.read(from, (int) attributes[i + 1], attributes[i + 2], unit);
      if (Names.isRead(attributes[i])) {
        values.put((int) attributes[i], value);
      }
    }
    return new Entry(unit, offset, shape.tag(), shape.children(), values);
  }

  Optional<Value> value(int attribute) {
    return Optional.ofNullable(values.get(attribute));
  }

  Optional<String> text(int attribute) {
    return value(attribute).map(unit::string);
  }

  /** The entry that this one refers to by {@code attribute}. */
  Optional<Entry> referred(int attribute) {
    return value(attribute).flatMap(unit::referred);
  }

  /** Its name, which may stand in the entry that it is an instance of. */
  Optional<String> name() {
    Entry at = this;
    for (int i = 0; i < FARTHEST && at != null; i++) {
      if (at.values.containsKey(Names.NAME)) {
        return at.text(Names.NAME);
      }
      at = at.origin();
    }
    return Optional.empty();
  }

  /** The entry of its type, which may stand in the entry that it is an instance of. */
  Optional<Entry> type() {
    Entry at = this;
    for (int i = 0; i < FARTHEST && at != null; i++) {
      if (at.values.containsKey(Names.TYPE)) {
        return at.referred(Names.TYPE);
      }
      at = at.origin();
    }
    return Optional.empty();
  }

  private Entry origin() {
    return referred(Names.ABSTRACT_ORIGIN).or(() -> referred(Names.SPECIFICATION)).orElse(null);
  }
}
