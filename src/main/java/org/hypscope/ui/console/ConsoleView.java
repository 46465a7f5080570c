package org.hypscope.ui.console;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.Progress;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.command.KeyDispatcher;

/**
 * The serial port's text, each line with the instant at which it began. While it has the keyboard,
 * what is typed goes to the serial port.
 */
public final class ConsoleView implements View {
  private static final List<KeyCombination> PASTE =
      List.of(
          KeyCombination.valueOf("Ctrl+V"),
          KeyCombination.valueOf("Ctrl+Shift+V"),
          KeyCombination.valueOf("Shift+Insert"));

  private final WorkbenchState state;
  private final ConsoleModel model;
  private final ListView<ConsoleLine> list = new ListView<>();
  private final Label hint = new Label();
  private final BorderPane node = new BorderPane();

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public ConsoleView(WorkbenchState state, ConsoleModel model) {
    this.state = state;
    this.model = model;
    Label empty = new Label(emptySentence());
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    list.setId("console");
    list.getStyleClass().add("console");
    list.setItems(model.lines());
    list.setCellFactory(view -> new LineCell());
    list.setPlaceholder(empty);
    list.setAccessibleText("Console; what is typed here goes to the machine's serial port");
    KeyDispatcher.keepText(list);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.addEventFilter(KeyEvent.KEY_TYPED, event -> send(event, TypedBytes.ofCharacter(event)));
    hint.getStyleClass().addAll("muted", "console-hint");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whereKeysGo, list.focusedProperty(), state.running()));
    node.setCenter(list);
    node.setBottom(hint);
    model
        .lines()
        .addListener(
            (ListChangeListener<ConsoleLine>) c -> list.scrollTo(model.lines().size() - 1));
    state.snapshot().addListener((o, was, is) -> model.show(is));
    state.running().addListener((o, was, is) -> showRunning(is));
    model.show(state.snapshot().get());
  }

  private void showRunning(Progress progress) {
    if (progress != null) {
      model.show(progress.console());
    }
  }

  private String whereKeysGo() {
    if (!list.isFocused()) {
      return "Click here to type at the serial port.";
    }
    return state.running().get() != null
        ? "Keys go to the serial port. Esc pauses, F6 leaves."
        : "Keys go to the serial port, and are read when the machine runs (F9). F6 leaves.";
  }

  private void pressed(KeyEvent event) {
    boolean paste = PASTE.stream().anyMatch(keys -> keys.match(event));
    String pasted = paste ? Clipboard.getSystemClipboard().getString() : null;
    send(event, pasted == null ? TypedBytes.ofKey(event) : Optional.of(TypedBytes.ofPaste(pasted)));
  }

  private void send(KeyEvent event, Optional<byte[]> typed) {
    typed.ifPresent(
        bytes -> {
          event.consume();
          state.type(bytes);
        });
  }

  @Override
  public String title() {
    return "Console";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    return model.asText();
  }

  @Override
  public String emptySentence() {
    return "Nothing printed yet: what the machine writes to its serial port appears here.";
  }

  /** An instant and a line. */
  private static final class LineCell extends ListCell<ConsoleLine> {
    private final Label at = new Label();
    private final Label text = new Label();
    private final HBox box = new HBox(at, text);

    LineCell() {
      box.getStyleClass().add("console-line");
      at.getStyleClass().addAll("machine", "console-at");
      at.setMinWidth(Region.USE_PREF_SIZE);
      text.getStyleClass().add("machine");
    }

    @Override
    protected void updateItem(ConsoleLine item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : box);
      if (item != null) {
        at.setText(item.at().toString());
        text.setText(item.text());
        setAccessibleText(item.text());
      }
    }
  }
}
