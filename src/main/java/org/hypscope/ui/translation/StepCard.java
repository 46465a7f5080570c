package org.hypscope.ui.translation;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.WalkView;

/** One descriptor of a walk: where it was found, what it is, and its fields in words. */
final class StepCard extends VBox {
  StepCard(WalkView.Step step) {
    getStyleClass().add("walk-card");
    if (List.of("invalid", "reserved", "unreadable").contains(step.kind())) {
      getStyleClass().add("bad");
    }
    getChildren().addAll(head(step), label(place(step), "walk-place"));
    if (!step.nested().isEmpty()) {
      getChildren().add(nested(step));
    }
    Label descriptor = label(step.value(), "walk-value");
    step.descriptorAddress()
        .ifPresent(
            at -> descriptor.setTooltip(new Tooltip("read at " + AddressSpace.PHYSICAL.name(at))));
    getChildren().addAll(descriptor, fields(step));
    setAccessibleText(spoken(step));
    setFocusTraversable(true);
  }

  private static Node head(WalkView.Step step) {
    Label level = label("stage " + step.stage() + " level " + step.level(), "walk-level");
    HBox head = new HBox(level, label(step.kind(), "walk-kind"));
    head.getStyleClass().add("walk-head");
    return head;
  }

  private static String place(WalkView.Step step) {
    return String.format("%s + %d x 0x%x", WalkText.table(step), step.bytes(), step.index());
  }

  /** The stage 2 walk that found the descriptor, a line a level. */
  private static Node nested(WalkView.Step step) {
    VBox lines = new VBox();
    lines.getStyleClass().add("walk-nested");
    lines
        .getChildren()
        .add(
            label(
                "stage 2 of " + AddressSpace.IPA.name(step.descriptorIpa().orElse(step.table())),
                "walk-place"));
    for (WalkView.Step inner : step.nested()) {
      Label line =
          label(
              String.format("level %d  %s  %s", inner.level(), inner.value(), inner.kind()),
              "walk-field");
      line.setTooltip(new Tooltip(tip(inner)));
      lines.getChildren().add(line);
    }
    return lines;
  }

  private static String tip(WalkView.Step step) {
    StringBuilder text = new StringBuilder(place(step));
    step.attributes().forEach(each -> text.append('\n').append(WalkText.line(each)));
    return text.toString();
  }

  private static GridPane fields(WalkView.Step step) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("walk-fields");
    for (WalkView.Attribute each : step.attributes()) {
      grid.addRow(
          grid.getRowCount(),
          label(each.name(), "walk-name"),
          label(each.value(), "walk-field"),
          label(each.meaning(), "walk-meaning"));
    }
    return grid;
  }

  private static String spoken(WalkView.Step step) {
    return String.format(
        "stage %d level %d, %s, %s", step.stage(), step.level(), step.kind(), step.value());
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
