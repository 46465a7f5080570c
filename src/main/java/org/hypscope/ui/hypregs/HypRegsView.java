package org.hypscope.ui.hypregs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.debug.Edit;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.cell.EditableCell;
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.hypregs.HypRegsModel.Line;
import org.hypscope.ui.hypregs.HypRegsModel.Section;

/** System registers: value, the fields that are set in words, what is trapped, changes. */
public final class HypRegsView implements View {
  /** In a pane that is narrower, a register has one line, and all words only in its tip. */
  private static final double ROOM_TO_WRAP = 900;

  private final WorkbenchState state;
  private final HypRegsModel model;
  private final CellRing ring = new CellRing();
  private final Map<SysRegCopy, Row> rows = new HashMap<>();
  private final Map<String, GroupHeading> headings = new HashMap<>();
  private final Map<SysRegCopy, Line> drawn = new HashMap<>();
  private final GridPane grid = new GridPane();
  private final TextField filter = new TextField();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new FilledPane();
  private final BooleanBinding wide;
  private final WhenSeen seen;
  private List<Object> layout = List.of();

  private record Row(Label name, EditableCell cell, Label words, Tooltip tip) {}

  private record Heading(String title, boolean open) {}

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public HypRegsView(WorkbenchState state, HypRegsModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    setUpGrid();
    setUpFilter();
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    wide = node.widthProperty().greaterThan(ROOM_TO_WRAP);
    model.sections().addListener((o, was, is) -> refresh(is));
    seen = new WhenSeen(node, () -> model.show(state.snapshot().get()));
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    state.selectedSysReg().addListener((o, was, is) -> reveal(is));
    refresh(model.sections().get());
  }

  @Override
  public String title() {
    return "System registers";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Optional<Node> beside() {
    return Optional.of(filter);
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see the system registers in words.";
  }

  private void setUpGrid() {
    grid.getStyleClass().add("registers");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    words.setMinWidth(0);
    grid.getColumnConstraints().setAll(name, value, words);
  }

  private void setUpFilter() {
    filter.setId("sysreg-filter");
    filter.getStyleClass().add("pane-filter");
    filter.setPromptText("find any register");
    filter.setAccessibleText("Show the system registers whose name or title holds these words");
    filter.textProperty().addListener((o, was, is) -> model.filter(is));
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
      model.sections().get().stream()
          .flatMap(section -> section.lines().stream())
          .findFirst()
          .ifPresent(line -> rows.get(line.copy()).cell().requestFocus());
      event.consume();
    }
  }

  private void refresh(List<Section> sections) {
    empty.setVisible(sections.isEmpty());
    List<Object> wanted = new ArrayList<>();
    for (Section section : sections) {
      wanted.add(new Heading(section.title(), section.open()));
      section.lines().forEach(line -> wanted.add(line.copy()));
    }
    if (!wanted.equals(layout)) {
      layout = wanted;
      lay(sections);
    }
    sections.forEach(section -> section.lines().forEach(this::draw));
  }

  /** The first group has no heading: HYP's, or the first in which a filter finds something. */
  private void lay(List<Section> sections) {
    rows.values().forEach(row -> row.cell().setVisible(false));
    grid.getChildren().clear();
    int at = 0;
    for (Section section : sections) {
      if (at > 0) {
        grid.add(heading(section), 0, at++, 3, 1);
      }
      for (Line line : section.lines()) {
        Row row = rows.computeIfAbsent(line.copy(), this::row);
        row.cell().setVisible(true);
        grid.addRow(at++, row.name(), row.cell(), row.words());
      }
    }
  }

  private GroupHeading heading(Section section) {
    GroupHeading heading = headings.computeIfAbsent(section.title(), this::heading);
    heading.show(section);
    return heading;
  }

  private GroupHeading heading(String title) {
    GroupHeading heading = new GroupHeading(title, () -> model.toggle(title));
    ring.add(heading);
    return heading;
  }

  private Row row(SysRegCopy copy) {
    SysReg register = copy.register();
    Label name = new Label(copy.name());
    name.getStyleClass().add("reg-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    EditableCell cell =
        new EditableCell(
            register.width() / 4, value -> state.edit(Edit.sysReg(register, copy.secure(), value)));
    cell.setId("sysreg-" + copy.name());
    cell.holds(copy.name());
    Label words = new Label();
    words.getStyleClass().add("sysreg-words");
    words.setMinWidth(0);
    words.wrapTextProperty().bind(wide);
    Tooltip tip = new Tooltip();
    tip.getStyleClass().add("machine");
    words.setTooltip(tip);
    ring.add(cell);
    return new Row(name, cell, words, tip);
  }

  private void draw(Line line) {
    if (line.equals(drawn.put(line.copy(), line))) {
      return;
    }
    Row row = rows.get(line.copy());
    row.cell().showDigits(line.digits());
    row.cell().markChanged(line.old().isPresent());
    row.cell().describe(tip(line), spoken(line));
    row.words().setText(line.words());
    row.tip().setText(line.fields());
  }

  private void reveal(SysReg register) {
    if (register != null && state.snapshot().get() != null) {
      seen.fillNow();
      model.open(register);
      boolean secure = register.isBanked() && state.snapshot().get().secure();
      Optional.ofNullable(rows.get(new SysRegCopy(register, secure)))
          .ifPresent(row -> row.cell().requestFocus());
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
    return line.copy().name() + " 0x" + line.digits() + ", " + line.words();
  }
}
