package org.hypscope.ui.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Edit;
import org.hypscope.ui.NumberWords;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.cell.EditableCell;
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.registers.RegistersModel.Row;
import org.hypscope.ui.theme.ModeStyle;

/** The whole physical register file, one column a mode; the live bank is lit. */
public final class RegistersView implements View {
  private static final List<Bank> UNBANKED =
      List.of(Bank.R0, Bank.R1, Bank.R2, Bank.R3, Bank.R4, Bank.R5, Bank.R6, Bank.R7);
  private static final List<Bank> USER_HIGH =
      List.of(
          Bank.R8_usr, Bank.R9_usr, Bank.R10_usr, Bank.R11_usr, Bank.R12_usr, Bank.PC, Bank.CPSR);
  private static final List<Bank> FIQ_HIGH =
      List.of(Bank.R8_fiq, Bank.R9_fiq, Bank.R10_fiq, Bank.R11_fiq, Bank.R12_fiq);

  /** A preferred width that every column of a grid has, so that all grow alike. */
  private static final double EQUAL = 40;

  private final WorkbenchState state;
  private final RegistersModel model;
  private final CellRing ring = new CellRing();
  private final Map<Bank, EditableCell> cells = new EnumMap<>(Bank.class);
  private final Map<Mode, Label> heads = new EnumMap<>(Mode.class);
  private final Map<Mode, Label> destinations = new EnumMap<>(Mode.class);
  private final Map<Bank, RegisterCell> drawn = new EnumMap<>(Bank.class);
  private final List<Borrowed> borrowed = new ArrayList<>();
  private final Label psr = new Label();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new FilledPane();

  /** A cell that stands for another column's register: SYS's SP, HYP's LR. */
  private record Borrowed(Label label, Bank bank, Mode mode) {}

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public RegistersView(WorkbenchState state, RegistersModel model) {
    this.state = state;
    this.model = model;
    psr.getStyleClass().addAll("psr-words", "machine");
    psr.setId("cpsr-words");
    empty.getStyleClass().add("empty-sentence");
    VBox all = new VBox(high(), banked(), psr);
    all.getStyleClass().add("registers");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    model.file().addListener((o, was, is) -> refresh(is));
    state.snapshot().addListener((o, was, is) -> model.show(is));
    state.selectedRegister().addListener((o, was, is) -> reveal(is));
    model.show(state.snapshot().get());
  }

  @Override
  public String title() {
    return "Registers";
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
    return "Open an image to see every bank of the register file.";
  }

  private GridPane high() {
    GridPane grid = new GridPane();
    for (int column = 0; column < 8; column++) {
      ColumnConstraints name = new ColumnConstraints();
      name.setMinWidth(Region.USE_PREF_SIZE);
      name.setHalignment(HPos.RIGHT);
      ColumnConstraints value = new ColumnConstraints();
      value.setHgrow(Priority.ALWAYS);
      value.setMinWidth(Region.USE_PREF_SIZE);
      grid.getColumnConstraints().addAll(name, value);
    }
    addRow(grid, 0, UNBANKED);
    addRow(grid, 1, USER_HIGH);
    addRow(grid, 2, FIQ_HIGH);
    return grid;
  }

  private void addRow(GridPane grid, int row, List<Bank> banks) {
    for (int n = 0; n < banks.size(); n++) {
      Bank bank = banks.get(n);
      Label name = new Label(bank.name().replace("_usr", ""));
      name.getStyleClass().addAll("reg-name", n < FIQ_HIGH.size() ? "short" : "shorter");
      grid.add(name, 2 * n, row);
      grid.add(cell(bank), 2 * n + 1, row);
    }
  }

