package org.hypscope.ui.notes;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.Bookmark;

/**
 * A sheet with what a person has to say: of one instant, whose bookmark it is, and of the whole.
 */
public final class NotesSheet {
  private static final double WIDTH = 560;
  private static final int LINES = 5;

  private final TextField name = new TextField();
  private final TextArea note = area("bookmark-note");
  private final TextArea whole = area("session-notes");
  private final Bookmark bookmark;
  private final VBox box;

  /**
   * A sheet.
   *
   * @param bookmark what the instant's bookmark says, or would say if it is kept
   * @param session what was noted about the session as a whole
   * @param keep given both as they were edited
   * @param close takes the sheet away
   */
  public NotesSheet(
      Bookmark bookmark, String session, BiConsumer<Bookmark, String> keep, Runnable close) {
    this.bookmark = bookmark;
    Label title = new Label("Notes");
    title.getStyleClass().add("large");
    name.setId("bookmark-name");
    name.setText(bookmark.name());
    note.setText(bookmark.note());
    whole.setText(session);
    Runnable done =
        () -> {
          keep.accept(new Bookmark(name.getText().trim(), bookmark.at(), note.getText()), whole());
          close.run();
        };
    Button save = new Button("Keep (Ctrl+Enter)");
    save.setId("notes-keep");
    save.setDefaultButton(true);
    save.setOnAction(event -> done.run());
    Button leave = new Button("Close");
    leave.setOnAction(event -> close.run());
    box =
        new VBox(
            8,
            title,
            named("Bookmark at " + bookmark.at(), name),
            name,
            named("What there is to say about it", note),
            note,
            named("About the session as a whole", whole),
            whole,
            new HBox(8, save, leave));
    box.setId("notes-sheet");
    box.getStyleClass().add("cheat-sheet");
    box.setPrefWidth(WIDTH);
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    box.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, done));
  }

  /** The sheet. */
  public Region node() {
    return box;
  }

  /** Puts the keyboard into the bookmark's note. */
  public void focus() {
    note.requestFocus();
    note.end();
  }

  private String whole() {
    return whole.getText();
  }

  private static void key(KeyEvent event, Runnable done) {
    if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
      event.consume();
      done.run();
    } else if (event.getCode() == KeyCode.TAB
        && !event.isControlDown()
        && event.getTarget() instanceof TextArea at) {
      event.consume();
      leave(at, event.isShiftDown());
    }
  }

  /** Tab leads on through the sheet: nobody indents a note. */
  private static void leave(Node at, boolean back) {
    at.fireEvent(
        new KeyEvent(
            at, at, KeyEvent.KEY_PRESSED, "", "\t", KeyCode.TAB, back, true, false, false));
  }

  private static TextArea area(String id) {
    TextArea area = new TextArea();
    area.setId(id);
    area.setWrapText(true);
    area.setPrefRowCount(LINES);
    VBox.setVgrow(area, Priority.ALWAYS);
    return area;
  }

  private static Label named(String title, Node field) {
    Label label = new Label(title);
    label.setLabelFor(field);
    field.setAccessibleText(title);
    return label;
  }
}
