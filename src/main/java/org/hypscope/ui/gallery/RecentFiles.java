package org.hypscope.ui.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.prefs.Preferences;

/** The files that were opened last, remembered between runs. */
public final class RecentFiles {
  private static final int MOST = 6;
  private static final String KEY = "recent";

  /** Null to remember nothing. */
  private final Preferences store;

  /** The files remembered in {@code store}. */
  public RecentFiles(Preferences store) {
    this.store = store;
  }

  /** None, and none will be remembered. */
  public static RecentFiles none() {
    return new RecentFiles(null);
  }

  /** Newest first, at most six; whether they still exist is not asked. */
  public List<Path> all() {
    String kept = store == null ? "" : store.get(KEY, "");
    return kept.isEmpty() ? List.of() : Arrays.stream(kept.split("\n")).map(Path::of).toList();
  }

  /** Puts {@code file} first. The oldest are forgotten when they no longer fit. */
  public void add(Path file) {
    if (store == null) {
      return;
    }
    List<Path> files = new ArrayList<>(all());
    Path absolute = file.toAbsolutePath().normalize();
    files.remove(absolute);
    files.add(0, absolute);
    while (files.size() > MOST || text(files).length() > Preferences.MAX_VALUE_LENGTH) {
      files.remove(files.size() - 1);
    }
    store.put(KEY, text(files));
  }

  private static String text(List<Path> files) {
    return String.join("\n", files.stream().map(Path::toString).toList());
  }
}
