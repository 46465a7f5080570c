package org.hypscope.ui.hypregs;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.hypscope.ui.hypregs.HypRegsModel.Section;

/** The line above a group of registers, which opens and closes it by click, Enter or Space. */
final class GroupHeading extends Label {
  private final Runnable toggle;

  GroupHeading(String title, Runnable toggle) {
    this.toggle = toggle;
    getStyleClass().add("group-heading");
    setId("sysreg-group-" + title.replace(' ', '-'));
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> toggle.run());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Says what {@code section} is and whether it is open. */
  void show(Section section) {
    String mark = section.open() ? "\u25be " : "\u25b8 ";
    setText(mark + section.title() + "  (" + section.count() + ")");
    setAccessibleText(section.title() + (section.open() ? ", open" : ", closed"));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      event.consume();
      toggle.run();
    }
  }
}
