package org.hypscope.ui.hypregs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.debug.Edit;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.cell.EditableCell;
import org.hypscope.ui.hypregs.HypRegsModel.Line;

/** HYP's system registers: value, the fields that are set in words, what is trapped, changes. */
public final class HypRegsView implements View {
  private final WorkbenchState state;
  private final HypRegsModel model;
  private final CellRing ring = new CellRing();
  private final Map<SysReg, Row> rows = new LinkedHashMap<>();
  private final Map<SysReg, Line> drawn = new HashMap<>();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new StackPane();

  private record Row(EditableCell cell, Label words, Tooltip tip) {}

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public HypRegsView(WorkbenchState state, HypRegsModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    ScrollPane scroll = new ScrollPane(grid());
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    model.lines().addListener((o, was, is) -> refresh(is));
    state.snapshot().addListener((o, was, is) -> model.show(is));
    state.selectedSysReg().addListener((o, was, is) -> reveal(is));
    model.show(state.snapshot().get());
    refresh(model.lines().get());
  }

  @Override
  public String title() {
    return "HYP system registers";
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
    return "Open an image to see HYP's system registers in words.";
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("registers");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    words.setMinWidth(0);
    grid.getColumnConstraints().setAll(name, value, words);
    for (SysReg register : model.registers()) {
      addRow(grid, register);
    }
    return grid;
  }

  private void addRow(GridPane grid, SysReg register) {
    Label name = new Label(register.name());
    name.getStyleClass().add("reg-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    EditableCell cell =
        new EditableCell(
            register.width() / 4,
            value -> state.edit(Edit.sysReg(register, secure(register), value)));
    cell.setId("sysreg-" + register.name());
    Label words = new Label();
    words.getStyleClass().add("sysreg-words");
    words.setMinWidth(0);
    Tooltip tip = new Tooltip();
    tip.getStyleClass().add("machine");
    words.setTooltip(tip);
    ring.add(cell);
    rows.put(register, new Row(cell, words, tip));
    grid.addRow(grid.getRowCount(), name, cell, words);
  }

  private boolean secure(SysReg register) {
    return register.isBanked() && state.snapshot().get().secure();
  }

  private void refresh(List<Line> lines) {
    empty.setVisible(lines.isEmpty());
    for (Line line : lines) {
      if (line.equals(drawn.put(line.register(), line))) {
        continue;
      }
      Row row = rows.get(line.register());
      row.cell().setText(line.digits());
      row.cell().markChanged(line.old().isPresent());
      row.cell().describe(tip(line), spoken(line));
      row.words().setText(line.words());
      row.tip().setText(line.fields());
    }
  }

  private void reveal(SysReg register) {
    if (rows.containsKey(register)) {
      rows.get(register).cell().requestFocus();
    }
  }

  private static String tip(Line line) {
    return line.old()
        .map(
            old ->
                "changed  0x" + line.hex(old) + " \u2192 0x" + line.digits() + "\n" + line.fields())
        .orElse(line.fields());
  }

  private static String spoken(Line line) {
    return line.register().name() + " 0x" + line.digits() + ", " + line.words();
  }
}
