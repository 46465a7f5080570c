package org.hypscope.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.ui.cell.EditableCell;

/** What can be asked about the value of a cell, under the right mouse button. */
final class CellMenu {
  private final Consumer<String> why;
  private final Consumer<String> watch;
  private ContextMenu shown;

  private CellMenu(Consumer<String> why, Consumer<String> watch) {
    this.why = why;
    this.watch = watch;
  }

  /**
   * Offers the menu at all cells in {@code root}; {@code why} is given what to find out about,
   * {@code watch} what to stop at.
   */
  static void install(Node root, Consumer<String> why, Consumer<String> watch) {
    root.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED, new CellMenu(why, watch)::requested);
  }

  private void requested(ContextMenuEvent event) {
    Node at = event.getTarget() instanceof Node node ? node : null;
    while (at != null && !(at instanceof EditableCell)) {
      at = at.getParent();
    }
    if (at instanceof EditableCell cell && cell.holds().isPresent()) {
      event.consume();
      show(cell, cell.holds().get(), event);
    }
  }

  private void show(EditableCell cell, String name, ContextMenuEvent event) {
    if (shown != null) {
      shown.hide();
    }
    shown =
        new ContextMenu(
            item("Who wrote " + name + "?   W", name, why),
            item("Stop when " + name + " changes", name, watch));
    SysRegCopy copy = SysRegs.copyByName(name);
    if (copy != null && !copy.register().fields().isEmpty()) {
      shown.getItems().add(fields("Who wrote the field", copy, why));
      shown.getItems().add(fields("Stop when the field changes", copy, watch));
    }
    MenuItem edit = new MenuItem("Edit   Enter");
    edit.setOnAction(chosen -> cell.edit());
    shown.getItems().add(edit);
    cell.requestFocus();
    shown.show(cell, event.getScreenX(), event.getScreenY());
  }

  private static Menu fields(String title, SysRegCopy copy, Consumer<String> then) {
    Menu fields = new Menu(title);
    for (Field field : copy.register().fields()) {
      String full = copy.name() + "." + field.name();
      fields.getItems().add(item(full, full, then));
    }
    return fields;
  }

  private static MenuItem item(String title, String place, Consumer<String> then) {
    MenuItem item = new MenuItem(title);
    item.setMnemonicParsing(false);
    item.setOnAction(chosen -> then.accept(place));
    return item;
  }
}
