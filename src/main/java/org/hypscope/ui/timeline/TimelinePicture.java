package org.hypscope.ui.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hypscope.abi.Finding;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;
import org.hypscope.ui.TimeState.Bookmark;
import org.hypscope.ui.timeline.TimelineModel.Band;
import org.hypscope.ui.timeline.TimelineModel.Bar;
import org.hypscope.ui.timeline.TimelineModel.Flag;
import org.hypscope.ui.timeline.TimelineModel.Fork;
import org.hypscope.ui.timeline.TimelineModel.Jump;
import org.hypscope.ui.timeline.TimelineModel.Picture;
import org.hypscope.ui.timeline.TimelineModel.Pin;
import org.hypscope.ui.timeline.TimelineModel.Spot;

/**
 * Draws a stretch of a run. What is nearer to its neighbour than can be seen is drawn with it, so
 * that a picture of a hundred thousand events has no more shapes than there are pixels.
 */
final class TimelinePicture {
  /** Kinds of events whose instruction retires, so that the mode changes after it. */
  private static final Set<String> RETIRING = Set.of("hvc", "svc", "smc", "eret");

  private final TimelineView view;
  private final Stretch stretch;
  private final double near;
  private final List<Mode> lanes;

  /** {@code near}: neighbours nearer than this fraction of the stretch are drawn as one. */
  TimelinePicture(TimelineView view, Stretch stretch, double near) {
    this.view = view;
    this.stretch = stretch;
    this.near = near;
    Set<Mode> occurring = EnumSet.noneOf(Mode.class);
    view.spans().forEach(span -> occurring.add(span.mode()));
    this.lanes = List.copyOf(occurring);
  }

  Picture draw(
      List<OwnerSpan> owners,
      List<Finding> findings,
      List<Bookmark> bookmarks,
      List<BranchView> left) {
    return new Picture(
        lanes, bars(), jumps(), bands(owners), flags(findings), pins(bookmarks), forks(left));
  }

  private double at(Mark mark) {
    return stretch.fraction(mark.retired());
  }

  private static boolean isSeen(double at) {
    return at >= 0 && at <= 1;
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    Bar[] open = new Bar[lanes.size()];
    for (int n = firstSpan(); n < view.spans().size(); n++) {
      TimelineView.Span span = view.spans().get(n);
      double from = Math.max(0, at(span.from()));
      if (from > 1) {
        break;
      }
      Bar bar = bar(span, from);
      Bar before = open[bar.lane()];
      if (before != null && from - before.to() < near) {
        bar = new Bar(bar.lane(), bar.mode(), before.from(), bar.to(), bar.last(), bar.words());
      } else if (before != null) {
        bars.add(before);
      }
      open[bar.lane()] = bar;
    }
    for (Bar each : open) {
      if (each != null) {
        bars.add(each);
      }
    }
    return bars;
  }

  private Bar bar(TimelineView.Span span, double from) {
    boolean open = span.to().equals(view.end());
    String words = span.mode() + (open ? ", up to now" : ", up to " + span.to());
    double to = Math.max(from, Math.min(1, at(span.to())));
    return new Bar(lanes.indexOf(span.mode()), span.mode(), from, to, open, words);
  }

  /** The index of the first span that ends in the stretch, or after it. */
  private int firstSpan() {
    int low = 0;
    int high = view.spans().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (view.spans().get(middle).to().retired() < stretch.from()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<Jump> jumps() {
    List<Jump> jumps = new ArrayList<>();
    int calls = 0;
    for (TraceEvent event : view.events()) {
      if (event.isHvc()) {
        calls++;
      }
      double at = stretch.fraction(event.at() + (RETIRING.contains(event.kind()) ? 1 : 0));
      if (at > 1) {
        break;
      }
      boolean near = !jumps.isEmpty() && at - jumps.get(jumps.size() - 1).at() < this.near;
      if (at >= 0 && event.core() == view.core() && !event.isFirmwareCall() && !near) {
        jumps.add(jump(event, calls, at));
      }
    }
    return jumps;
  }

  private Jump jump(TraceEvent event, int calls, double at) {
    String label = event.isHvc() ? "HVC " + calls : event.kind();
    String words =
        String.format(
            "#%d %s: %s to %s, 0x%08x %s",
            event.at(), label, event.mode(), event.toMode(), event.pc(), event.symbol());
    return new Jump(
        lanes.indexOf(event.mode()),
        lanes.indexOf(event.toMode()),
        event.toMode(),
        at,
        event.isReturn() ? "" : label,
        Spot.at(event.mark(), words));
  }

  private List<Band> bands(List<OwnerSpan> owners) {
    List<Band> bands = new ArrayList<>();
    for (int n = 0; n < owners.size(); n++) {
      OwnerSpan span = owners.get(n);
      boolean last = n == owners.size() - 1;
      double from = Math.max(0, at(span.from()));
      double to = Math.min(1, at(span.to()));
      boolean near = !bands.isEmpty() && to - bands.get(bands.size() - 1).from() < this.near;
      if (from <= 1 && (to >= 0 || last) && (last || !near)) {
        bands.add(band(span, from, Math.max(from, to), last));
      }
    }
    return bands;
  }

  private static Band band(OwnerSpan span, double from, double to, boolean last) {
    String words =
        String.format(
            "HVBAR 0x%08x, %s, from %s: %s",
            span.hvbar(), span.owner().label(), span.from(), span.owner().reason());
    return new Band(from, to, last, span.owner().label(), span.owner().ownerClass().word(), words);
  }

  private List<Flag> flags(List<Finding> findings) {
    return findings.stream()
        .filter(each -> isSeen(at(each.at())))
        .map(f -> new Flag(at(f.at()), Spot.at(f.at(), f.at() + " " + f.rule() + ": " + f.what())))
        .toList();
  }

  private List<Pin> pins(List<Bookmark> bookmarks) {
    return bookmarks.stream()
        .filter(each -> isSeen(at(each.at())))
        .map(b -> new Pin(at(b.at()), b.name(), Spot.at(b.at(), b.at() + " " + b.name())))
        .toList();
  }

  private List<Fork> forks(List<BranchView> left) {
    return left.stream()
        .filter(each -> isSeen(at(each.from())))
        .map(
            b ->
                new Fork(
                    at(b.from()),
                    new Spot(
                        String.format(
                            "Run %d was left here, at %s; it went on to %s. Click: go back to it.",
                            b.number(), b.from(), b.end()),
                        null,
                        b.number())))
        .toList();
  }
}
