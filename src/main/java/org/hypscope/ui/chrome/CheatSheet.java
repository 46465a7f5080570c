package org.hypscope.ui.chrome;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.ui.command.Command;

/** All keys on one sheet, made from the table of commands. */
public final class CheatSheet {
  private CheatSheet() {}

  /** The sheet, as large as its text. */
  public static Region create() {
    Label title = new Label("Keys");
    title.getStyleClass().add("large");
    Label hint =
        new Label(
            "Enter or a double click edits a value. Tab moves between controls. Esc closes this"
                + " sheet. Single letters act only while no text field has the focus.");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    HBox columns =
        new HBox(
            new VBox(group(Command.Group.RUN), group(Command.Group.FILE)),
            new VBox(group(Command.Group.TIME), group(Command.Group.HELP)),
            new VBox(group(Command.Group.VIEW)));
    columns.setSpacing(48);
    VBox sheet = new VBox(title, columns, hint);
    sheet.setSpacing(8);
    sheet.getStyleClass().add("cheat-sheet");
    sheet.setId("cheat-sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sheet.setFocusTraversable(true);
    sheet.setAccessibleText("Cheat sheet of keys");
    return sheet;
  }

  private static Node group(Command.Group group) {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(4);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.LEFT);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().setAll(keys, new ColumnConstraints());
    Label title = new Label(group.title());
    title.getStyleClass().add("group");
    grid.add(title, 0, 0, 2, 1);
    List<Command> rows =
        Arrays.stream(Command.values())
            .filter(c -> c.group() == group && c.key().isPresent())
            .toList();
    for (Command command : rows) {
      Label cap = new Label(command.key().orElseThrow().label());
      cap.getStyleClass().add("keycap");
      grid.addRow(grid.getRowCount(), cap, new Label(command.title()));
    }
    return grid;
  }
}
