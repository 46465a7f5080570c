package org.hypscope.ui.hypercall;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.hypercall.HypercallModel.Story;

/** The caller, the registers, the handler, and the verdict before the call is made. */
public final class HypercallView implements View {
  private final WorkbenchState state;
  private final HypercallModel model;
  private final VerdictBar verdict = new VerdictBar();
  private final SidePane caller = new SidePane("hypercall-caller");
  private final SidePane handler = new SidePane("hypercall-handler");
  private final RegisterTable registers = new RegisterTable();
  private final ShiftModel shiftModel;
  private final ShiftPane shift;
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new FilledPane();
  private final WhenSeen seen;

  /**
   * A view of {@code model} that follows {@code state}; {@code contractIds} are the conventions
   * that a person may say the caller speaks, {@code shiftModel} knows functions' prototypes.
   */
  public HypercallView(
      WorkbenchState state, HypercallModel model, ShiftModel shiftModel, List<String> contractIds) {
    this.state = state;
    this.model = model;
    this.shiftModel = shiftModel;
    this.shift = new ShiftPane(typed -> shiftModel.type(typed, state.snapshot().get()));
    shiftModel.story().addListener((o, was, is) -> shift.show(is));
    shift.show(shiftModel.story().get());
    empty.getStyleClass().add("empty-sentence");
    caller.addToHead(new CallerChooser(state, contractIds));
    ScrollPane scroll = new ScrollPane(layout());
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    seen = new WhenSeen(node, this::follow);
    state.abiView().addListener((o, was, is) -> seen.outdated());
    state.verdict().addListener((o, was, is) -> seen.outdated());
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    model.story().addListener((o, was, is) -> refresh(is));
    refresh(model.story().get());
  }

  @Override
  public String title() {
    return "Hypercall";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asMarkdown() + shiftModel.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Press H to run to the next HVC: who calls, who answers and what will happen appear"
        + " here.";
  }

  private Node layout() {
    Label arrow = new Label("HVC \u2192");
    arrow.getStyleClass().add("hypercall-arrow");
    arrow.setMinWidth(Region.USE_PREF_SIZE);
    HBox sides = new HBox(caller, arrow, handler);
    sides.getStyleClass().add("hypercall-sides");
    VBox all = new VBox(verdict, sides, registers, shift);
    all.getStyleClass().add("hypercall");
    return all;
  }

  private void follow() {
    model.show(state.abiView().get(), state.verdict().get(), state.snapshot().get());
    shiftModel.show(state.abiView().get(), state.snapshot().get());
  }

  private void refresh(Story story) {
    empty.setVisible(story == null);
    if (story == null) {
      return;
    }
    Snapshot now = state.snapshot().get();
    verdict.show(story);
    caller.show(
        story.view().caller().contractIds(),
        story.view().caller().sentence(),
        story.view().caller().evidence(),
        story.standing());
    handler.show(
        List.of(story.view().handler().label()),
        story.view().handler().sentence() + " (" + story.view().handler().owner() + ")",
        story.view().handler().evidence(),
        story.standing());
    boolean disagree = story.mark() == HypercallModel.Mark.STOP;
    registers.show(story.view().registers(), disagree, now.symbols());
  }
}
