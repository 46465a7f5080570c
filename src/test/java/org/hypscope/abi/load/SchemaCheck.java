package org.hypscope.abi.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of JSON Schema (draft 2020-12) that the contract's schema uses, by its specification.
 */
final class SchemaCheck {
  private final List<String> complaints = new ArrayList<>();

  private SchemaCheck() {}

  /** Where {@code value} does not fit {@code schema}. */
  static List<String> complaints(JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck();
    check.check(schema, value, "");
    return check.complaints;
  }

  private void check(JsonNode schema, JsonNode value, String at) {
    schema.fieldNames().forEachRemaining(key -> keyword(key, schema, value, at));
  }

  private void keyword(String key, JsonNode schema, JsonNode value, String at) {
    JsonNode rule = schema.get(key);
    boolean fits =
        switch (key) {
          case "$schema", "title", "description" -> true;
          case "type" -> isType(rule, value);
          case "enum" -> contains(rule, value);
          case "pattern" ->
              !value.isTextual() || Pattern.compile(rule.asText()).matcher(value.asText()).find();
          case "minLength" -> !value.isTextual() || value.asText().length() >= rule.asInt();
          case "minimum" -> !value.isNumber() || value.asLong() >= rule.asLong();
          case "maximum" -> !value.isNumber() || value.asLong() <= rule.asLong();
          case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
          case "required" -> !value.isObject() || hasAll(rule, value);
          case "additionalProperties" -> !value.isObject() || knows(schema, value);
          case "anyOf" -> any(rule, value);
          case "properties" -> properties(rule, value, at);
          case "items" -> items(rule, value, at);
          default -> throw new AssertionError("keyword " + key + " is not looked at");
        };
    if (!fits) {
      complaints.add(at + " breaks " + key + " " + rule);
    }
  }

  private static boolean isType(JsonNode rule, JsonNode value) {
    if (rule.isArray()) {
      for (JsonNode each : rule) {
        if (isType(each, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (rule.asText()) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "array" -> value.isArray();
      default -> value.isObject();
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(JsonNode names, JsonNode value) {
    for (JsonNode name : names) {
      if (!value.has(name.asText())) {
        return false;
      }
    }
    return true;
  }

  private static boolean knows(JsonNode schema, JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    return names.stream().allMatch(schema.get("properties")::has);
  }

  private static boolean any(JsonNode schemas, JsonNode value) {
    for (JsonNode each : schemas) {
      if (complaints(each, value).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean properties(JsonNode schemas, JsonNode value, String at) {
    schemas
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (value.has(name)) {
                check(schemas.get(name), value.get(name), at + "/" + name);
              }
            });
    return true;
  }

  private boolean items(JsonNode schema, JsonNode value, String at) {
    for (int n = 0; value.isArray() && n < value.size(); n++) {
      check(schema, value.get(n), at + "/" + n);
    }
    return true;
  }
}
