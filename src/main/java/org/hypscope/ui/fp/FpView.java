package org.hypscope.ui.fp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.debug.Edit;
import org.hypscope.debug.FpRegisters;
import org.hypscope.ui.NumberWords;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.cell.EditableCell;

/**
 * D0 to D31 as hexadecimal or lane by lane: D0 to D15, which are also S0 to S31, on the left, and
 * the two halves of a Q side by side; above them FPSCR, and who may use the registers, in words.
 */
public final class FpView implements View {
  private static final int ROWS = 8;

  /** A preferred width that every column of values has, so that all grow alike. */
  private static final double EQUAL = 60;

  private final WorkbenchState state;
  private final FpModel model;
  private final CellRing ring = new CellRing();
  private final List<EditableCell> cells = new ArrayList<>();
  private final EditableCell fpscr;
  private final Label status = words("fpscr-words");
  private final Label access = words("fp-access");
  private final ComboBox<String> lanes = new ComboBox<>();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new StackPane();
  private final WhenSeen seen;

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public FpView(WorkbenchState state, FpModel model) {
    this.state = state;
    this.model = model;
    fpscr = new EditableCell(8, value -> state.edit(Edit.sysReg(FpRegs.FPSCR, false, value)));
    fpscr.setId("reg-FPSCR");
    fpscr.holds("FPSCR");
    ring.add(fpscr);
    empty.getStyleClass().add("empty-sentence");
    VBox all = new VBox(bar(), access, grid());
    all.getStyleClass().add("registers");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    seen = new WhenSeen(node, () -> model.show(state.snapshot().get()));
    model.file().addListener((o, was, is) -> refresh());
    model.lanes().addListener((o, was, is) -> refresh());
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    state
        .selectedDoubleword()
        .addListener((o, was, is) -> reveal(is == null ? null : cells.get(is)));
    state.selectedSysReg().addListener((o, was, is) -> reveal(is == FpRegs.FPSCR ? fpscr : null));
  }

  @Override
  public String title() {
    return "VFP and SIMD";
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
    return "Open an image to see the registers of VFP and Advanced SIMD.";
  }

  private void reveal(EditableCell cell) {
    if (cell != null) {
      seen.fillNow();
      cell.requestFocus();
    }
  }

  private HBox bar() {
    lanes.setId("fp-lanes");
    lanes.setAccessibleText("What the registers are read as");
    lanes.setItems(
        FXCollections.observableArrayList(
            Arrays.stream(Lanes.values()).map(Lanes::label).toList()));
    lanes.getSelectionModel().selectFirst();
    lanes.setOnAction(
        e -> model.readAs(Lanes.values()[lanes.getSelectionModel().getSelectedIndex()]));
    lanes.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(status, Priority.ALWAYS);
    fpscr.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar = new HBox(lanes, name("FPSCR"), fpscr, status);
    bar.getStyleClass().addAll("walk-bar", "fp-bar");
    return bar;
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    for (int column = 0; column < 10; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      boolean isName = column % 5 == 0 || column % 5 == 1 || column % 5 == 3;
      constraints.setMinWidth(isName ? Region.USE_PREF_SIZE : 0);
      constraints.setPrefWidth(isName ? Region.USE_COMPUTED_SIZE : EQUAL);
      constraints.setHgrow(isName ? Priority.NEVER : Priority.ALWAYS);
      grid.getColumnConstraints().add(constraints);
    }
    for (int n = 0; n < FpRegisters.COUNT; n++) {
      int row = n / 2 % ROWS;
      int column = n / (2 * ROWS) * 5;
      if (n % 2 == 0) {
        grid.add(name("Q" + n / 2), column, row);
      }
      grid.add(name("D" + n), column + 1 + n % 2 * 2, row);
      grid.add(cell(n), column + 2 + n % 2 * 2, row);
    }
    return grid;
  }

  private EditableCell cell(int n) {
    EditableCell cell = new EditableCell(16, value -> state.edit(Edit.doubleword(n, value)));
    cell.setId("reg-D" + n);
    cell.holds("D" + n);
    cell.setMinWidth(0);
    ring.add(cell);
    cells.add(cell);
    return cell;
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("reg-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label words(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("fp-words");
    label.setMinWidth(0);
    return label;
  }

  private void refresh() {
    FpModel.File file = model.file().get();
    empty.setVisible(file == null);
    if (file == null) {
      return;
    }
    file.cells().forEach(this::draw);
    fpscr.setText(NumberWords.digits(file.fpscr()));
    fpscr.markChanged(file.oldFpscr().isPresent());
    fpscr.describe(StatusWords.fields(file.fpscr()), "FPSCR " + StatusWords.fpscr(file.fpscr()));
    status.setText(StatusWords.fpscr(file.fpscr()));
    access.setText("Use: " + StatusWords.access(file.snapshot()));
  }

  private void draw(FpModel.Cell shown) {
    EditableCell cell = cells.get(shown.number());
    cell.show(model.lanes().get().text(shown.value()), Lanes.HEX.text(shown.value()));
    cell.markChanged(shown.old().isPresent());
    cell.describe(tip(shown), spoken(shown));
  }

  private static String tip(FpModel.Cell cell) {
    String changed = cell.old().map(old -> String.format("%nchanged from 0x%016x", old)).orElse("");
    return cell.names()
        + changed
        + Arrays.stream(Lanes.values())
            .map(type -> String.format("%n%-4s %s", type.label(), type.text(cell.value())))
            .collect(Collectors.joining());
  }

  private String spoken(FpModel.Cell cell) {
    return "D" + cell.number() + " " + model.lanes().get().text(cell.value());
  }
}
