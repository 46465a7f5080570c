package org.hypscope.ui.readout;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hypscope.abi.Finding;
import org.hypscope.debug.Snapshot;

/** The sentence of the last command, while steps are read out. */
public final class ReadOutModel {
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private boolean on = true;
  private Snapshot was;
  private Snapshot is;

  /** The sentence; empty while nothing is open, or nothing is read out. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** The window shows {@code next}; null for nothing. */
  public void show(Snapshot next, List<Finding> findings) {
    was = is;
    is = next;
    refresh(findings);
  }

  /** What is known of the instant has grown. */
  public void refresh(List<Finding> findings) {
    boolean said = on && is != null;
    sentence.set(said ? StepSentence.of(was, is, findings) : "");
  }

  /** Reads out from now on, or no longer. */
  public void readOut(boolean wanted, List<Finding> findings) {
    on = wanted;
    refresh(findings);
  }
}
