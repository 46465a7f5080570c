package org.hypscope.ui.findings;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hypscope.abi.Finding;
import org.hypscope.abi.Severity;

/** The findings of a session, in the order of the run. */
public final class FindingsModel {
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();

  /** What to show. */
  public ObservableList<Finding> findings() {
    return findings;
  }

  /** Shows {@code all} in place of what was shown. */
  public void show(List<? extends Finding> all) {
    findings.setAll(all);
  }

  /** A shape and a word for {@code severity}. */
  public static String mark(Severity severity) {
    String shape =
        switch (severity) {
          case ERROR -> "\u2715";
          case WARNING -> "\u25b2";
        };
    return shape + " " + severity.word();
  }

  /** The findings as Markdown. */
  public String asMarkdown() {
    StringBuilder text = new StringBuilder();
    for (Finding each : findings) {
      text.append("### ").append(each.rule()).append(" at ").append(each.at());
      text.append(", ").append(each.symbol()).append("\n\n");
      text.append("- what: ").append(each.what()).append('\n');
      text.append("- why: ").append(each.why()).append('\n');
      text.append("- to do: ").append(each.toDo()).append("\n\n");
    }
    return text.toString();
  }
}
