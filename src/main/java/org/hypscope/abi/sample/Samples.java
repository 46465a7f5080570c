package org.hypscope.abi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hypscope.abi.Words;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.YamlNode;
import org.hypscope.abi.load.YamlReader;
import org.hypscope.arm.arch.Mode;

/** The samples that come with the program. */
public final class Samples {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "story",
          "goes-wrong",
          "real-kvm",
          "board",
          "cores",
          "start",
          "exit",
          "findings",
          "ends",
          "console",
          "hypercalls");
  private static final Set<String> CALL_KEYS =
      Set.of("core", "from", "caller", "call", "handler", "outcome", "ret-r0", "hvbar-after");

  private Samples() {}

  /** All of them, in the order of the gallery. */
  public static List<Sample> all() {
    try {
      List<Sample> samples = new ArrayList<>();
      for (String name : read("index.yaml").texts()) {
        samples.add(parse(name, read(name + "/sample.yaml")));
      }
      return samples;
    } catch (AbiFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The sample called {@code name}. */
  public static Optional<Sample> byName(String name) {
    return all().stream().filter(sample -> sample.name().equals(name)).findFirst();
  }

  static InputStream resource(String path) {
    InputStream in = Samples.class.getResourceAsStream("/samples/" + path);
    if (in == null) {
      throw new IllegalStateException("missing resource samples/" + path);
    }
    return in;
  }

  private static YamlNode read(String path) throws AbiFileException {
    try (InputStream in = resource(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read("samples/" + path, text);
    } catch (IOException e) {
      throw new UncheckedIOException("samples/" + path + " cannot be read", e);
    }
  }

  /** The sample {@code name} that {@code root} describes. */
  static Sample parse(String name, YamlNode root) throws AbiFileException {
    Map<String, YamlNode> keys = root.entries(KEYS);
    List<ExpectedCall> calls = new ArrayList<>();
    for (YamlNode call : root.required(keys, "hypercalls").list()) {
      calls.add(call(call));
    }
    return new Sample(
        name,
        root.required(keys, "title").text(),
        root.required(keys, "story").text().trim(),
        text(keys, "goes-wrong"),
        text(keys, "real-kvm"),
        root.required(keys, "board").text(),
        number(keys, "cores", 1),
        root.required(keys, "start").text(),
        root.required(keys, "exit").read(Words::parse),
        root.required(keys, "findings").texts(),
        root.required(keys, "ends").text(),
        root.required(keys, "console").text(),
        calls);
  }

  private static ExpectedCall call(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(CALL_KEYS);
    return new ExpectedCall(
        number(keys, "core", 0),
        keys.containsKey("from") ? keys.get("from").read(Mode::valueOf) : Mode.SVC,
        texts(keys, "caller"),
        text(keys, "call"),
        texts(keys, "handler"),
        text(keys, "outcome"),
        text(keys, "ret-r0"),
        text(keys, "hvbar-after"));
  }

  private static int number(Map<String, YamlNode> keys, String key, int usual)
      throws AbiFileException {
    return keys.containsKey(key) ? keys.get(key).read(Words::parse) : usual;
  }

  private static Optional<String> text(Map<String, YamlNode> keys, String key)
      throws AbiFileException {
    return keys.containsKey(key) ? Optional.of(keys.get(key).text().trim()) : Optional.empty();
  }

  private static List<String> texts(Map<String, YamlNode> keys, String key)
      throws AbiFileException {
    return keys.containsKey(key) ? keys.get(key).texts() : List.of();
  }
}
