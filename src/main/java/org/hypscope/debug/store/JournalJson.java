package org.hypscope.debug.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;

/** The journal in a session file: an object an entry. */
final class JournalJson {
  /** The key of a list of entries. */
  static final String JOURNAL = "journal";

  private static final int MOST_ENTRIES = 200_000;
  private static final String AT = "at";
  private static final String CORE = "core";
  private static final String VALUE = "value";
  private static final String TYPED = "typed";
  private static final String REGISTER = "register";
  private static final String SYSTEM = "system";
  private static final String DOUBLEWORD = "d";
  private static final String MEMORY = "memory";
  private static final String BYTES = "bytes";
  private static final int MOST_CORES = 255;
  private static final int LAST_DOUBLEWORD = 31;

  private JournalJson() {}

  static void write(ArrayNode into, List<InputJournal.Entry> entries) {
    for (InputJournal.Entry each : entries) {
      write(into.addObject().put(AT, each.steps()), each.input());
    }
  }

  private static void write(ObjectNode node, Input input) {
    if (input instanceof Input.Typed e) {
      node.put(TYPED, HexFormat.of().formatHex(e.bytes()));
    } else if (input instanceof Input.Register e) {
      node.put(REGISTER, e.bank().name()).put(CORE, e.core());
      node.put(VALUE, SessionWords.number(e.value() & 0xffff_ffffL));
    } else if (input instanceof Input.SystemRegister e) {
      node.put(SYSTEM, SessionWords.copy(new SysRegCopy(e.register(), e.secure())));
      node.put(CORE, e.core()).put(VALUE, SessionWords.number(e.value()));
    } else if (input instanceof Input.Doubleword e) {
      node.put(DOUBLEWORD, e.number()).put(CORE, e.core());
      node.put(VALUE, SessionWords.number(e.value()));
    } else if (input instanceof Input.Memory e) {
      node.put(MEMORY, SessionWords.number(e.address()));
      node.put(BYTES, HexFormat.of().formatHex(e.bytes()));
    }
  }

  /** The entries of the object's {@value #JOURNAL}, which are in the order of the run. */
  static List<InputJournal.Entry> readAll(JsonFields fields) throws UnusableTargetException {
    List<InputJournal.Entry> entries = fields.list(JOURNAL, MOST_ENTRIES, JournalJson::read);
    checkOrder(fields, entries);
    return entries;
  }

  /** Refuses {@code entries} that are not in the order of the run. */
  static void checkOrder(JsonFields fields, List<InputJournal.Entry> entries)
      throws UnusableTargetException {
    long before = 0;
    for (InputJournal.Entry each : entries) {
      if (each.steps() < before) {
        throw fields.defect(JOURNAL, "is not in the order of the run");
      }
      before = each.steps();
    }
  }

  private static InputJournal.Entry read(JsonFields fields) throws UnusableTargetException {
    return new InputJournal.Entry(fields.number(AT, Long.MAX_VALUE), input(fields));
  }

  private static Input input(JsonFields fields) throws UnusableTargetException {
    if (fields.has(TYPED)) {
      return new Input.Typed(fields.bytes(TYPED, SessionFiles.LARGEST));
    }
    if (fields.has(REGISTER)) {
      return new Input.Register(
          core(fields),
          fields.read(REGISTER, SessionWords::bank),
          fields.read(VALUE, SessionWords::word));
    }
    if (fields.has(SYSTEM)) {
      SysRegCopy copy = fields.read(SYSTEM, SessionWords::copy);
      return new Input.SystemRegister(core(fields), copy.register(), copy.secure(), value(fields));
    }
    if (fields.has(DOUBLEWORD)) {
      int number = (int) fields.number(DOUBLEWORD, LAST_DOUBLEWORD);
      return new Input.Doubleword(core(fields), number, value(fields));
    }
    if (fields.has(MEMORY)) {
      return memory(fields);
    }
    throw fields.defect("", "says nothing that comes in");
  }

  private static Input memory(JsonFields fields) throws UnusableTargetException {
    byte[] bytes = fields.bytes(BYTES, SessionFiles.LARGEST);
    long address = fields.read(MEMORY, SessionWords::number);
    if (bytes.length == 0 || address >>> 40 != 0) {
      throw fields.defect("", "is no edit of memory");
    }
    return new Input.Memory(address, bytes);
  }

  private static int core(JsonFields fields) throws UnusableTargetException {
    return (int) fields.number(CORE, MOST_CORES);
  }

  private static long value(JsonFields fields) throws UnusableTargetException {
    return fields.read(VALUE, SessionWords::number);
  }
}
