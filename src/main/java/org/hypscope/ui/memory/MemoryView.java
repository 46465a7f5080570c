package org.hypscope.ui.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Edit;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.FxBridge;
import org.hypscope.ui.NumberWords;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.cell.EditableCell;

/** Memory as words and characters: at the address gone to, or else at the last write, or at PC. */
public final class MemoryView implements View {
  private final WorkbenchState state;
  private final MemoryModel model;
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final Label empty = new Label(emptySentence());
  private final ComboBox<String> spaces = new ComboBox<>();
  private final StackPane node = new StackPane();
  private final WhenSeen seen;

  /** A view of {@code model} that follows {@code state}. */
  public MemoryView(WorkbenchState state, MemoryModel model) {
    this.state = state;
    this.model = model;
    grid.getStyleClass().add("memory");
    empty.getStyleClass().add("empty-sentence");
    scroll.setFocusTraversable(false);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    node.getChildren().addAll(new VBox(bar(), scroll), empty);
    seen = new WhenSeen(node, this::show);
    spaces.setOnAction(e -> show());
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    state.lookedAt().addListener((o, was, is) -> seen.outdated());
  }

  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asText();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see its memory; Ctrl+G goes to an address.";
  }

  private HBox bar() {
    spaces.setId("memory-space");
    spaces.setAccessibleText("What kind of address the memory is shown by");
    spaces.getItems().add("as the code that runs");
    for (AddressSpace space : AddressSpace.values()) {
      spaces.getItems().add(space.label());
    }
    spaces.getSelectionModel().selectFirst();
    HBox bar = new HBox(spaces);
    bar.getStyleClass().add("walk-bar");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    bar.visibleProperty().bind(empty.visibleProperty().not());
    return bar;
  }

  /** The kind of address chosen; null for that of the code that runs, or of the frame looked at. */
  private AddressSpace space() {
    int chosen = spaces.getSelectionModel().getSelectedIndex();
    WorkbenchState.StackPlace frame = state.stackPlace().get();
    return chosen > 0 ? AddressSpace.values()[chosen - 1] : frame == null ? null : frame.space();
  }

  private void show() {
    Snapshot snapshot = state.snapshot().get();
    empty.setVisible(snapshot == null);
    model.show(snapshot, snapshot == null ? 0 : place(snapshot), space());
    fill();
  }

  private int place(Snapshot snapshot) {
    Integer lookedAt = state.lookedAt().get();
    WorkbenchState.StackPlace frame = state.stackPlace().get();
    if (frame != null && frame.sp().isPresent()) {
      return frame.sp().getAsInt();
    }
    return lookedAt == null ? MemoryModel.place(snapshot, space()) : lookedAt;
  }

  private void fill() {
    grid.getChildren().clear();
    CellRing ring = new CellRing();
    int row = 0;
    for (MemoryModel.Line line : model.lines().get()) {
      grid.add(label(model.place(line), "reg-name"), 0, row);
      int column = 1;
      for (MemoryModel.Word word : line.words()) {
        EditableCell cell = cell(word);
        ring.add(cell);
        grid.add(cell, column++, row);
      }
      grid.add(label(line.characters(), "machine"), column++, row);
      grid.add(label(line.symbol(), "reg-name"), column, row);
      row++;
    }
    FxBridge.later(this::scrollToPlace);
  }

  /** Once the grid has its height: before, it cannot be scrolled. */
  private void scrollToPlace() {
    double lines = model.lines().get().size();
    double above = model.wanted() * grid.getHeight() / Math.max(1, lines);
    double hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, above / hidden));
  }

  private EditableCell cell(MemoryModel.Word word) {
    EditableCell cell = new EditableCell(8, value -> state.edit(write(word, (int) value)));
    cell.setText(word.text());
    cell.markChanged(word.changed());
    if (word.value().isPresent()) {
      model.physical(word).ifPresent(at -> cell.holds(AddressSpace.PHYSICAL.name(at)));
      cell.describe(
          NumberWords.explain(word.value().getAsInt(), state.snapshot().get().symbols()),
          "word at " + model.space().name(Integer.toUnsignedLong(word.address())));
    }
    return cell;
  }

  private Edit write(MemoryModel.Word word, int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return Edit.memory(model.space(), word.address(), bytes);
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
