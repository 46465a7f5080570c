package org.hypscope.ui.dock;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** The part of one window in which views stand, with the mark of where a dragged one would go. */
final class DockSurface extends StackPane {
  private final Label mark = new Label();
  private final Pane above = new Pane(mark);
  private Node shown = new GroupPane(Group.of(), Map.of());

  DockSurface() {
    mark.getStyleClass().add("dock-mark");
    mark.setId("dock-mark");
    mark.setVisible(false);
    mark.setManaged(false);
    above.setMouseTransparent(true);
    setMinSize(0, 0);
    getChildren().setAll(shown, above);
  }

  /** Lets go of all frames. */
  void release() {
    groups().forEach(GroupPane::release);
  }

  void show(Part part, Map<String, PaneFrame> frames) {
    shown = PartNodes.build(part, frames);
    getChildren().set(0, shown);
  }

  void adjust(Part part) {
    PartNodes.adjust(shown, part);
  }

  /** What is shown, as a person has shared the room. */
  Part part() {
    return PartNodes.read(shown);
  }

  Stream<GroupPane> groups() {
    return PartNodes.groups(shown);
  }

  /** The view whose title or tab {@code node} is a part of. */
  Optional<String> handle(Object node) {
    return node instanceof Node at
        ? groups().flatMap(group -> group.handle(at).stream()).findFirst()
        : Optional.empty();
  }

  /** Where {@code node}, which stands in here, is on this surface. */
  Bounds place(Node node) {
    return sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  /** Marks {@code place} and says {@code words} there. */
  void mark(Bounds place, String words) {
    mark.setText(words);
    mark.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    mark.setVisible(true);
  }

  /** Says {@code words} at the bottom, of a place that is outside. */
  void markOutside(String words) {
    double height = 2 * mark.prefHeight(-1);
    mark(new BoundingBox(0, getHeight() - height, getWidth(), height), words);
  }

  void unmark() {
    mark.setVisible(false);
  }
}
