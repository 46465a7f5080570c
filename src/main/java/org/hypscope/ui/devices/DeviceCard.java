package org.hypscope.ui.devices;

import java.util.ArrayList;
import java.util.List;
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

  private final List<Label> cells = new ArrayList<>();
  private DeviceView shown;

  DeviceCard(DeviceView device) {
    getStyleClass().add("device-card");
    setMaxHeight(USE_PREF_SIZE);
    setFocusTraversable(true);
    build(device);
  }

  /** Shows {@code device}: in the cells that are there, as new ones would have to be styled. */
  void show(DeviceView device) {
    if (device.equals(shown)) {
      return;
    }
    if (isShapedAs(device)) {
      refill(device);
    } else {
      build(device);
    }
  }

  /** Whether only what stands in cells is another. */
  private boolean isShapedAs(DeviceView device) {
    return device.title().equals(shown.title())
        && device.note().equals(shown.note())
        && device.columns().equals(shown.columns())
        && widths(device).equals(widths(shown));
  }

  /** How many cells each line has. */
  private static List<Integer> widths(DeviceView device) {
    return device.lines().stream().map(line -> line.cells().size()).toList();
  }

  private void refill(DeviceView device) {
    int at = 0;
    for (DeviceView.Line line : device.lines()) {
      for (DeviceView.Cell cell : line.cells()) {
        fill(cells.get(at++), cell);
      }
    }
    tell(device);
  }

  private void build(DeviceView device) {
    cells.clear();
    getChildren().setAll(label(device.title(), "device-title"));
    if (!device.note().isEmpty()) {
      Label note = label(device.note(), "device-note");
      note.setWrapText(true);
      note.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(note);
    }
    if (!device.lines().isEmpty()) {
      getChildren().add(table(device));
    }
    tell(device);
  }

  private void tell(DeviceView device) {
    shown = device;
    setAccessibleText(device.title() + ". " + device.note() + " " + spoken(device));
  }

  private GridPane table(DeviceView device) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("device-table");
    for (DeviceView.Column column : device.columns()) {
      grid.add(label(column.name(), "device-head"), grid.getColumnCount(), 0);
    }
    for (DeviceView.Line line : device.lines()) {
      int row = grid.getRowCount();
      for (int n = 0; n < line.cells().size(); n++) {
        Label cell = label("", "device-cell");
        fill(cell, line.cells().get(n));
        cells.add(cell);
        grid.add(cell, n, row);
      }
    }
    return grid;
  }

  private static void fill(Label label, DeviceView.Cell cell) {
    label.setText(cell.text());
    label.pseudoClassStateChanged(CHANGED, cell.changed());
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
