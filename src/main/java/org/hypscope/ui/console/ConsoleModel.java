package org.hypscope.ui.console;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.Snapshot;

/** What the machine has printed, line by line. */
public final class ConsoleModel {
  private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();

  /** The lines, oldest first. */
  public ObservableList<ConsoleLine> lines() {
    return lines;
  }

  /** Shows {@code snapshot}; null shows nothing. Lines that are shown already stay as they are. */
  public void show(Snapshot snapshot) {
    show(snapshot == null ? List.of() : snapshot.console());
  }

  /** Shows {@code now}, as far as a run has come. */
  public void show(List<ConsoleLine> now) {
    int same = 0;
    while (same < lines.size() && same < now.size() && lines.get(same).equals(now.get(same))) {
      same++;
    }
    lines.remove(same, lines.size());
    lines.addAll(now.subList(same, now.size()));
  }

  /** The text alone. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
