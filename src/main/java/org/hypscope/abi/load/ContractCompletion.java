package org.hypscope.abi.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JSON Schema of contracts allows at a place of a contract's text. */
public final class ContractCompletion {
  private static final String SCHEMA = "/assets/contracts/contract.schema.json";
  private static final Pattern LINE = Pattern.compile("^((?:\\s|- )*)([\\w-]*)(:?)(.*)$");

  private final JsonNode schema;

  /**
   * A word that may stand there.
   *
   * @param word a key, or a value
   * @param description what it means; may be empty
   */
  public record Offer(String word, String description) {}

  /** With the schema that comes with the program. */
  public ContractCompletion() {
    try (InputStream in = ContractCompletion.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + SCHEMA);
      }
      schema = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA + " cannot be read", e);
    }
  }

  /** The word that is being written before {@code caret}. */
  public static String prefix(String text, int caret) {
    int from = caret;
    while (from > 0 && inWord(text, from - 1)) {
      from--;
    }
    return text.substring(from, caret);
  }

  /** A hyphen belongs to a word unless it begins an item of a list. */
  private static boolean inWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || c == '-' && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** What may be written at {@code caret} of {@code text}, which begins like what is there. */
  public List<Offer> at(String text, int caret) {
    String before = text.substring(0, caret);
    String line = before.substring(before.lastIndexOf('\n') + 1);
    Matcher now = LINE.matcher(line);
    if (!now.matches()) {
      return List.of();
    }
    String written = prefix(text, caret);
    List<JsonNode> places = places(before, now.group(1).length());
    boolean value = !now.group(3).isEmpty();
    List<Offer> offers = value ? values(places, now.group(2)) : keys(places);
    return offers.stream().filter(offer -> offer.word().startsWith(written)).distinct().toList();
  }

  /** The schemas of the mapping whose keys stand {@code indent} characters in. */
  private List<JsonNode> places(String before, int indent) {
    Deque<String> parents = new ArrayDeque<>();
    String[] lines = before.split("\n", -1);
    int inside = indent;
    for (int n = lines.length - 2; n >= 0 && inside > 0; n--) {
      Matcher line = LINE.matcher(lines[n]);
      boolean key = line.matches() && !line.group(3).isEmpty();
      if (key && line.group(1).length() < inside) {
        inside = line.group(1).length();
        parents.push(line.group(2));
      }
    }
    List<JsonNode> places = options(schema);
    for (String parent : parents) {
      places = below(places, parent);
    }
    return places;
  }

  private List<JsonNode> below(List<JsonNode> places, String key) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode place : places) {
      JsonNode next = place.path("properties").path(key);
      if (next.isMissingNode() && place.path("additionalProperties").isObject()) {
        next = place.path("additionalProperties");
      }
      found.addAll(options(next));
    }
    return found;
  }

  /** {@code node} and whatever it may be: alternatives, and the items of a list. */
  private List<JsonNode> options(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode there = node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    found.add(there);
    for (String kind : List.of("anyOf", "oneOf")) {
      there.path(kind).forEach(each -> found.addAll(options(each)));
    }
    if (there.path("items").isObject()) {
      found.addAll(options(there.get("items")));
    }
    return found;
  }

  private static List<Offer> keys(List<JsonNode> places) {
    List<Offer> offers = new ArrayList<>();
    for (JsonNode place : places) {
      place
          .path("properties")
          .properties()
          .forEach(
              each ->
                  offers.add(
                      new Offer(each.getKey(), each.getValue().path("description").asText(""))));
    }
    return offers;
  }

  private List<Offer> values(List<JsonNode> places, String key) {
    List<Offer> offers = new ArrayList<>();
    for (JsonNode place : below(places, key)) {
      place.path("enum").forEach(each -> offers.add(new Offer(each.asText(), "")));
    }
    return offers;
  }
}
