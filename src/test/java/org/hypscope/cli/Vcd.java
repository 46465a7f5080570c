package org.hypscope.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A value change dump as IEEE 1364, 18.2 describes it, read without knowing who wrote it. */
final class Vcd {
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, NavigableMap<Long, Long>> values = new HashMap<>();

  private Vcd() {}

  static Vcd read(List<String> lines) {
    Vcd dump = new Vcd();
    List<String> scopes = new ArrayList<>();
    long now = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "$scope" -> scopes.add(words[2]);
        case "$upscope" -> scopes.remove(scopes.size() - 1);
        case "$var" -> dump.declare(String.join(".", scopes) + "." + words[4], words[3]);
        case "$timescale", "$enddefinitions" -> {}
        default -> now = dump.change(line, words, now);
      }
    }
    return dump;
  }

  private void declare(String name, String code) {
    codes.put(name, code);
    values.put(code, new TreeMap<>());
  }

  private long change(String line, String[] words, long now) {
    switch (line.charAt(0)) {
      case '#' -> {
        return Long.parseLong(line.substring(1));
      }
      case 'b' -> values.get(words[1]).put(now, Long.parseLong(words[0].substring(1), 2));
      default -> values.get(line.substring(1)).put(now, (long) line.charAt(0) - '0');
    }
    return now;
  }

  /** What the signal {@code name} holds at {@code time}. */
  long at(String name, long time) {
    return values.get(codes.get(name)).floorEntry(time).getValue();
  }

  /** When an event happened; never, where there is none of that name. */
  List<Long> pulses(String name) {
    return codes.containsKey(name) ? List.copyOf(values.get(codes.get(name)).keySet()) : List.of();
  }
}
