package org.hypscope.ui.findings;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.abi.Finding;

/** A finding: severity, rule and place in one line, then what, why and what to do. */
final class FindingCell extends ListCell<Finding> {
  private final Label severity = new Label();
  private final Label rule = label("finding-rule");
  private final Label place = label("finding-place");
  private final Label what = label("finding-what");
  private final Label why = label("finding-why");
  private final Label toDo = label("finding-to-do");
  private final VBox box;
  private final BooleanSupplier severalCores;

  /** A cell that says the core, where {@code severalCores} tells that there is more than one. */
  FindingCell(BooleanSupplier severalCores) {
    this.severalCores = severalCores;
    severity.getStyleClass().add("finding-severity");
    severity.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(severity, rule, place);
    head.getStyleClass().add("finding-head");
    box = new VBox(head, what, why, toDo);
    box.getStyleClass().add("finding");
    for (Label each : new Label[] {what, why, toDo}) {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
    }
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Finding item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : box);
    if (empty || item == null) {
      return;
    }
    severity.setText(FindingsModel.mark(item.severity()));
    severity.getStyleClass().setAll("finding-severity", style(item));
    rule.setText(item.rule());
    String core = severalCores.getAsBoolean() ? "  core " + item.core() : "";
    place.setText(item.at() + core + "  " + item.symbol());
    what.setText(item.what());
    why.setText("Why: " + item.why());
    toDo.setText("To do: " + item.toDo());
    setAccessibleText(
        severity.getText() + " " + item.rule() + ". " + item.what() + " " + item.toDo());
  }

  private static String style(Finding item) {
    return item.severity().word();
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
