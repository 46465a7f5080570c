package org.hypscope.ui.vectors;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.VectorBase;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.vectors.VectorsModel.Table;

/** The vector tables of PL1, Monitor and HYP side by side, the entry just taken marked. */
public final class VectorsView implements View {
  private final VectorsModel model;
  private final Map<VectorBase, VectorTablePane> panes = new EnumMap<>(VectorBase.class);
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new FilledPane();
  private final WhenSeen seen;

  /** A view of {@code model} that follows {@code state}'s snapshot. */
  public VectorsView(WorkbenchState state, VectorsModel model) {
    this.model = model;
    HBox side = new HBox();
    side.getStyleClass().add("vectors");
    for (VectorBase which : VectorBase.values()) {
      VectorTablePane pane = new VectorTablePane(which, state);
      HBox.setHgrow(pane, Priority.ALWAYS);
      pane.setPrefWidth(1);
      panes.put(which, pane);
      side.getChildren().add(pane);
    }
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    empty.getStyleClass().add("empty-sentence");
    node.getChildren().addAll(scroll, empty);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    model.tables().addListener((o, was, is) -> refresh(is));
    seen = new WhenSeen(node, () -> follow(state));
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    state.breakpoints().addListener((SetChangeListener<Breakpoint>) change -> seen.outdated());
    refresh(model.tables().get());
  }

  @Override
  public String title() {
    return "Vector tables";
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
    return "Open an image to see where exceptions go.";
  }

  private void follow(WorkbenchState state) {
    model.show(state.snapshot().get(), state.breakpoints());
  }

  private void refresh(List<Table> tables) {
    empty.setVisible(tables.isEmpty());
    tables.forEach(table -> panes.get(table.which()).show(table));
  }
}
