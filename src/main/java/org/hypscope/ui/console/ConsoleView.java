package org.hypscope.ui.console;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;

/** The serial port's text, each line with the instant at which it began. */
public final class ConsoleView implements View {
  private final ConsoleModel model;
  private final ListView<ConsoleLine> list = new ListView<>();
  private final StackPane node = new StackPane();

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public ConsoleView(WorkbenchState state, ConsoleModel model) {
    this.model = model;
    Label empty = new Label(emptySentence());
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    list.setId("console");
    list.getStyleClass().add("console");
    list.setItems(model.lines());
    list.setCellFactory(view -> new LineCell());
    list.setPlaceholder(empty);
    list.setAccessibleText("Console");
    node.getChildren().add(list);
    model
        .lines()
        .addListener(
            (ListChangeListener<ConsoleLine>) c -> list.scrollTo(model.lines().size() - 1));
    state.snapshot().addListener((o, was, is) -> model.show(is));
    model.show(state.snapshot().get());
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
