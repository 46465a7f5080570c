package org.hypscope.ui.stops;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hypscope.debug.Logged;
import org.hypscope.ui.WorkbenchState;

/** What log points said, each line an instant to go to. */
final class StopsLog {
  private final WorkbenchState state;
  private final StopsModel model;
  private final Label heading = new Label();
  private final TextField filter = new TextField();
  private final ListView<Logged> list = new ListView<>();
  private final VBox node = new VBox();

  StopsLog(WorkbenchState state, StopsModel model) {
    this.state = state;
    this.model = model;
    filter.setId("stops-filter");
    filter.setPromptText("Show only lines with ...");
    filter.setAccessibleText("Show only log lines that contain this");
    filter.textProperty().addListener((o, was, is) -> filter(is));
    Label empty = new Label("Nothing was logged: a stop whose \"then\" is log says so here.");
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    list.setId("stops-log");
    list.getStyleClass().addAll("console", "stops-log");
    list.setItems(model.log());
    list.setPlaceholder(empty);
    list.setAccessibleText("What log points said; Enter goes there");
    list.setCellFactory(view -> new LineCell());
    list.setMinHeight(0);
    list.setOnMouseClicked(event -> jump());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            jump();
          }
        });
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox bar = new HBox(heading, filter);
    bar.getStyleClass().add("stops-bar");
    VBox.setVgrow(list, Priority.ALWAYS);
    node.setMinHeight(0);
    node.getStyleClass().add("stops");
    node.getChildren().addAll(bar, list);
  }

  Node node() {
    return node;
  }

  void refresh() {
    int shown = model.log().size();
    int all = model.logged();
    heading.setText(shown == all ? "Log: " + all : "Log: " + shown + " of " + all);
  }

  private void filter(String text) {
    model.filter(text);
    refresh();
  }

  private void jump() {
    Logged chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      state.time().visit(chosen.at());
    }
  }

  private static final class LineCell extends ListCell<Logged> {
    private final Label at = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(at, text);

    LineCell() {
      at.getStyleClass().addAll("machine", "console-at");
      text.getStyleClass().add("machine");
      line.getStyleClass().add("console-line");
    }

    @Override
    protected void updateItem(Logged logged, boolean none) {
      super.updateItem(logged, none);
      setText(null);
      setGraphic(none ? null : line);
      if (!none) {
        at.setText(logged.at().toString());
        text.setText(logged.text());
        setAccessibleText(logged.at() + " " + logged.text());
      }
    }
  }
}
