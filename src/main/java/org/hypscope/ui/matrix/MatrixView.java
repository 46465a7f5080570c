package org.hypscope.ui.matrix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.MatrixRun;
import org.hypscope.abi.doc.Page;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.ui.BackgroundRun;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;

/** Every caller before every handler, each cell executed; a cell opens as a session at its HVC. */
public final class MatrixView implements View {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final WorkbenchState state;
  private final MatrixModel model;
  private final GridPane grid = new GridPane();
  private final CheckBox thumb = new CheckBox("Thumb-2 build");
  private final CheckBox mmu = new CheckBox("HYP MMU on");
  private final Label progress = new Label();
  private final Button run = new Button("Stop");
  private final CellDetails details = new CellDetails(this::open);
  private final Label empty = new Label();
  private final VBox contents = new VBox();
  private final StackPane node = new StackPane(contents);
  private final BackgroundRun work = new BackgroundRun(this::progressed);
  private final WhenSeen seen;
  private boolean running;
  private int done;
  private volatile int count;

  /** A view of {@code model}, which it fills as soon as it can be seen. */
  public MatrixView(WorkbenchState state, MatrixModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    grid.getStyleClass().add("matrix");
    grid.setId("matrix");
    grid.setAccessibleText("ABI matrix, callers by handlers");
    grid.setFocusTraversable(true);
    grid.setOnKeyPressed(this::key);
    ScrollPane scroll = new ScrollPane(new VBox(grid, details));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    contents.getChildren().addAll(bar(), scroll);
    contents.setMinSize(0, 0);
    details.show(null);
    model.matrix().addListener((o, was, is) -> draw());
    model.selected().addListener((o, was, is) -> select(is));
    seen = new WhenSeen(node, this::startOnce);
  }

  @Override
  public String title() {
    return "Matrix";
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
    return "Press Run to execute every caller's convention before every handler.";
  }

  /** How many cells have been executed since Run was last pressed. */
  public int cellsDone() {
    return done;
  }

  /** Puts the keyboard on the selected cell. */
  public void focus() {
    grid.requestFocus();
  }

  private HBox bar() {
    thumb.setId("matrix-thumb");
    mmu.setId("matrix-mmu");
    run.setId("matrix-run");
    run.getStyleClass().add("tool-button");
    run.setMinWidth(Region.USE_PREF_SIZE);
    progress.setId("matrix-progress");
    progress.getStyleClass().add("muted");
    for (CheckBox each : List.of(thumb, mmu)) {
      each.setMinWidth(Region.USE_PREF_SIZE);
      each.setOnAction(
          event -> {
            model.filter(thumb.isSelected(), mmu.isSelected());
            draw();
          });
    }
    run.setOnAction(event -> toggle());
    HBox bar = new HBox(thumb, mmu, run, progress);
    bar.getStyleClass().add("matrix-bar");
    return bar;
  }

  /** Executes the matrix the first time it is seen; later only the button does. */
  private void startOnce() {
    if (!running && model.rows().isEmpty()) {
      start();
    }
  }

  private void toggle() {
    if (running) {
      work.stop();
      stopped("Stopped. " + emptySentence());
    } else {
      start();
    }
  }

  private void start() {
    running = true;
    done = 0;
    run.setText("Stop");
    progress.setText("Executing...");
    work.start(
        this::execute,
        (Matrix all) -> {
          model.show(all);
          done = all.cells().size();
          stopped(all.cells().size() + " cells, each executed. Enter opens the selected one.");
        },
        this::stopped);
  }

  /** Away from the JavaFX thread. */
  private Matrix execute(IntConsumer counter) throws Exception {
    List<Target> images = List.of(image(0), image(1));
    count = MatrixRun.count(images);
    AbiEngine engine =
        AbiEngine.withBuiltIns().with(ContractLoader.loadFolder(ContractLoader.usersFolder()));
    return MatrixRun.run(images, engine, id -> true, counter);
  }

  private static Target image(int build) throws UnusableTargetException {
    return MatrixImages.target(MatrixImages.NAMES.get(build), OptionalLong.empty());
  }

  /** May come after the end, which it must not contradict. */
  private void progressed(int cells) {
    if (!running) {
      return;
    }
    done = cells;
    progress.setText("Executing: %d of %d cells".formatted(cells, count));
  }

  private void stopped(String sentence) {
    running = false;
    run.setText("Run");
    progress.setText(sentence);
  }

  private void draw() {
    grid.getChildren().clear();
    List<String> columns = model.columns();
    List<String> rows = model.rows();
    for (int column = 0; column < columns.size(); column++) {
      grid.add(head(columns.get(column).replace("+M", "")), column + 1, 0);
    }
    for (int row = 0; row < rows.size(); row++) {
      grid.add(head(rows.get(row)), 0, row + 1);
      for (int column = 0; column < columns.size(); column++) {
        addCell(row, column);
      }
    }
    select(model.selected().get());
  }

  private void addCell(int row, int column) {
    model
        .cell(row, column)
        .ifPresent(
            cell -> {
              OutcomeMark mark = OutcomeMark.of(cell.outcome());
              Label label = new Label(mark.text());
              label.getStyleClass().addAll("matrix-cell", mark.style());
              label.setUserData(cell);
              label.setMinWidth(Region.USE_PREF_SIZE);
              label.setMaxWidth(Double.MAX_VALUE);
              label.setAccessibleText(words(cell));
              label.setOnMouseClicked(
                  event -> {
                    grid.requestFocus();
                    model.select(row, column);
                    if (event.getClickCount() == 2) {
                      open();
                    }
                  });
              grid.add(label, column + 1, row + 1);
            });
  }

  private static String words(MatrixCell cell) {
    return cell.id().row() + " before " + cell.id().column() + ": " + cell.sentence();
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("matrix-heading");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void select(MatrixCell cell) {
    for (Node each : grid.getChildren()) {
      each.pseudoClassStateChanged(SELECTED, cell != null && each.getUserData() == cell);
    }
    grid.setAccessibleText(cell == null ? emptySentence() : words(cell));
    details.show(cell);
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> model.move(-1, 0);
      case DOWN -> model.move(1, 0);
      case LEFT -> model.move(0, -1);
      case RIGHT -> model.move(0, 1);
      case ENTER -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void open() {
    MatrixCell cell = model.selected().get();
    if (cell != null) {
      state.open(
          new WorkbenchState.CellPlace(
              cell.id().image(), cell.entry(), MarkExpression.at(cell.at())));
    }
  }
}
