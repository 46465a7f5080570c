package org.hypscope.ui.gallery;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The scenarios that come with the program, and the files that were opened before. */
public final class GalleryModel {
  /** The scenario that the README walks through stands first. */
  private static final String FIRST = "kdump-k2";

  private final List<Scenario> scenarios;
  private final RecentFiles recentFiles;
  private final ObservableList<Path> recent = FXCollections.observableArrayList();

  /** The scenarios {@code all}, put in order, beside {@code recentFiles}. */
  public GalleryModel(List<Scenario> all, RecentFiles recentFiles) {
    this.recentFiles = recentFiles;
    this.scenarios =
        all.stream()
            .sorted(Comparator.comparingInt(GalleryModel::rank).thenComparing(Scenario::name))
            .toList();
    recent.setAll(recentFiles.all());
  }

  /** Every scenario: the one that is walked through, those that go wrong, right uses. */
  public List<Scenario> scenarios() {
    return scenarios;
  }

  /** The files opened last, newest first. Changed by {@link #remember}. */
  public ObservableList<Path> recent() {
    return recent;
  }

  /** Puts {@code file} in front of the recent files, in this run and the next. */
  public void remember(Path file) {
    recentFiles.add(file);
    recent.setAll(recentFiles.all());
  }

  private static int rank(Scenario scenario) {
    if (scenario.name().equals(FIRST)) {
      return 0;
    }
    return scenario.goesWrong().isEmpty() ? 2 : 1;
  }
}
