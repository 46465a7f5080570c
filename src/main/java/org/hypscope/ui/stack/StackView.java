package org.hypscope.ui.stack;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;

/**
 * Who called whom, through exceptions and worlds, beside the words of the stack; a frame that is
 * chosen is shown in the code, and its stack in memory.
 */
public final class StackView implements View {
  private final WorkbenchState state;
  private final StackModel model;
  private final ObservableList<StackModel.Row> rows = FXCollections.observableArrayList();
  private final ObservableList<StackModel.Word> words = FXCollections.observableArrayList();
  private final ListView<StackModel.Row> frames = new ListView<>(rows);
  private final ListView<StackModel.Word> raw = new ListView<>(words);
  private final Label end = new Label();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new StackPane();
  private final WhenSeen seen;
  private boolean filling;

  /** A view of {@code model} that follows {@code state}. */
  public StackView(WorkbenchState state, StackModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    end.getStyleClass().add("stack-end");
    end.setId("stack-end");
    end.setMinHeight(Region.USE_PREF_SIZE);
    frames.setMinHeight(0);
    frames.setId("stack-frames");
    frames.setAccessibleText("Frames, from the innermost");
    frames.getStyleClass().add("stack-list");
    frames.setCellFactory(list -> new FrameCell());
    frames.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> chosen());
    raw.setId("stack-words");
    raw.setAccessibleText("Words of the stack");
    raw.getStyleClass().addAll("stack-list", "stack-words");
    raw.setCellFactory(list -> new WordCell());
    node.getChildren().addAll(contents(), empty);
    model.words().addListener((o, was, is) -> words.setAll(is));
    seen = new WhenSeen(node, this::fill);
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    fill();
  }

  @Override
  public String title() {
    return "Stack";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see who called the code that runs.";
  }

  private Node contents() {
    VBox.setVgrow(frames, Priority.ALWAYS);
    VBox left = new VBox(frames, end);
    left.getStyleClass().add("stack-side");
    left.setMinSize(0, 0);
    raw.setMinSize(0, 0);
    SplitPane both = new SplitPane(left, raw);
    both.setOrientation(Orientation.HORIZONTAL);
    both.setDividerPositions(0.6);
    both.visibleProperty().bind(empty.visibleProperty().not());
    return both;
  }

  private void fill() {
    filling = true;
    model.show(state.snapshot().get());
    List<StackModel.Row> shown = model.rows().get();
    empty.setVisible(shown.isEmpty());
    rows.setAll(shown);
    frames.getSelectionModel().selectFirst();
    end.setText(model.end().get());
    filling = false;
  }

  /** A frame that a person chose: the other panes go there too. */
  private void chosen() {
    if (filling) {
      return;
    }
    int index = frames.getSelectionModel().getSelectedIndex();
    model.choose(index);
    model.at(index).ifPresent(this::goTo);
  }

  private void goTo(StackModel.Row row) {
    state.goTo(row.space(), model.codeAt(row), row.frame().sp());
  }
}
