package org.hypscope.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The scenarios that come with the program, and the files that were opened before. */
public final class GalleryModel {
  private final List<Scenario> scenarios;
  private final RecentFiles recentFiles;
  private final ObservableList<Path> recent = FXCollections.observableArrayList();

  /** The scenarios {@code all} beside {@code recentFiles}. */
  public GalleryModel(List<Scenario> all, RecentFiles recentFiles) {
    this.recentFiles = recentFiles;
    this.scenarios = List.copyOf(all);
    recent.setAll(recentFiles.all());
  }

  /** Every scenario. */
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
}
