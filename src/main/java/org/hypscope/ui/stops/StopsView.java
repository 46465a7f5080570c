package org.hypscope.ui.stops;

import javafx.collections.MapChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Terms;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;

/**
 * Where runs stop: a line a stop, whose terms are changed in place; a field that sets another; and
 * below, what log points said.
 */
public final class StopsView implements View {
  private static final double STOPS_SHARE = 0.6;

  private final WorkbenchState state;
  private final StopsModel model;
  private final TextField typed = new TextField();
  private final Label error = new Label();
  private final StopsGrid grid;
  private final StopsLog log;
  private final Label empty = new Label(emptySentence());
  private final SplitPane both;
  private final VBox node = new VBox();

  /** A view of {@code model} that follows {@code state}'s stops and log. */
  public StopsView(WorkbenchState state, StopsModel model) {
    this.state = state;
    this.model = model;
    grid = new StopsGrid(state, model, this::complain);
    log = new StopsLog(state, model);
    empty.getStyleClass().add("empty-sentence");
    empty.setWrapText(true);
    error.setId("stops-error");
    error.getStyleClass().add("stops-error");
    error.setWrapText(true);
    error.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(new VBox(empty, grid.node()));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("stops-scroll");
    scroll.setMinHeight(0);
    both = new SplitPane(scroll);
    both.setOrientation(Orientation.VERTICAL);
    VBox.setVgrow(both, Priority.ALWAYS);
    node.getStyleClass().add("stops");
    node.getChildren().addAll(addBar(), error, both);
    complain("");
    state.stops().addListener((MapChangeListener<Breakpoint, Terms>) change -> refresh());
    state.snapshot().addListener((o, was, is) -> refresh());
    refresh();
  }

  @Override
  public String title() {
    return "Stops";
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
    return "No run stops by itself yet: type watch HCR.VM=1 or break SYMBOL if r0==2 above, press B"
        + " on a line of code, or choose \"Stop when it changes\" on a register.";
  }

  private Node addBar() {
    typed.setId("stops-add");
    typed.setPromptText("watch HCR.VM=1   or   break __hyp_stub_vectors+0x14 if r0==2,log");
    typed.setAccessibleText(
        "New stop: watch and a register, field or memory, or break and an address, vector or mode");
    typed.setOnAction(event -> add());
    typed.textProperty().addListener((o, was, is) -> check(is));
    Button button = new Button("Add");
    button.setId("stops-add-button");
    button.getStyleClass().add("tool-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> add());
    new Completion(typed, state::snapshot).install();
    HBox.setHgrow(typed, Priority.ALWAYS);
    HBox bar = new HBox(typed, button);
    bar.getStyleClass().add("stops-bar");
    return bar;
  }

  /** What is being typed is told of as soon as it is more than one word. */
  private void check(String text) {
    if (!text.trim().contains(" ")) {
      complain("");
      return;
    }
    try {
      model.parse(text);
      complain("");
    } catch (IllegalArgumentException e) {
      complain(e.getMessage());
    }
  }

  private void add() {
    try {
      Stop stop = model.parse(typed.getText());
      typed.clear();
      complain("");
      state.set(stop);
    } catch (IllegalArgumentException e) {
      complain(e.getMessage());
    }
  }

  private void complain(String sentence) {
    error.setText(sentence);
    error.setVisible(!sentence.isEmpty());
    error.setManaged(!sentence.isEmpty());
  }

  private void refresh() {
    model.show(state.stops(), state.snapshot().get());
    boolean none = model.rows().get().isEmpty();
    empty.setVisible(none);
    empty.setManaged(none);
    grid.show(model.rows().get());
    log.refresh();
    giveLogRoom(model.isLogging());
  }

  /** The log takes no room from the stops where nothing logs. */
  private void giveLogRoom(boolean wanted) {
    if (wanted && both.getItems().size() == 1) {
      both.getItems().add(log.node());
      both.setDividerPositions(STOPS_SHARE);
    } else if (!wanted) {
      both.getItems().remove(log.node());
    }
  }
}
