package org.hypscope.ui.paths;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.Page;
import org.hypscope.abi.doc.PathPage;
import org.hypscope.abi.path.PathPair;

/** Two paths side by side, and the row at which both stand. */
public final class PathsModel {
  private final ReadOnlyObjectWrapper<PathPair> pair = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper();

  /** What is shown; null before anything was executed. */
  public ReadOnlyObjectProperty<PathPair> pair() {
    return pair.getReadOnlyProperty();
  }

  /** The row at which both stand, from 0. */
  public ReadOnlyIntegerProperty row() {
    return row.getReadOnlyProperty();
  }

  /** Shows {@code next}, standing where its sides first differ. */
  public void show(PathPair next) {
    row.set(next.divergence().orElse(next.rows().size() - 1));
    pair.set(next);
  }

  /** Steps both sides, back or forth, as far as they go. */
  public void step(int by) {
    stand(row.get() + by);
  }

  /** Takes both sides to {@code wanted}; the first or last row where there is none. */
  public void stand(int wanted) {
    if (pair.get() != null) {
      row.set(Math.max(0, Math.min(pair.get().rows().size() - 1, wanted)));
    }
  }

  /** Takes both sides to where they first differ; to the end where they do not. */
  public void toDivergence() {
    if (pair.get() != null) {
      stand(pair.get().divergence().orElse(pair.get().rows().size() - 1));
    }
  }

  /** The row at which both stand. */
  public Optional<PathPair.Row> current() {
    return Optional.ofNullable(pair.get()).map(shown -> shown.rows().get(row.get()));
  }

  /** Both paths as a page; none before they were executed. */
  public Optional<Page> page() {
    return Optional.ofNullable(pair.get()).map(shown -> PathPage.of(List.of(shown)));
  }

  /** The same as Markdown. */
  public String asMarkdown() {
    return page().map(Markup.markdown::write).orElse("");
  }
}
