package org.hypscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.tour.Tour;
import org.hypscope.abi.tour.TourPage;
import org.hypscope.abi.tour.TourPlace;
import org.hypscope.abi.tour.Tours;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Snapshot;
import org.hypscope.time.Mark;
import org.hypscope.ui.gallery.ScenarioSource.Opening;
import org.hypscope.ui.palette.Hit;
import org.hypscope.ui.tour.TourBar;
import org.hypscope.ui.tour.TourModel;

/** Leads one window through tours, forwards and backwards. */
final class TourGuide {
  private final Workbench window;
  private final WorkbenchState state;
  private final SessionControl control;
  private final TourModel model = new TourModel();
  private final TourBar bar = new TourBar(model, this::leave);
  private final TourPointer pointer;
  private Tours tours;
  private SpeakerWindow speaker;

  /** Whether the image of the tour is being opened: keys count, and the journey follows. */
  private boolean opening;

  /** Where the stop turned out to be; null while the way there is not done. */
  private Mark arrived;

  /** Whether the panes show the stop's view and highlight already. */
  private boolean pointed;

  TourGuide(
      Workbench window, WorkbenchState state, SessionControl control, WorkbenchLayout layout) {
    this.window = window;
    this.state = state;
    this.control = control;
    pointer = new TourPointer(state, layout, window::complain);
    state.snapshot().addListener((o, was, is) -> shown(is));
  }

  /** What is said, above the panes. */
  TourBar bar() {
    return bar;
  }

  /** The ring around what is pointed at, and the sheet that it is drawn on. */
  TourPointer pointer() {
    return pointer;
  }

  /** The tour under way. */
  TourModel model() {
    return model;
  }

  /** Every tour that there is; a user's own that cannot be used is told the first time. */
  Tours tours() {
    if (tours == null) {
      tours = Tours.with(Tours.usersFolder());
      tours.refused().stream().findFirst().ifPresent(window::complain);
    }
    return tours;
  }

  /**
   * To the next stop, or the one before; who has wandered off goes on from the stop left, and back
   * to it. Where no tour is under way, to the first stop of the first tour of what is open.
   */
  void go(int by) {
    TourModel.Place at = model.place().get();
    if (at == null) {
      begin();
    } else {
      boolean back = by < 0 && model.away().get();
      to(back ? at : at.move(by));
    }
  }

  /** To the first stop, or the last: {@code by} is larger than there are stops. */
  void goFar(int by) {
    TourModel.Place at = model.place().get();
    if (at == null) {
      begin();
    } else {
      to(at.move(by));
    }
  }

  private void begin() {
    String image = state.snapshot().get().imageName();
    List<Tour> through = tours().through(image);
    if (through.isEmpty()) {
      window.complain(
          "There is no guided tour of " + image + ": Ctrl+N lists the tours that there are.");
    } else {
      start(through.get(0), 0);
    }
  }

  /** Whether {@code what} is a stop of a tour, as {@code tour:kdump-k2:4}; it is begun there. */
  boolean takes(String what) {
    Optional<TourPlace> place = TourPlace.parse(what);
    place.ifPresent(this::start);
    return place.isPresent();
  }

  /** Whether {@code file} is a tour by its name; it is begun, or what is wrong told. */
  boolean takes(Path file) {
    if (Tours.looksLike(file)) {
      start(file);
      return true;
    }
    return false;
  }

  private void start(TourPlace place) {
    try {
      Tour tour = tours().byName(place.name());
      start(tour, place.index(tour));
    } catch (IllegalArgumentException e) {
      window.complain(e.getMessage());
    }
  }

  private void start(Path file) {
    try {
      start(Tours.read(file), 0);
    } catch (AbiFileException e) {
      window.complain(e.getMessage());
    }
  }

