package org.hypscope.ui.findings;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.hypscope.abi.Finding;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;

/**
 * What is wrong, worst news in words: a finding takes the machine to its instant, back or forth.
 */
public final class FindingsView implements View {
  private final WorkbenchState state;
  private final FindingsModel model;
  private final ListView<Finding> list = new ListView<>();
  private final StackPane node = new StackPane();

  /** A view of {@code model} that follows {@code state}'s findings. */
  public FindingsView(WorkbenchState state, FindingsModel model) {
    this.state = state;
    this.model = model;
    Label empty = new Label(emptySentence());
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    list.setId("findings");
    list.getStyleClass().add("findings");
    list.setItems(model.findings());
    list.setCellFactory(view -> new FindingCell(this::severalCores));
    list.setPlaceholder(empty);
    list.setAccessibleText("Findings");
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            jump();
          }
        });
    list.setOnMouseClicked(event -> jump());
    node.getChildren().add(list);
    state.findings().addListener((ListChangeListener<Finding>) c -> model.show(state.findings()));
    model.show(state.findings());
  }

  @Override
  public String title() {
    return "Findings";
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
    return "No findings so far: a hypercall whose caller and handler disagree appears here before"
        + " it is made.";
  }

  private boolean severalCores() {
    Snapshot snapshot = state.snapshot().get();
    return snapshot != null && snapshot.cores().size() > 1;
  }

  private void jump() {
    Finding chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      if (state.snapshot().get().mark().equals(chosen.at())) {
        state.goTo(chosen.address());
      } else {
        state.visit(MarkExpression.at(chosen.at()));
      }
      state.reveal(chosen.at());
    }
  }
}
