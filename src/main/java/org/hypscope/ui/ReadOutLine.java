package org.hypscope.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.hypscope.abi.Finding;
import org.hypscope.ui.readout.ReadOutModel;

/** Reads each step out: a text that tells screen readers when it changes, and can be seen. */
final class ReadOutLine {
  private final ReadOutModel model = new ReadOutModel();
  private final Label line = new Label();
  private final Tooltip whole = new Tooltip();

  ReadOutLine(WorkbenchState state) {
    line.setId("read-out");
    line.getStyleClass().addAll("muted", "read-out");
    line.setAccessibleRole(AccessibleRole.TEXT);
    // It takes the room that is left, and never any other's.
    line.setMinWidth(0);
    line.setPrefWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setTooltip(whole);
    model.sentence().addListener((o, was, is) -> say(is));
    state.snapshot().addListener((o, was, is) -> model.show(is, state.findings()));
    ListChangeListener<Finding> found = change -> model.refresh(state.findings());
    state.findings().addListener(found);
    state.readOut().addListener((o, was, is) -> model.readOut(is, state.findings()));
  }

  Region node() {
    return line;
  }

  private void say(String sentence) {
    line.setText(sentence);
    line.setAccessibleText(sentence);
    whole.setText(sentence);
    line.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
