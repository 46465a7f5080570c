package org.hypscope.abi.load;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link YamlNode}s, keeping line and column of everything. */
public final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String file;
  private final JsonParser parser;

  private YamlReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads {@code text}; {@code file} names it in complaints.
   *
   * @throws AbiFileException if it is empty or no YAML
   */
  public static YamlNode read(String file, String text) throws AbiFileException {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new AbiFileException(file + ":1:1: the file is empty; write something into it");
      }
      return new YamlReader(file, parser).node("");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr();
      String first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
      throw new AbiFileException(
          file + ":" + place + ": not YAML (" + first + "); correct the line", e);
    } catch (IOException e) {
      throw new AbiFileException(file + ":1:1: cannot be read: " + e.getMessage(), e);
    }
  }

  private YamlNode node(String key) throws IOException, AbiFileException {
    JsonLocation at = parser.currentTokenLocation();
    Object value =
        switch (parser.currentToken()) {
          case START_OBJECT -> mapping();
          case START_ARRAY -> list(key);
          case VALUE_NULL -> "";
          default -> parser.getText();
        };
    return new YamlNode(file, at.getLineNr(), at.getColumnNr(), key, value);
  }

  private Map<String, YamlNode> mapping() throws IOException, AbiFileException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      YamlNode node = node(key);
      if (entries.put(key, node) != null) {
        throw node.error("this key is there twice; remove one");
      }
    }
    return entries;
  }

  private List<YamlNode> list(String key) throws IOException, AbiFileException {
    List<YamlNode> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(key));
    }
    return nodes;
  }
}
