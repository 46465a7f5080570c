package org.hypscope.debug.symbols;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where source files are: a compiler writes the paths of the machine that it ran on, which may be
 * another one. The sources of the samples are always found. For one thread.
 */
public final class SourceFolders {
  private static final long LARGEST = 16L << 20;
  private static final String SAMPLES = "/samples/";

  private final List<Mapping> mappings;
  private final Map<String, Optional<List<String>>> read = new HashMap<>();

  /**
   * Sources that were compiled below one folder and lie below another now.
   *
   * @param from as the compiler wrote it; {@code .} stands for paths that begin nowhere
   * @param to a folder here
   */
  public record Mapping(String from, String to) {
    /** Takes what {@link #toString} writes: {@code FROM=TO}; empty where that is not its form. */
    public static Optional<Mapping> parse(String text) {
      int equals = text.indexOf('=');
      boolean both = equals > 0 && equals < text.length() - 1;
      return both
          ? Optional.of(new Mapping(text.substring(0, equals), text.substring(equals + 1)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return from + "=" + to;
    }

    /** Where {@code path} is by this mapping. */
    private Optional<String> moved(String path) {
      if (from.equals(".")) {
        return path.startsWith("/") ? Optional.empty() : Optional.of(to + "/" + path);
      }
      String folder = from.endsWith("/") ? from : from + "/";
      if (path.equals(from)) {
        return Optional.of(to);
      }
      return path.startsWith(folder)
          ? Optional.of(to + "/" + path.substring(folder.length()))
          : Optional.empty();
    }
  }

  /** Sources where the compiler found them, but for those that {@code mappings} move. */
  public SourceFolders(List<Mapping> mappings) {
    this.mappings = List.copyOf(mappings);
  }

  /** What moves sources. */
  public List<Mapping> mappings() {
    return mappings;
  }

  /** The lines of the file that a compiler called {@code path}; empty where it is not found. */
  public Optional<List<String>> lines(String path) {
    return read.computeIfAbsent(path, this::find);
  }

  private Optional<List<String>> find(String path) {
    List<String> places = new ArrayList<>();
    mappings.forEach(each -> each.moved(path).ifPresent(places::add));
    places.add(path);
    for (String place : places) {
      Optional<List<String>> found = file(place);
      if (found.isPresent()) {
        return found;
      }
    }
    return path.startsWith("/") ? Optional.empty() : sample(path);
  }

  private static Optional<List<String>> file(String place) {
    try {
      Path path = Path.of(place);
      return Files.isRegularFile(path) && Files.size(path) <= LARGEST
          ? Optional.of(split(Files.readAllBytes(path)))
          : Optional.empty();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> sample(String path) {
    try (InputStream in = SourceFolders.class.getResourceAsStream(SAMPLES + path)) {
      return in == null ? Optional.empty() : Optional.of(split(in.readAllBytes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> split(byte[] contents) {
    return List.of(new String(contents, StandardCharsets.UTF_8).split("\r?\n", -1));
  }
}
