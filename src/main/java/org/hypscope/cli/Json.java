package org.hypscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.arch.Bits;

/** One JSON object, on one line; keys keep their order, 32-bit values are {@code "0x%08x"}. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a number, a text, a truth value, a list or a map; null is left out. */
  Json put(String key, Object value) {
    if (value instanceof Json object) {
      values.put(key, object.values);
    } else if (value instanceof List<?> list) {
      values.put(key, list.stream().map(each -> each instanceof Json j ? j.values : each).toList());
    } else if (value != null) {
      values.put(key, value);
    }
    return this;
  }

  /** Adds a 32-bit value; null is left out. */
  Json hex(String key, Integer value) {
    return put(key, value == null ? null : Bits.hex(value));
  }

  /** Adds a value of {@code width} (32 or 64) bits. */
  Json hex(String key, long value, int width) {
    return put(key, width == 32 ? Bits.hex((int) value) : String.format("0x%016x", value));
  }

  /** The values, for use in a list. */
  Map<String, Object> map() {
    return values;
  }

  @Override
  public String toString() {
    try {
      return MAPPER.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
