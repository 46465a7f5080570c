package org.hypscope.ui.paths;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.doc.Page;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathId;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathRun;
import org.hypscope.abi.path.PathStep;
import org.hypscope.abi.path.Scenario;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Target;
import org.hypscope.ui.BackgroundRun;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;

/** Two ways to a new kernel, side by side and stepped together; a step opens as a session. */
public final class PathsView implements View {
  private final WorkbenchState state;
  private final PathsModel model;
  private final ComboBox<String> left = new ComboBox<>();
  private final ComboBox<String> right = new ComboBox<>();
  private final CheckBox thumb = new CheckBox("Thumb-2 build");
  private final Label progress = new Label();
  private final PathGrid grid;
  private final PathSentences sentences = new PathSentences();
  private final VBox contents = new VBox();
  private final StackPane node = new StackPane(contents);
  private final BackgroundRun work = new BackgroundRun(count -> {});
  private final WhenSeen seen;
  private Map<String, PathId> ids = Map.of();
  private boolean running;

  /** What was executed: the choices of the image, and the pair that was asked for. */
  private record Executed(List<PathId> ids, PathPair pair) {}

  /** A view of {@code model}, which it fills as soon as it can be seen. */
  public PathsView(WorkbenchState state, PathsModel model) {
    this.state = state;
    this.model = model;
    grid = new PathGrid(model::stand, this::open);
    grid.setOnKeyPressed(this::key);
    ScrollPane scroll = new ScrollPane(new VBox(grid, sentences));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    contents.getChildren().addAll(bar(), scroll);
    contents.setMinSize(0, 0);
    model.pair().addListener((o, was, is) -> draw());
    model.row().addListener((o, was, is) -> stand());
    seen = new WhenSeen(node, this::startOnce);
  }

  @Override
  public String title() {
    return "Paths";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public boolean isFilling() {
    return running;
  }

  @Override
  public String asText() {
    return model.asMarkdown();
  }

  @Override
  public Optional<Page> asPage() {
    return model.page();
  }

  @Override
  public String emptySentence() {
    return "Choose two paths: kexec and kdump under a stub and a KVM are executed side by side.";
  }

  /** Puts the keyboard on the row at which both stand. */
  public void focus() {
    grid.requestFocus();
  }

  private HBox bar() {
    left.setId("paths-left");
    right.setId("paths-right");
    left.setAccessibleText("The path on the left");
    right.setAccessibleText("The path on the right");
    thumb.setId("paths-thumb");
    thumb.setMinWidth(Region.USE_PREF_SIZE);
    for (ComboBox<String> each : List.of(left, right)) {
      each.setMinWidth(Region.USE_PREF_SIZE);
      each.setOnAction(event -> chosen());
    }
    thumb.setOnAction(event -> chosen());
    progress.setId("paths-progress");
    progress.getStyleClass().add("muted");
    HBox bar =
        new HBox(
            left,
            right,
            thumb,
            button("paths-open-left", "Open left", () -> openCurrent(false)),
            button("paths-open-right", "Open right", () -> openCurrent(true)),
            progress);
    bar.getStyleClass().add("matrix-bar");
    return bar;
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("tool-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void startOnce() {
    if (model.pair().get() == null && !running) {
      String image = MatrixImages.PATHS.get(0);
      start(
          new PathId(image, "S1", "K2", Scenario.KEXEC),
          new PathId(image, "S1", "K2", Scenario.KDUMP));
    }
  }

  /** A choice that the person made; while the choices themselves change, there is none. */
  private void chosen() {
    if (!ids.isEmpty()) {
      String image = MatrixImages.PATHS.get(thumb.isSelected() ? 1 : 0);
      start(of(image, ids.get(left.getValue())), of(image, ids.get(right.getValue())));
    }
  }

  private static PathId of(String image, PathId id) {
    return new PathId(image, id.stub(), id.kvm(), id.scenario());
  }

  private void start(PathId one, PathId other) {
    running = true;
    progress.setText("Executing...");
    work.start(
        counter -> execute(one, other),
        this::executed,
        sentence -> {
          running = false;
          progress.setText(sentence);
        });
  }

  /** Away from the JavaFX thread. */
  private static Executed execute(PathId one, PathId other) throws Exception {
    Target image = MatrixImages.target(one.image(), OptionalLong.empty());
    AbiEngine engine =
        AbiEngine.withBuiltIns().with(ContractLoader.loadFolder(ContractLoader.usersFolder()));
    List<Path> paths = PathRun.run(image, engine, id -> id.equals(one) || id.equals(other));
    return new Executed(
        List.copyOf(PathRun.entries(image).keySet()),
        PathPair.of(find(paths, one), find(paths, other)));
  }

  private static Path find(List<Path> paths, PathId id) {
    return paths.stream().filter(path -> path.id().equals(id)).findFirst().orElseThrow();
  }

  private void executed(Executed result) {
    running = false;
    progress.setText("Down and Up step both; Home: the first divergence; Enter opens it.");
    if (ids.isEmpty()) {
      List<String> names = new ArrayList<>();
      Map<String, PathId> named = new LinkedHashMap<>();
      result.ids().forEach(id -> named.put(name(id), id));
      names.addAll(named.keySet());
      left.getItems().setAll(names);
      right.getItems().setAll(names);
      left.setValue(name(result.pair().left().id()));
      right.setValue(name(result.pair().right().id()));
      ids = named;
    }
    model.show(result.pair());
  }

  private static String name(PathId id) {
    return id.pair() + ", " + id.scenario().word();
  }

  private void draw() {
    grid.show(model.pair().get());
    stand();
  }

  private void stand() {
    grid.stand(model.row().get());
    sentences.show(model.pair().get(), model.current());
    grid.setAccessibleText(sentences.words());
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> model.step(-1);
      case DOWN -> model.step(1);
      case HOME -> model.toDivergence();
      case ENTER -> openCurrent(event.isShiftDown());
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Opens the current step of one side, or of the other one where this one does not take it. */
  private void openCurrent(boolean ofRight) {
    PathPair pair = model.pair().get();
    model
        .current()
        .ifPresent(
            row -> {
              Optional<PathStep> wanted = ofRight ? row.right() : row.left();
              boolean mirrored = wanted.isEmpty();
              PathStep step = wanted.or(() -> ofRight ? row.left() : row.right()).orElseThrow();
              open(ofRight == mirrored ? pair.left() : pair.right(), step);
            });
  }

  private void open(Path path, PathStep step) {
    state.open(
        new WorkbenchState.CellPlace(
            path.id().image(), path.entry(), MarkExpression.at(step.at())));
  }
}