  /** Begins {@code tour} at its stop {@code index}, in its image, which is opened if need be. */
  void start(Tour tour, int index) {
    model.start(tour, index, System.nanoTime());
    pointer.rest();
    arrived = null;
    if (isOpen(tour)) {
      window.expectPanes();
      window.shown();
      travel();
      return;
    }
    opening = true;
    window.showOpening(tour.scene().imageName());
    FxBridge.inBackground(
        () -> tour.scene().open(),
        opened -> {
          opening = false;
          MarkExpression first = tour.stops().get(0).at();
          window.open(new Opening(opened.target(), first, opened.saved()), Optional.empty());
          travel();
        },
        sentence -> {
          opening = false;
          leave();
          window.complain(sentence);
        });
  }

  private boolean isOpen(Tour tour) {
    Snapshot now = state.snapshot().get();
    return now != null
        && tour.scene().entry().isEmpty()
        && now.imageName().equals(tour.scene().imageName());
  }

  private void to(TourModel.Place place) {
    model.show(place);
    if (!opening) {
      travel();
    }
  }

  /** What was edited is left behind: the tour is true of the run without it. */
  private void travel() {
    TourModel.Place to = model.place().get();
    MarkExpression at = to.stop().at();
    arrived = null;
    pointed = false;
    Snapshot now = state.snapshot().get();
    boolean edited = isOpen(to.tour()) && !now.journal().entries().isEmpty();
    control.travel(at, edited, there -> arrive(to, there.mark()), sentence -> missed(to, sentence));
  }

  private void missed(TourModel.Place to, String sentence) {
    boolean there = to.stop().at() instanceof MarkExpression.End;
    if (there && state.snapshot().get() != null) {
      arrive(to, state.snapshot().get().mark());
    } else {
      control.failed(sentence);
    }
  }

  private void arrive(TourModel.Place to, Mark at) {
    if (to.equals(model.place().get())) {
      arrived = at;
      settle(to, state.snapshot().get());
    }
  }

  private void shown(Snapshot now) {
    TourModel.Place at = model.place().get();
    if (at == null || opening || now == null) {
      return;
    }
    if (now.imageName().equals(at.tour().scene().imageName())) {
      settle(at, now);
      // A busy window may have passed over the stop itself.
      model.wander(arrived != null && !now.mark().equals(arrived));
    } else if (arrived != null) {
      leave();
    }
  }

  /** The window may show {@code now} before it is known that this is the stop, or after. */
  private void settle(TourModel.Place at, Snapshot now) {
    if (now != null && now.mark().equals(arrived) && !pointed) {
      pointed = true;
      // Once the window has put its panes up and focused the first of them.
      FxBridge.later(() -> pointIfStill(at));
    }
  }

  private void pointIfStill(TourModel.Place at) {
    if (at.equals(model.place().get())) {
      pointer.point(at.stop());
    }
  }

  /** Ends the tour; the session stays where it stands. */
  void leave() {
    arrived = null;
    pointer.rest();
    model.end();
  }

  /** Opens the speaker's window, or brings it to the front. */
  void showSpeaker() {
    if (speaker == null) {
      speaker = new SpeakerWindow(window, model);
    }
    speaker.show();
  }

  /** The speaker's window, if there was one. */
  Optional<SpeakerWindow> speaker() {
    return Optional.ofNullable(speaker);
  }

  /** Asks, over {@code owner}, where to, and writes the notes of the tour there. */
  void export(Window owner) {
    TourModel.Place at = model.place().get();
    if (at == null) {
      window.complain("No tour is under way: N begins one.");
    } else {
      new FileDialogs(window).exportPage(TourPage.of(at.tour()), at.tour().name(), owner);
    }
  }

  /** What the palette offers. */
  Stream<Hit> hits(String typed) {
    return tours().all().stream()
        .map(
            tour ->
                new Hit(
                    "tour",
                    "Tour " + tour.name() + ": " + tour.title(),
                    tour.stops().size() + " stops",
                    () -> start(tour, 0)));
  }
}
