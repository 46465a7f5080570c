package org.hypscope.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hypscope.abi.Finding;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;
import org.hypscope.ui.timeline.TimelineModel.Band;
import org.hypscope.ui.timeline.TimelineModel.Bar;
import org.hypscope.ui.timeline.TimelineModel.Flag;
import org.hypscope.ui.timeline.TimelineModel.Fork;
import org.hypscope.ui.timeline.TimelineModel.Jump;
import org.hypscope.ui.timeline.TimelineModel.Picture;
import org.hypscope.ui.timeline.TimelineModel.Pin;
import org.hypscope.ui.timeline.TimelineModel.Spot;
import org.hypscope.ui.timeline.TimelineModel.Tick;

/**
 * Draws a stretch of a run. What is nearer to its neighbour than can be seen is drawn with it, and
 * says how many are drawn so: a picture of a million events has no more shapes than there are
 * pixels, and takes no longer than to look for each of them.
 */
final class TimelinePicture {
  /** Kinds of events whose instruction retires, so that the mode changes after it. */
  private static final Set<String> RETIRING = Set.of("hvc", "svc", "smc", "eret");

  /** Arrows and marks are so many times wider than the narrowest bar. */
  private static final int ARROW = 3;

  /** Where a cell of the grid is shorter, entries before the same instruction are told apart. */
  private static final double FINE = 0.25;

  private final TimelineView view;
  private final RunIndex index;
  private final Stretch stretch;
  private final double near;
  private final Groups arrows;
  private final List<Mode> lanes;

  /** {@code near}: bars nearer than this fraction of the stretch are drawn as one. */
  TimelinePicture(TimelineView view, RunIndex index, Stretch stretch, double near) {
    this.view = view;
    this.index = index;
    this.stretch = stretch;
    this.near = near;
    this.arrows = new Groups(stretch, ARROW * near);
    this.lanes = List.copyOf(index.modes());
  }

  Picture draw(
      List<OwnerSpan> owners,
      List<Finding> findings,
      List<Bookmark> bookmarks,
      List<BranchView> left) {
    return new Picture(
        lanes,
        bars(),
        jumps(),
        bands(owners),
        flags(findings),
        pins(bookmarks),
        forks(left),
        checkpoints(),
        stretch.units(near));
  }

  private double at(Mark mark) {
    return stretch.fraction(Stretch.place(mark));
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (Mode mode : lanes) {
      int size = index.count(mode);
      int n = Sorted.first(size, i -> at(index.span(mode, i).to()) >= 0);
      while (n < size && at(index.span(mode, n).from()) <= 1) {
        int last = lastNear(mode, n, size);
        bars.add(bar(mode, n, last));
        n = last + 1;
      }
    }
    return bars;
  }

  /** The last of the spans in {@code mode} that follow each other too closely to be told apart. */
  private int lastNear(Mode mode, int first, int size) {
    int last = first;
    int before;
    do {
      before = last;
      double end = Math.min(1, at(index.span(mode, last).to())) + near;
      last = Sorted.first(last + 1, size, i -> at(index.span(mode, i).from()) >= end) - 1;
    } while (last > before && at(index.span(mode, last).to()) < 1);
    return last;
  }

  private Bar bar(Mode mode, int first, int last) {
    TimelineView.Span begin = index.span(mode, first);
    TimelineView.Span end = index.span(mode, last);
    boolean open = end.to().equals(view.end());
    double from = Math.max(0, at(begin.from()));
    double to = Math.max(from, Math.min(1, at(end.to())));
    int times = last - first + 1;
    String many = times > 1 ? String.format(" %,d times", times) : "";
    String words =
        mode + many + ", from " + begin.from() + (open ? " up to now" : " to " + end.to());
    return new Bar(lanes.indexOf(mode), mode, from, to, open, words);
  }

  private List<Jump> jumps() {
    List<Jump> jumps = new ArrayList<>();
    boolean fine = ARROW * near * stretch.length() < FINE;
    arrows.each(
        index.count(),
        n -> fine ? place(n) : whole(n),
        (first, after) -> jumps.add(jump(first, after)));
    return jumps;
  }

  private double whole(int n) {
    return index.event(n).at() + (retires(index.event(n)) ? 1 : 0);
  }

