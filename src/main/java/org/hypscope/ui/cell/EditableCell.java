package org.hypscope.ui.cell;

import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** A value in a table that shows itself changed, and becomes a text field to be edited. */
public final class EditableCell extends Label {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final Duration SOON = Duration.millis(300);

  private final int digits;
  private final LongConsumer commit;
  private final Tooltip tip = new Tooltip();
  private String edited;
  private String held;
  private boolean steady;

  /**
   * An empty cell.
   *
   * @param digits how many hexadecimal digits a value has
   * @param commit given a value that was typed and fits {@code digits}
   */
  public EditableCell(int digits, LongConsumer commit) {
    this.digits = digits;
    this.commit = commit;
    getStyleClass().add("reg-cell");
    setMaxWidth(Double.MAX_VALUE);
    tip.setShowDelay(SOON);
    tip.getStyleClass().add("machine");
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(ActionEvent.ACTION, event -> edit());
  }

  /**
   * Shows {@code digits}. All digits are as wide as each other: where there are as many as before,
   * nothing but the cell is laid out anew.
   */
  public void showDigits(String digits) {
    steady = digits.length() == getText().length();
    setText(digits);
    steady = false;
  }

  @Override
  public void requestLayout() {
    if (steady) {
      setNeedsLayout(true);
    } else {
      super.requestLayout();
    }
  }

  /** Shows {@code text}, where what is edited is the number {@code hex}. */
  public void show(String text, String hex) {
    setText(text);
    edited = hex;
  }

  /** Says what the cell shows, as {@link org.hypscope.debug.PlaceNames} reads it. */
  public void holds(String name) {
    held = name;
  }

  /** What the cell shows, if that has a name. */
  public Optional<String> holds() {
    return Optional.ofNullable(held);
  }

  /** Marks the cell as changed by the last command, or not. */
  public void markChanged(boolean changed) {
    pseudoClassStateChanged(CHANGED, changed);
  }

  /** What hovering says, and what a screen reader reads. */
  public void describe(String words, String accessible) {
    tip.setText(words);
    setTooltip(tip);
    setAccessibleText(accessible);
  }

  /** Turns the cell into a field that holds its value; Enter takes it, Escape leaves it. */
  public void edit() {
    TextField field = new TextField(edited == null ? getText() : edited);
    field.getStyleClass().add("cell-editor");
    field.setId("cell-editor");
    field.setPrefWidth(getWidth());
    field.setAccessibleText("New value of " + getAccessibleText());
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(field, event));
    field.focusedProperty().addListener((o, was, is) -> endWhenLeft(is));
    setGraphic(field);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    field.requestFocus();
    field.selectAll();
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    if (event.getClickCount() == 2) {
      edit();
    }
  }

  private void key(TextField field, KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end();
    } else if (event.getCode() == KeyCode.ENTER) {
      take(field);
    } else {
      return;
    }
    event.consume();
  }

  private void take(TextField field) {
    String text = field.getText().trim().replace("_", "").replaceFirst("^0[xX]", "");
    boolean fits = text.matches("[0-9a-fA-F]{1," + digits + "}");
    field.pseudoClassStateChanged(REFUSED, !fits);
    if (fits) {
      end();
      commit.accept(Long.parseUnsignedLong(text, 16));
    }
  }

  private void endWhenLeft(boolean focused) {
    if (!focused && getGraphic() != null) {
      setContentDisplay(ContentDisplay.TEXT_ONLY);
      setGraphic(null);
    }
  }

  private void end() {
    setContentDisplay(ContentDisplay.TEXT_ONLY);
    setGraphic(null);
    requestFocus();
  }
}
