package org.hypscope.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hypscope.ui.dock.Arrangement;
import org.hypscope.ui.dock.ArrangementText;
import org.hypscope.ui.dock.SavedLayouts;

/** The arrangements that have names: three that are built in, and those that a person saved. */
final class Layouts {
  /** The arrangement at first. */
  static final String ENGINEER = "Engineer";

  private static final String SPEAKER =
      "dock1 column(3650 [registers] 4850 row(2900 [code system-registers] 7100"
          + " [hypercall vector-tables]) 1500 [timeline])";
  private static final String STUDENT =
      "dock1 column(8400 row(3000 [code] 7000 column(3600 [registers] 6400 [system-registers]))"
          + " 1600 [timeline])";

  private final Map<String, Arrangement> builtIn = new LinkedHashMap<>();
  private final Set<String> views;
  private SavedLayouts saved = SavedLayouts.none();

  /** Those of {@code views}, which stand as {@code usual} at first. */
  Layouts(Set<String> views, Arrangement usual) {
    this.views = views;
    builtIn.put(ENGINEER, usual);
    builtIn.put("Speaker", ArrangementText.parse(SPEAKER));
    builtIn.put("Student", ArrangementText.parse(STUDENT));
  }

  /** Keeps what is saved in {@code layouts}. */
  void use(SavedLayouts layouts) {
    saved = layouts;
  }

  /** The names of those that are built in. */
  List<String> builtIn() {
    return List.copyOf(builtIn.keySet());
  }

  /** The names of those that were saved. */
  List<String> saved() {
    return saved.names();
  }

  /** The arrangement called {@code name}; empty where what was saved cannot be read. */
  Optional<Arrangement> named(String name) {
    return Optional.ofNullable(builtIn.get(name))
        .or(() -> saved.text(name).flatMap(text -> ArrangementText.read(text, views)));
  }

  /** Whether something can be saved as {@code name}: no name that is built in. */
  boolean isFree(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean taken =
        builtIn.keySet().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(lower));
    return !taken && SavedLayouts.isName(name);
  }

  /**
   * Saves {@code arrangement} as {@code name}, which is free, in place of one of that name.
   *
   * @return false, with nothing changed, where there is no room for it
   */
  boolean save(String name, Arrangement arrangement) {
    return saved.put(name, ArrangementText.print(arrangement));
  }

  /** Forgets what was saved as {@code name}. */
  void delete(String name) {
    saved.remove(name);
  }
}