  private GridPane banked() {
    GridPane grid = new GridPane();
    ColumnConstraints first = new ColumnConstraints();
    first.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(first);
    for (Mode mode : Mode.values()) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(Priority.ALWAYS);
      column.setPrefWidth(EQUAL);
      grid.getColumnConstraints().add(column);
      grid.add(head(mode), mode.ordinal() + 1, 0);
    }
    for (Row row : Row.values()) {
      grid.add(rowName(row.name()), 0, row.ordinal() + 1);
      for (Mode mode : Mode.values()) {
        grid.add(bankedCell(row, mode), mode.ordinal() + 1, row.ordinal() + 1);
      }
    }
    int last = Row.values().length + 1;
    grid.add(rowName("returns"), 0, last);
    for (Mode mode : Mode.values()) {
      grid.add(destination(mode), mode.ordinal() + 1, last);
    }
    return grid;
  }

  private static Label rowName(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("reg-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Label head(Mode mode) {
    Label head = new Label(mode.name());
    head.getStyleClass().add("reg-head");
    head.setId("head-" + mode);
    head.setMaxWidth(Double.MAX_VALUE);
    ModeStyle.set(head, mode);
    heads.put(mode, head);
    return head;
  }

  private Label destination(Mode mode) {
    Label label = new Label("-");
    label.getStyleClass().addAll("reg-cell", "absent");
    label.setMaxWidth(Double.MAX_VALUE);
    destinations.put(mode, label);
    return label;
  }

  private Node bankedCell(Row row, Mode mode) {
    Bank bank = RegistersModel.at(row, mode).orElse(null);
    if (bank != null && !RegistersModel.borrowed(row, mode)) {
      return cell(bank);
    }
    Label label = new Label(bank == null ? "-" : bank.name());
    label.getStyleClass().addAll("reg-cell", "absent");
    label.setMaxWidth(Double.MAX_VALUE);
    ModeStyle.set(label, mode);
    if (bank != null) {
      label.setId(mode + "-" + row);
      borrowed.add(new Borrowed(label, bank, mode));
    }
    return label;
  }

  private EditableCell cell(Bank bank) {
    EditableCell cell = new EditableCell(8, value -> state.edit(Edit.register(bank, (int) value)));
    cell.setId("reg-" + bank);
    cell.holds(bank.name());
    ring.add(cell);
    cells.put(bank, cell);
    return cell;
  }

  private void refresh(RegistersModel.File file) {
    empty.setVisible(file == null);
    if (file == null) {
      return;
    }
    Mode mode = file.snapshot().mode();
    file.cells().values().forEach(cell -> refresh(file, cell, mode));
    for (Mode column : Mode.values()) {
      live(heads.get(column), column == mode);
      String to = destinationOf(file, column);
      destinations.get(column).setText(to);
    }
    for (Borrowed label : borrowed) {
      live(label.label(), label.mode() == mode);
    }
    psr.setText("CPSR: " + PsrWords.sentence(file.snapshot().cpsr()));
  }

  private static String destinationOf(RegistersModel.File file, Mode mode) {
    return RegistersModel.at(Row.SPSR, mode)
        .map(bank -> file.cells().get(bank).value())
        .filter(value -> value != 0)
        .map(value -> "\u2192 " + PsrWords.destination(value))
        .orElse("-");
  }

  private void refresh(RegistersModel.File file, RegisterCell shown, Mode mode) {
    EditableCell cell = cells.get(shown.bank());
    if (shown.equals(drawn.put(shown.bank(), shown))) {
      ModeStyle.set(cell, shown.live() ? mode : null);
      return;
    }
    cell.showDigits(NumberWords.digits(shown.value()));
    cell.markChanged(shown.old().isPresent());
    live(cell, shown.live());
    ModeStyle.set(cell, shown.live() ? mode : null);
    cell.describe(words(file, shown), spoken(shown));
  }

  private static String words(RegistersModel.File file, RegisterCell cell) {
    String text = cell.bank() + "  " + NumberWords.explain(cell.value(), file.snapshot().symbols());
    if (isPsr(cell.bank())) {
      text += "\nmeans    " + PsrWords.sentence(cell.value());
    }
    if (cell.old().isPresent()) {
      text +=
          "\nchanged  "
              + NumberWords.grouped(cell.old().get())
              + " \u2192 "
              + NumberWords.grouped(cell.value());
    }
    return text;
  }

  private static String spoken(RegisterCell cell) {
    String value = cell.bank() + " " + String.format("0x%08x", cell.value());
    return cell.old().map(old -> value + String.format(", was 0x%08x", old)).orElse(value);
  }

  private static boolean isPsr(Bank bank) {
    return bank == Bank.CPSR || bank.name().startsWith("SPSR");
  }

  /** Touches the style classes only when they change: each touch costs a restyling. */
  private static void live(Label label, boolean live) {
    boolean marked = label.getStyleClass().contains("live");
    if (live && !marked) {
      label.getStyleClass().add("live");
    } else if (marked && !live) {
      label.getStyleClass().remove("live");
    }
  }

  private void reveal(Bank bank) {
    if (bank != null) {
      cells.get(bank).requestFocus();
    }
  }
}
