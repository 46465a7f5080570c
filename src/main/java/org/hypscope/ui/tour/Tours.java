package org.hypscope.ui.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.YamlNode;
import org.hypscope.abi.load.YamlReader;
import org.hypscope.debug.MarkExpression;

/** The guided tours of {@code assets/tours}. */
public final class Tours {
  private static final String FOLDER = "assets/tours/";
  private static final Set<String> KEYS = Set.of("title", "sample", "stops");
  private static final Set<String> STOP_KEYS = Set.of("at", "view", "highlight", "note");

  private Tours() {}

  /** All of them, in the order of {@code index.yaml}. */
  public static List<Tour> all() {
    try {
      List<Tour> tours = new ArrayList<>();
      for (String name : read("index.yaml").texts()) {
        tours.add(parse(read(name + ".yaml")));
      }
      return tours;
    } catch (AbiFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The tour through {@code sample}, if there is one. */
  public static Optional<Tour> of(String sample) {
    return all().stream().filter(each -> each.sample().equals(sample)).findFirst();
  }

  private static YamlNode read(String name) throws AbiFileException {
    try (InputStream in = Tours.class.getResourceAsStream("/" + FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read(FOLDER + name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + name + " cannot be read", e);
    }
  }

  /**
   * The tour that {@code root} describes.
   *
   * @throws AbiFileException with file and line where it describes none
   */
  static Tour parse(YamlNode root) throws AbiFileException {
    Map<String, YamlNode> keys = root.entries(KEYS);
    List<Tour.Stop> stops = new ArrayList<>();
    for (YamlNode stop : root.required(keys, "stops").list()) {
      stops.add(stop(stop));
    }
    if (stops.isEmpty()) {
      throw root.error("a tour needs stops");
    }
    return new Tour(
        root.required(keys, "title").text(), root.required(keys, "sample").text(), stops);
  }

  private static Tour.Stop stop(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(STOP_KEYS);
    return new Tour.Stop(
        node.required(keys, "at").read(MarkExpression::parse),
        text(keys, "view"),
        text(keys, "highlight"),
        node.required(keys, "note").text().trim());
  }

  private static Optional<String> text(Map<String, YamlNode> keys, String key)
      throws AbiFileException {
    return keys.containsKey(key) ? Optional.of(keys.get(key).text()) : Optional.empty();
  }
}
