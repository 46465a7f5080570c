package org.hypscope.debug.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Place;
import org.hypscope.debug.UnusableTargetException;

/** A watchpoint in a session file. */
final class WatchJson {
  private static final String CORE = "core";
  private static final String REGISTER = "register";
  private static final String SYSTEM = "system";
  private static final String MASK = "mask";
  private static final String NAME = "name";
  private static final String DOUBLEWORD = "d";
  private static final String MEMORY = "memory";
  private static final String SIZE = "size";
  private static final String BECOMES = "becomes";
  private static final String SAME = "written";
  private static final int MOST_CORES = 255;
  private static final int LONGEST_NAME = 100;

  private WatchJson() {}

  static void write(ObjectNode node, Breakpoint.Write watch) {
    if (watch.same()) {
      node.put(SAME, true);
    }
    watch.becomes().ifPresent(value -> node.put(BECOMES, SessionWords.number(value)));
    Place place = watch.place();
    if (place instanceof Place.Register at) {
      node.put(REGISTER, at.bank().name()).put(CORE, at.core());
      if (at.mask() != -1) {
        node.put(MASK, SessionWords.number(at.mask() & 0xffff_ffffL)).put(NAME, at.name());
      }
    } else if (place instanceof Place.SystemRegister at) {
      node.put(SYSTEM, SessionWords.copy(at.copy())).put(CORE, at.core());
      node.put(MASK, SessionWords.number(at.mask())).put(NAME, at.name());
    } else if (place instanceof Place.Doubleword at) {
      node.put(DOUBLEWORD, at.number()).put(CORE, at.core());
    } else if (place instanceof Place.Memory at) {
      node.put(MEMORY, SessionWords.number(at.address())).put(SIZE, at.length());
    }
  }

  static Breakpoint.Write read(JsonFields fields) throws UnusableTargetException {
    boolean same = fields.has(SAME) && fields.flag(SAME);
    OptionalLong becomes =
        fields.has(BECOMES)
            ? OptionalLong.of(fields.read(BECOMES, SessionWords::number))
            : OptionalLong.empty();
    return new Breakpoint.Write(place(fields), becomes, same);
  }

  /** The number of the core that {@code stop} is about; 0 where it is about all. */
  static int core(Breakpoint stop) {
    if (!(stop instanceof Breakpoint.Write watch)) {
      return 0;
    }
    if (watch.place() instanceof Place.Register at) {
      return at.core();
    }
    if (watch.place() instanceof Place.SystemRegister at) {
      return at.core();
    }
    return watch.place() instanceof Place.Doubleword at ? at.core() : 0;
  }

  private static Place place(JsonFields fields) throws UnusableTargetException {
    if (fields.has(MEMORY)) {
      long address = fields.read(MEMORY, SessionWords::number);
      int length = (int) fields.number(SIZE, Long.BYTES);
      if (length == 0) {
        throw fields.defect(SIZE, "is 0");
      }
      return new Place.Memory(address, length);
    }
    int core = (int) fields.number(CORE, MOST_CORES);
    if (fields.has(REGISTER)) {
      Bank bank = fields.read(REGISTER, SessionWords::bank);
      if (bank == Bank.PC) {
        throw fields.defect(REGISTER, "is PC, which every instruction writes");
      }
      return fields.has(MASK)
          ? new Place.Register(
              core, bank, fields.read(MASK, SessionWords::word), fields.text(NAME, LONGEST_NAME))
          : new Place.Register(core, bank);
    }
    if (fields.has(SYSTEM)) {
      return new Place.SystemRegister(
          core,
          fields.read(SYSTEM, SessionWords::copy),
          fields.read(MASK, SessionWords::number),
          fields.text(NAME, LONGEST_NAME));
    }
    return new Place.Doubleword(core, (int) fields.number(DOUBLEWORD, 31));
  }
}
