package org.hypscope.ui.dock;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Makes the nodes that show a {@link Part}, and reads from them what a person made of it. */
final class PartNodes {
  private PartNodes() {}

  static Node build(Part part, Map<String, PaneFrame> frames) {
    if (part instanceof Split split) {
      SplitPane pane = new SplitPane();
      split.parts().forEach(each -> pane.getItems().add(build(each, frames)));
      pane.setOrientation(split.down() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
      pane.setMinSize(0, 0);
      pane.setDividerPositions(split.dividers());
      return pane;
    }
    return new GroupPane((Group) part, frames);
  }

  /** What {@code node}, which was built, shows now. */
  static Part read(Node node) {
    if (node instanceof SplitPane pane) {
      List<Part> parts = pane.getItems().stream().map(PartNodes::read).toList();
      boolean down = pane.getOrientation() == Orientation.VERTICAL;
      return new Split(down, parts, Split.shares(pane.getDividerPositions()));
    }
    return ((GroupPane) node).group();
  }

  /** Has {@code node}, which shows a part of the same shape, show {@code part}. */
  static void adjust(Node node, Part part) {
    if (node instanceof SplitPane pane && part instanceof Split split) {
      // Those around come first: a pane that gets another size moves its dividers. Twice, as a
      // divider stops at the next one, which is in its way until that is laid out.
      for (int n = 0; n < 2; n++) {
        pane.setDividerPositions(split.dividers());
        pane.layout();
      }
      for (int n = 0; n < split.parts().size(); n++) {
        adjust(pane.getItems().get(n), split.parts().get(n));
      }
    } else if (part instanceof Group group) {
      group.seen().ifPresent(((GroupPane) node)::select);
    }
  }

  /** The groups that {@code node} shows. */
  static Stream<GroupPane> groups(Node node) {
    return node instanceof SplitPane pane
        ? pane.getItems().stream().flatMap(PartNodes::groups)
        : Stream.of((GroupPane) node);
  }
}
