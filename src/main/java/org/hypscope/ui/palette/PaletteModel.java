package org.hypscope.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Searches everything that has a name. Later sources come after earlier ones of equal fit. */
public final class PaletteModel {
  private static final int MOST = 50;

  private final List<Function<String, Stream<Hit>>> sources;

  /**
   * A palette over these sources; each is given what was typed, trimmed, and answers with
   * candidates, of which those are shown whose title holds every word typed.
   */
  public PaletteModel(List<Function<String, Stream<Hit>>> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The best hits for {@code typed}, best first, at most fifty. */
  public List<Hit> search(String typed) {
    String trimmed = typed.trim();
    String wanted = trimmed.toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (Function<String, Stream<Hit>> source : sources) {
      source.apply(trimmed).filter(hit -> fits(hit, wanted)).forEach(hits::add);
    }
    hits.sort(Comparator.comparingInt(hit -> rank(hit, wanted)));
    return hits.size() > MOST ? List.copyOf(hits.subList(0, MOST)) : List.copyOf(hits);
  }

  private static boolean fits(Hit hit, String wanted) {
    String title = hit.title().toLowerCase(Locale.ROOT);
    return Stream.of(wanted.split("\\s+")).allMatch(title::contains);
  }

  /** 0 for the whole name, 1 for its beginning, 2 for the beginning of a word, 3 for the rest. */
  private static int rank(Hit hit, String wanted) {
    String title = hit.title().toLowerCase(Locale.ROOT);
    if (title.equals(wanted)) {
      return 0;
    }
    if (title.startsWith(wanted)) {
      return 1;
    }
    return title.matches(".*[ _]" + java.util.regex.Pattern.quote(wanted) + ".*") ? 2 : 3;
  }
}
