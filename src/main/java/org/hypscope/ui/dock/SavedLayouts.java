package org.hypscope.ui.dock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.prefs.Preferences;

/** Arrangements that a person gave names, kept between runs as lines of text. */
public final class SavedLayouts {
  private static final String KEY = "layouts";
  private static final int LONGEST_NAME = 60;

  private final Map<String, String> texts = new TreeMap<>();
  private final Consumer<String> keep;

  private SavedLayouts(String kept, Consumer<String> keep) {
    this.keep = keep;
    kept.lines()
        .map(line -> line.split("\t", 2))
        .filter(parts -> parts.length == 2 && isName(parts[0]))
        .forEach(parts -> texts.put(parts[0], parts[1]));
  }

  /** Those kept in {@code settings}, where more are put. */
  public SavedLayouts(Preferences settings) {
    this(settings.get(KEY, ""), text -> settings.put(KEY, text));
  }

  /** None, and more are forgotten with the window. */
  public static SavedLayouts none() {
    return new SavedLayouts("", text -> {});
  }

  /** Whether {@code name} is one line of one to sixty printable characters. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  /** The names, in the order of the alphabet. */
  public List<String> names() {
    return List.copyOf(texts.keySet());
  }

  /** What was saved as {@code name}. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * Saves {@code text} as {@code name}, which {@link #isName is a name}.
   *
   * @return false, with nothing changed, where there is no room for it
   */
  public boolean put(String name, String text) {
    String before = texts.put(name, text);
    if (all().length() > Preferences.MAX_VALUE_LENGTH) {
      if (before == null) {
        texts.remove(name);
      } else {
        texts.put(name, before);
      }
      return false;
    }
    keep.accept(all());
    return true;
  }

  /** Forgets {@code name}. */
  public void remove(String name) {
    texts.remove(name);
    keep.accept(all());
  }

  private String all() {
    StringBuilder all = new StringBuilder();
    texts.forEach((name, text) -> all.append(name).append('\t').append(text).append('\n'));
    return all.toString();
  }
}
