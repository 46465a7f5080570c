package org.hypscope.ui.why;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.why.WhyModel.Line;

/** Who wrote the value that was asked about, and from what: a line goes to its instant. */
public final class WhyView implements View {
  private static final double INDENT = 1.2;

  private final WorkbenchState state;
  private final WhyModel model;
  private final Label heading = new Label();
  private final ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button cancel = new Button("Give up");
  private final ListView<Line> list = new ListView<>();
  private final Label empty = new Label(emptySentence());
  private final HBox bar = new HBox();
  private final StackPane node = new StackPane();

  /** A view of {@code model} that follows what {@code state} was asked. */
  public WhyView(WorkbenchState state, WhyModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    heading.setId("why-heading");
    heading.setWrapText(true);
    heading.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    cancel.setId("why-cancel");
    cancel.getStyleClass().add("tool-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> state.time().cancel());
    bar.getChildren().addAll(heading, busy, cancel);
    bar.getStyleClass().add("walk-bar");
    setUpList();
    VBox.setVgrow(list, Priority.ALWAYS);
    node.getChildren().add(new VBox(bar, list));
    model.answer().addListener((o, was, is) -> refresh());
    state.time().question().addListener((o, was, is) -> model.show(is));
    model.show(state.time().question().get());
    refresh();
  }

  @Override
  public String title() {
    return "Who wrote";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    return model.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Nothing was asked yet: W on a register or a word of memory, or Ctrl+P and \"why"
        + " HCR.VM\", finds out who wrote it, from what, and so on back.";
  }

  private void setUpList() {
    list.setId("why-lines");
    list.getStyleClass().add("why-lines");
    list.setPlaceholder(empty);
    list.setAccessibleText("Who wrote the value, and from what");
    list.setCellFactory(view -> new LineCell());
    list.widthProperty().addListener((o, was, is) -> list.refresh()); // Lines wrap elsewhere then.
    list.setOnMouseClicked(event -> jump());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            jump();
          }
        });
  }

  private void refresh() {
    WhyModel.Answer answer = model.answer().get();
    empty.setVisible(answer == null);
    bar.setVisible(answer != null);
    bar.setManaged(answer != null);
    if (answer == null) {
      return;
    }
    heading.setText(answer.heading());
    for (Region part : new Region[] {busy, cancel}) {
      part.setVisible(answer.open());
      part.setManaged(answer.open());
    }
    list.getItems().setAll(answer.lines());
    list.getSelectionModel().selectFirst();
  }

  private void jump() {
    Line chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      chosen.at().ifPresent(state.time()::visit);
    }
  }

  private static final class LineCell extends ListCell<Line> {
    private final Label text = new Label();
    private final VBox indented = new VBox(text);

    LineCell() {
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line line, boolean none) {
      super.updateItem(line, none);
      setText(null);
      setGraphic(none ? null : indented);
      if (!none) {
        text.setText(line.text());
        double em = getFont().getSize();
        VBox.setMargin(text, new Insets(0, 0, 0, em * INDENT * line.level()));
        setAccessibleText(line.text());
      }
    }
  }
}
