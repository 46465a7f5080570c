package org.hypscope.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Place;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.tour.Tour;
import org.hypscope.ui.tour.TourBar;
import org.hypscope.ui.tour.Tours;

/** Leads the window through the tour of the sample that is open, forwards and backwards. */
final class TourGuide {
  private final WorkbenchState state;
  private final WorkbenchLayout layout;
  private final Consumer<MarkExpression> visit;
  private final Consumer<String> complain;
  private final TourBar bar = new TourBar(this::leave);
  private Tour tour;
  private int index;
  private String image = "";

  TourGuide(
      WorkbenchState state,
      WorkbenchLayout layout,
      Consumer<MarkExpression> visit,
      Consumer<String> complain) {
    this.state = state;
    this.layout = layout;
    this.visit = visit;
    this.complain = complain;
    state.snapshot().addListener((o, was, is) -> leaveIfOther(is));
  }

  /** What is said, above the panes. */
  Region node() {
    return bar.node();
  }

  /** To the next stop, or the one before; to the first where no tour is under way. */
  void go(int by) {
    image = state.snapshot().get().imageName();
    if (tour == null) {
      Optional<Tour> found = Tours.of(image.replaceFirst("\\.elf$", ""));
      if (found.isEmpty()) {
        complain.accept("There is no guided tour of " + image + ": open the sample kdump-k2.");
        return;
      }
      tour = found.get();
      index = 0;
    } else {
      index = Math.max(0, Math.min(tour.stops().size() - 1, index + by));
    }
    show(tour.stops().get(index));
  }

  private void show(Tour.Stop stop) {
    bar.show(tour, index);
    visit.accept(stop.at());
    stop.view()
        .flatMap(title -> layout.views().stream().filter(v -> v.title().equals(title)).findFirst())
        .ifPresent(layout::reveal);
    stop.highlight().ifPresent(this::highlight);
  }

  private void highlight(String name) {
    Place place = PlaceNames.parse(name, state.snapshot().get());
    if (place instanceof Place.Register at) {
      state.select(at.bank());
    } else if (place instanceof Place.SystemRegister at) {
      state.select(at.copy().register());
    }
  }

  private void leaveIfOther(Snapshot snapshot) {
    if (snapshot == null || !snapshot.imageName().equals(image)) {
      leave();
    }
  }

  private void leave() {
    tour = null;
    bar.hide();
  }
}
