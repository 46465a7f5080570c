package org.hypscope.ui.devices;

import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.DeviceView;

/** One device as a table under its title. */
final class DeviceCard extends VBox {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  DeviceCard(DeviceView device) {
    getStyleClass().add("device-card");
    getChildren().add(label(device.title(), "device-title"));
    if (!device.note().isEmpty()) {
      Label note = label(device.note(), "device-note");
      note.setWrapText(true);
      note.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(note);
    }
    if (!device.lines().isEmpty()) {
      getChildren().add(table(device));
    }
    setMaxHeight(USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleText(device.title() + ". " + device.note() + " " + spoken(device));
  }

  private static GridPane table(DeviceView device) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("device-table");
    for (DeviceView.Column column : device.columns()) {
      grid.add(label(column.name(), "device-head"), grid.getColumnCount(), 0);
    }
    for (DeviceView.Line line : device.lines()) {
      int row = grid.getRowCount();
      for (int n = 0; n < line.cells().size(); n++) {
        grid.add(cell(line.cells().get(n)), n, row);
      }
    }
    return grid;
  }

  private static Label cell(DeviceView.Cell cell) {
    Label label = label(cell.text(), "device-cell");
    label.pseudoClassStateChanged(CHANGED, cell.changed());
    return label;
  }

  private static String spoken(DeviceView device) {
    return device.lines().stream()
        .map(
            line ->
                line.cells().stream().map(DeviceView.Cell::text).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(0);
    return label;
  }
}
