package org.hypscope.abi.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may stand at a place of a contract file. Declared once: the loader checks a file against it,
 * and the JSON Schema that editors use is written from it.
 */
sealed interface Shape {
  /** Complains with the place of the first thing that does not fit. */
  void check(YamlNode node) throws AbiFileException;

  /** The same as a JSON Schema (draft 2020-12). */
  Map<String, Object> schema();

  /** Reads a text, or throws an IllegalArgumentException with a sentence. */
  interface Reader {
    Object read(String text);
  }

  /** Any text. */
  record Text() implements Shape {
    @Override
    public void check(YamlNode node) throws AbiFileException {
      if (node.text().isBlank()) {
        throw node.error("is empty; write something, or remove the key");
      }
    }

    @Override
    public Map<String, Object> schema() {
      return object("type", List.of("string", "number"), "minLength", 1);
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements Shape {
    static Choice of(Object[] values, java.util.function.Function<Object, String> word) {
      return new Choice(Arrays.stream(values).map(word).toList());
    }

    @Override
    public void check(YamlNode node) throws AbiFileException {
      if (!words.contains(node.text())) {
        throw node.error(
            "'%s' is not known here; use one of %s"
                .formatted(node.text(), String.join(", ", words)));
      }
    }

    @Override
    public Map<String, Object> schema() {
      return object("enum", words.stream().map(Choice::value).toList());
    }

    /** YAML reads these two words as truth values. */
    private static Object value(String word) {
      return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word;
    }
  }

  /**
   * A text that {@code reader} understands.
   *
   * @param pattern the texts that it does, as nearly as a regular expression can say
   * @param numbers whether YAML may read it as a number
   */
  record Parsed(String pattern, boolean numbers, Reader reader) implements Shape {
    private static final long LEAST = Integer.MIN_VALUE;
    private static final long MOST = 0xffff_ffffL;

    @Override
    public void check(YamlNode node) throws AbiFileException {
      node.read(reader::read);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> text =
          object("type", "string", "pattern", "^(?:" + Pattern.compile(pattern) + ")$");
      return numbers
          ? object(
              "anyOf", List.of(object("type", "integer", "minimum", LEAST, "maximum", MOST), text))
          : text;
    }
  }

  /** A word or a mapping: whichever stands there decides. */
  record Either(Shape word, Shape mapping) implements Shape {
    @Override
    public void check(YamlNode node) throws AbiFileException {
      (node.isMapping() ? mapping : word).check(node);
    }

    @Override
    public Map<String, Object> schema() {
      return object("anyOf", List.of(word.schema(), mapping.schema()));
    }
  }

  /** A list of at least {@code least} items; one that is no list counts as a list of one. */
  record ListOf(Shape item, int least) implements Shape {
    @Override
    public void check(YamlNode node) throws AbiFileException {
      List<YamlNode> items = node.list();
      if (items.size() < least) {
        throw node.error("needs at least one item; add it");
      }
      for (YamlNode each : items) {
        item.check(each);
      }
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> list = object("type", "array", "items", item.schema());
      if (least > 0) {
        list.put("minItems", least);
      }
      return item instanceof Mapping ? list : object("anyOf", List.of(item.schema(), list));
    }
  }

  /**
   * Keys with values.
   *
   * @param keys what may stand there, in the order in which a reader wants it
   */
  record Mapping(Map<String, Key> keys) implements Shape {
    /**
     * A key.
     *
     * @param about what it says, for the reader of the schema
     * @param required whether it must be there
     */
    record Key(Shape shape, boolean required, String about) {}

    Mapping() {
      this(new LinkedHashMap<>());
    }

    /** With a key that must be there. */
    Mapping need(String key, Shape shape, String about) {
      keys.put(key, new Key(shape, true, about));
      return this;
    }

    /** With a key that may be there. */
    Mapping may(String key, Shape shape, String about) {
      keys.put(key, new Key(shape, false, about));
      return this;
    }

    @Override
    public void check(YamlNode node) throws AbiFileException {
      Map<String, YamlNode> entries = node.entries(keys.keySet());
      for (Map.Entry<String, Key> each : keys.entrySet()) {
        YamlNode value = entries.get(each.getKey());
        if (value != null) {
          each.getValue().shape().check(value);
        } else if (each.getValue().required()) {
          throw node.error("the key '" + each.getKey() + "' is missing; add it");
        }
      }
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> properties = new LinkedHashMap<>();
      keys.forEach(
          (name, key) -> {
            Map<String, Object> value = object("description", key.about());
            value.putAll(key.shape().schema());
            properties.put(name, value);
          });
      List<String> required =
          keys.entrySet().stream()
              .filter(e -> e.getValue().required())
              .map(Map.Entry::getKey)
              .toList();
      Map<String, Object> schema = object("type", "object", "additionalProperties", false);
      schema.put("properties", properties);
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      return schema;
    }
  }

  /** A map of keys and values in the order given. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
