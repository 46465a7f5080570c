package org.hypscope.ui.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.hypscope.debug.Edit;
import org.hypscope.debug.MemoryRange;
import org.hypscope.debug.Snapshot;
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
  private final StackPane node = new StackPane(scroll, empty);
  private final WhenSeen seen;

  /** A view of {@code model} that follows {@code state}. */
  public MemoryView(WorkbenchState state, MemoryModel model) {
    this.state = state;
    this.model = model;
    grid.getStyleClass().add("memory");
    empty.getStyleClass().add("empty-sentence");
    scroll.setFocusTraversable(false);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    seen = new WhenSeen(node, this::show);
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

  private void show() {
    Snapshot snapshot = state.snapshot().get();
    empty.setVisible(snapshot == null);
    model.show(snapshot, snapshot == null ? 0 : place(snapshot));
    fill();
  }

  private int place(Snapshot snapshot) {
    if (state.lookedAt().get() != null) {
      return state.lookedAt().get();
    }
    return snapshot.changes().written().stream()
        .map(MemoryRange::address)
        .findFirst()
        .orElse(snapshot.pc());
  }

  private void fill() {
    grid.getChildren().clear();
    CellRing ring = new CellRing();
    int row = 0;
    for (MemoryModel.Line line : model.lines().get()) {
      grid.add(label(String.format("%08x", line.address()), "reg-name"), 0, row);
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
    scroll.setVvalue((double) model.wanted() / Math.max(1, row - model.wanted()));
  }

  private EditableCell cell(MemoryModel.Word word) {
    EditableCell cell = new EditableCell(8, value -> state.edit(write(word, (int) value)));
    cell.setText(word.text());
    cell.markChanged(word.changed());
    if (word.value().isPresent()) {
      cell.describe(
          NumberWords.explain(word.value().getAsInt(), state.snapshot().get().symbols()),
          String.format("word at 0x%08x", word.address()));
    }
    return cell;
  }

  private static Edit write(MemoryModel.Word word, int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return Edit.memory(word.address(), bytes);
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