  /** Where the event leads to: after its instruction, or among the entries before one. */
  private double place(int n) {
    TraceEvent event = index.event(n);
    return retires(event)
        ? event.at() + 1
        : Stretch.place(new Mark(event.at(), index.entriesBefore(n) + 1));
  }

  private static boolean retires(TraceEvent event) {
    return RETIRING.contains(event.kind());
  }

  private Jump jump(int n, int after) {
    TraceEvent event = index.event(n);
    Mark instant = index.instant(n);
    String label = event.isHvc() ? "HVC " + index.hvc(n) : event.kind();
    String words =
        String.format(
            "%s %s: %s to %s, 0x%08x %s",
            instant, label, event.mode(), event.toMode(), event.pc(), event.symbol());
    return new Jump(
        lanes.indexOf(event.mode()),
        lanes.indexOf(event.toMode()),
        event.toMode(),
        stretch.fraction(place(n)),
        event.isReturn() ? "" : label,
        Spot.at(instant, words + more(after - n, index.instant(after - 1))));
  }

  /** Says that {@code count} are drawn as one. */
  private static String more(int count, Mark last) {
    return count > 1 ? String.format(", and %,d more up to %s", count - 1, last) : "";
  }

  private List<Band> bands(List<OwnerSpan> owners) {
    List<Band> bands = new ArrayList<>();
    int size = owners.size();
    int n = Sorted.first(size, i -> i == size - 1 || at(owners.get(i).to()) >= 0);
    while (n < size && at(owners.get(n).from()) <= 1) {
      double edge = at(owners.get(n).from()) + near;
      int after = Sorted.first(n + 1, size, i -> at(owners.get(i).to()) > edge);
      bands.add(band(owners, n, after));
      n = after;
    }
    return bands;
  }

  private Band band(List<OwnerSpan> owners, int n, int after) {
    OwnerSpan span = owners.get(n);
    OwnerSpan end = owners.get(after - 1);
    double from = Math.max(0, at(span.from()));
    String words =
        String.format(
            "HVBAR 0x%08x, %s, from %s: %s",
            span.hvbar(), span.owner().label(), span.from(), span.owner().reason());
    return new Band(
        from,
        Math.max(from, Math.min(1, at(end.to()))),
        after == owners.size(),
        span.owner().label(),
        span.owner().ownerClass().word(),
        words + more(after - n, end.from()));
  }

  private List<Flag> flags(List<Finding> findings) {
    return marks(findings, Finding::at, f -> f.at() + " " + f.rule() + ": " + f.what(), Flag::new);
  }

  private List<Pin> pins(List<Bookmark> bookmarks) {
    return marks(bookmarks, Bookmark::at, b -> b.at() + " " + b.words(), Pin::new);
  }

  private List<Tick> checkpoints() {
    return marks(view.checkpoints(), mark -> mark, mark -> "Checkpoint at " + mark, Tick::new);
  }

  private <T, S> List<S> marks(
      List<T> things, Function<T, Mark> mark, Function<T, String> words, Shaper<S> shape) {
    List<S> shapes = new ArrayList<>();
    arrows.each(
        things.size(),
        n -> Stretch.place(mark.apply(things.get(n))),
        (first, after) -> {
          Mark at = mark.apply(things.get(first));
          String more = more(after - first, mark.apply(things.get(after - 1)));
          shapes.add(shape.of(at(at), Spot.at(at, words.apply(things.get(first)) + more)));
        });
    return shapes;
  }

  private interface Shaper<S> {
    S of(double at, Spot spot);
  }

  /** Each by itself: there are few, and each must be there to click. */
  private List<Fork> forks(List<BranchView> left) {
    return left.stream()
        .filter(each -> at(each.from()) >= 0 && at(each.from()) <= 1)
        .sorted(Comparator.comparing(BranchView::from))
        .map(b -> new Fork(at(b.from()), new Spot(forkWords(b), null, b.number())))
        .toList();
  }

  private static String forkWords(BranchView left) {
    return String.format(
        "Run %d was left here, at %s; it went on to %s. Click: go back to it.",
        left.number(), left.from(), left.end());
  }
}
