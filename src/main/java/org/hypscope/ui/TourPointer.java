package org.hypscope.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.hypscope.abi.tour.Tour;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.debug.Place;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.cell.EditableCell;
import org.hypscope.ui.tour.HighlightRing;

/** Brings what a stop of a tour is about to the front, and draws a ring around it. */
final class TourPointer {
  private final WorkbenchState state;
  private final WorkbenchLayout layout;
  private final Consumer<String> complain;
  private final HighlightRing ring = new HighlightRing();

  TourPointer(WorkbenchState state, WorkbenchLayout layout, Consumer<String> complain) {
    this.state = state;
    this.layout = layout;
    this.complain = complain;
  }

  /** The sheet over the window on which the ring is drawn. */
  Region node() {
    return ring.node();
  }

  /**
   * Shows the view and the highlight of {@code stop}, which the panes stand at; the ring is around
   * the whole view where nothing in it is highlighted.
   */
  void point(Tour.Stop stop) {
    rest();
    stop.view().flatMap(this::reveal).map(View::node).ifPresent(ring::point);
    try {
      stop.highlight().ifPresent(this::highlight);
    } catch (IllegalArgumentException e) {
      complain.accept(stop.where() + ": highlight: " + e.getMessage());
    }
    // A register's own pane may have come to the front of the view that is asked for.
    stop.view().ifPresent(this::reveal);
  }

  /** Takes the ring away. */
  void rest() {
    ring.point(null);
  }

  private Optional<View> reveal(String title) {
    Optional<View> view =
        layout.views().stream().filter(v -> v.title().equalsIgnoreCase(title)).findFirst();
    view.ifPresentOrElse(
        layout::reveal,
        () -> complain.accept("There is no view '" + title + "' for this stop of the tour."));
    return view;
  }

  private void highlight(String name) {
    Snapshot now = state.snapshot().get();
    Place place = PlaceNames.parse(name, now);
    if (place instanceof Place.Register at) {
      state.select(at.bank());
      ringAround(at.bank().name());
    } else if (place instanceof Place.SystemRegister at) {
      SysReg register = at.copy().register();
      state.select(register);
      ringAround(at.copy().name());
    } else if (place instanceof Place.Doubleword at) {
      state.selectDoubleword(at.number());
      ringAround("D" + at.number());
    } else {
      PaletteSources.address(name).or(() -> now.symbols().address(name)).ifPresent(state::goTo);
    }
  }

  private void ringAround(String held) {
    find(layout.node(), held).ifPresent(ring::point);
  }

  private static Optional<Node> find(Node node, String held) {
    if (node instanceof EditableCell cell) {
      return cell.holds().filter(held::equals).map(name -> cell);
    }
    if (node instanceof Parent parent) {
      return parent.getChildrenUnmodifiable().stream()
          .map(child -> find(child, held))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }
}
