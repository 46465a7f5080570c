package org.hypscope.abi.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a YAML file that knows where it stands, so that every complaint can say so. Missing
 * keys and wrong shapes are {@link AbiFileException}s.
 */
public final class YamlNode {
  private final String file;
  private final int line;
  private final int column;
  private final String key;
  private final Object value;

  /** A node whose {@code value} is a String, a List or a Map of nodes. */
  YamlNode(String file, int line, int column, String key, Object value) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.key = key;
    this.value = value;
  }

  /** An exception that names this place and says {@code what} is wrong and what to do. */
  public AbiFileException error(String what) {
    return new AbiFileException(
        file + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + what);
  }

  /** File and line, as {@code tour.yaml:12}. */
  public String where() {
    return file + ":" + line;
  }

  /** The text of a scalar. */
  public String text() throws AbiFileException {
    if (value instanceof String text) {
      return text;
    }
    throw error("expected one value here, not a list or a mapping");
  }

  /** Whether keys stand here. */
  boolean isMapping() {
    return value instanceof Map;
  }

  /** The node at {@code key} of this mapping, which must be there. */
  YamlNode child(String key) {
    return (YamlNode) ((Map<?, ?>) value).get(key);
  }

  /** The text at {@code key} of this mapping, or {@code absent}. */
  String text(String key, String absent) throws AbiFileException {
    YamlNode node = child(key);
    return node == null ? absent : node.text().trim();
  }

  /** The texts of the list at {@code key} of this mapping; none where it is absent. */
  List<String> texts(String key) throws AbiFileException {
    YamlNode node = child(key);
    return node == null ? List.of() : node.texts();
  }

  /** The items of the list at {@code key} of this mapping; none where it is absent. */
  List<YamlNode> items(String key) throws AbiFileException {
    YamlNode node = child(key);
    return node == null ? List.of() : node.list();
  }

  /** The entries of the mapping at {@code key} of this mapping; none where it is absent. */
  Map<String, YamlNode> mapping(String key) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    YamlNode node = child(key);
    if (node != null && node.value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> entries.put((String) name, (YamlNode) each));
    }
    return entries;
  }

  /** The nodes of a list; a scalar counts as a list of one. */
  public List<YamlNode> list() throws AbiFileException {
    if (value instanceof List<?> list) {
      List<YamlNode> nodes = new ArrayList<>();
      list.forEach(node -> nodes.add((YamlNode) node));
      return nodes;
    }
    if (value instanceof String || value instanceof Map) {
      return List.of(this);
    }
    throw error("expected a list here; start each item with '- '");
  }

  /** The texts of a list of scalars. */
  public List<String> texts() throws AbiFileException {
    List<String> texts = new ArrayList<>();
    for (YamlNode node : list()) {
      texts.add(node.text());
    }
    return texts;
  }

  /** The entries of a mapping, whose keys must be among {@code allowed}. */
  public Map<String, YamlNode> entries(Set<String> allowed) throws AbiFileException {
    if (!(value instanceof Map<?, ?> map)) {
      throw error("expected 'key: value' lines here");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      YamlNode node = (YamlNode) entry.getValue();
      if (!allowed.contains(entry.getKey())) {
        throw node.error("unknown key; known here are " + String.join(", ", allowed));
      }
      entries.put((String) entry.getKey(), node);
    }
    return entries;
  }

  /** The entry {@code name} of {@code entries}, which must be there. */
  public YamlNode required(Map<String, YamlNode> entries, String name) throws AbiFileException {
    YamlNode node = entries.get(name);
    if (node == null) {
      throw error("the key '" + name + "' is missing; add it");
    }
    return node;
  }

  /** Reads the text with {@code reader}, and says where if it complains. */
  public <T> T read(Reader<T> reader) throws AbiFileException {
    try {
      return reader.read(text());
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  /** Makes a value of text, or throws an IllegalArgumentException with a sentence. */
  @FunctionalInterface
  public interface Reader<T> {
    /** The value that {@code text} stands for. */
    T read(String text);
  }
}
