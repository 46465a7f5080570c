package org.hypscope.debug.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hypscope.debug.UnusableTargetException;

/** One object of a session file, read strictly: every key is known, every value has its kind. */
final class JsonFields {
  private static final int LONGEST_WORD = 4096;

  private final String file;
  private final String where;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  /** What reads a value, and says in an IllegalArgumentException what would do instead. */
  interface Reading<T> extends Function<String, T> {}

  /** What reads an object. */
  interface Shape<T> {
    T read(JsonFields fields) throws UnusableTargetException;
  }

  /** The object {@code node} of {@code file}, which is called {@code where}. */
  JsonFields(String file, String where, JsonNode node) throws UnusableTargetException {
    this.file = file;
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw defect("", "is no object");
    }
  }

  /** Refuses keys that nobody asked for. */
  void done() throws UnusableTargetException {
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!asked.contains(key)) {
        throw defect("", "has a key that is unknown here, '" + shortened(key) + "'");
      }
    }
  }

  /** Whether there is {@code key}. */
  boolean has(String key) {
    asked.add(key);
    return node.has(key);
  }

  /** A text of at most {@code most} characters. */
  String text(String key, int most) throws UnusableTargetException {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().length() > most) {
      throw defect(key, "is no text of at most " + most + " characters");
    }
    return value.textValue();
  }

  /** A text as {@code reading} reads it. */
  <T> T read(String key, Reading<T> reading) throws UnusableTargetException {
    String text = text(key, LONGEST_WORD);
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw defect(key, "is '" + shortened(text) + "', " + e.getMessage());
    }
  }

  /** As {@link #read}, where there is such a key. */
  <T> Optional<T> optional(String key, Reading<T> reading) throws UnusableTargetException {
    return has(key) ? Optional.of(read(key, reading)) : Optional.empty();
  }

  /** A whole number from 0 to {@code most}. */
  long number(String key, long most) throws UnusableTargetException {
    JsonNode value = value(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < 0
        || value.longValue() > most) {
      throw defect(key, "is no whole number from 0 to " + most);
    }
    return value.longValue();
  }

  /** True or false. */
  boolean flag(String key) throws UnusableTargetException {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw defect(key, "is neither true nor false");
    }
    return value.booleanValue();
  }

  /** A path of a file. */
  Path path(String key) throws UnusableTargetException {
    return read(key, JsonFields::asPath);
  }

  /** Bytes in hexadecimal digits. */
  byte[] bytes(String key, int most) throws UnusableTargetException {
    String text = text(key, 2 * most);
    try {
      return java.util.HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw defect(key, "is no row of bytes in hexadecimal digits");
    }
  }

  /** An object. */
  JsonFields object(String key) throws UnusableTargetException {
    return new JsonFields(file, place(key), value(key));
  }

  /** A list of at most {@code most} objects, each as {@code shape} reads it. */
  <T> List<T> list(String key, int most, Shape<T> shape) throws UnusableTargetException {
    JsonNode value = value(key);
    if (!value.isArray() || value.size() > most) {
      throw defect(key, "is no list of at most " + most + " entries");
    }
    List<T> all = new ArrayList<>(value.size());
    for (int n = 0; n < value.size(); n++) {
      JsonFields each = new JsonFields(file, place(key) + "[" + n + "]", value.get(n));
      all.add(shape.read(each));
      each.done();
    }
    return all;
  }

  /** The keys of this object, at most {@code most}, each with a text. */
  List<String> keys(int most) throws UnusableTargetException {
    if (node.size() > most) {
      throw defect("", "has more than " + most + " entries");
    }
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The sentence about {@code key}, or about the object where it is empty. */
  UnusableTargetException defect(String key, String what) {
    String place = place(key);
    return new UnusableTargetException(
        String.format(
            "%s: %s %s: the file is damaged, save the session anew.",
            file, place.isEmpty() ? "the session" : place, what));
  }

  private JsonNode value(String key) throws UnusableTargetException {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw defect(key, "is missing");
    }
    return value;
  }

  private String place(String key) {
    return where.isEmpty() || key.isEmpty() ? where + key : where + "." + key;
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
  }

  private static Path asPath(String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Told below, as an empty one is.
    }
    throw new IllegalArgumentException("which is no path of a file");
  }
}
