package org.hypscope.abi.tour;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.YamlNode;
import org.hypscope.abi.sample.SampleImages;
import org.hypscope.debug.MarkExpression;

/** Reads one tour; every complaint says in which line, and what to do. */
final class TourReader {
  private static final Set<String> KEYS = keys("title", "sample", "image", "entry", "stops");
  private static final Set<String> STOP_KEYS =
      keys("at", "view", "highlight", "note", "speaker", "expect");

  /** How much of a note stands on a small screen without taking the panes' room. */
  private static final int LONGEST_NOTE = 240;

  private final String name;
  private final Path folder;

  /** A reader of the built-in tour {@code name}, which has no image of its own. */
  TourReader(String name) {
    this(name, null);
  }

  /** A reader of the tour {@code name} whose {@code image} is a path from {@code folder}. */
  TourReader(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  private static Set<String> keys(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  Tour read(YamlNode root) throws AbiFileException {
    Map<String, YamlNode> keys = root.entries(KEYS);
    List<Tour.Stop> stops = new ArrayList<>();
    for (YamlNode stop : root.required(keys, "stops").list()) {
      stops.add(stop(stop));
    }
    if (stops.isEmpty()) {
      throw root.required(keys, "stops").error("a tour needs stops; add '- at: hvc:1'");
    }
    return new Tour(name, root.required(keys, "title").text(), scene(root, keys), stops);
  }

  private TourScene scene(YamlNode root, Map<String, YamlNode> keys) throws AbiFileException {
    YamlNode image = keys.get("image");
    Optional<String> entry = text(keys, "entry");
    if (image != null && folder != null) {
      return new TourScene(Optional.empty(), Optional.of(image.read(this::path)), entry);
    }
    YamlNode sample = root.required(keys, "sample");
    if (SampleImages.elf(sample.text()).isEmpty()) {
      throw sample.error("there is no such sample; 'hypscope samples' lists them");
    }
    return new TourScene(Optional.of(sample.text()), Optional.empty(), entry);
  }

  private Path path(String text) {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is no path; give one from the tour's folder", e);
    }
  }

  private static Tour.Stop stop(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(STOP_KEYS);
    YamlNode note = node.required(keys, "note");
    if (note.text().length() > LONGEST_NOTE) {
      throw note.error(
          "longer than " + LONGEST_NOTE + " characters; put what is more under 'speaker'");
    }
    return new Tour.Stop(
        node.required(keys, "at").read(MarkExpression::parse),
        text(keys, "view"),
        text(keys, "highlight"),
        note.text().trim(),
        text(keys, "speaker").orElse("").trim(),
        expectations(keys.get("expect")),
        node.where());
  }

  private static List<Expectation> expectations(YamlNode node) throws AbiFileException {
    List<Expectation> all = new ArrayList<>();
    if (node != null) {
      for (YamlNode each : node.list()) {
        all.add(each.read(Expectation::parse));
      }
    }
    return all;
  }

  private static Optional<String> text(Map<String, YamlNode> keys, String key)
      throws AbiFileException {
    return keys.containsKey(key) ? Optional.of(keys.get(key).text()) : Optional.empty();
  }
}
