package org.hypscope.ui.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.Finding;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

/**
 * The run so far as a picture: places are fractions of an axis that is a little longer than the
 * run, so that most steps only move what stands at {@link #now}.
 */
public final class TimelineModel {
  /** Kinds of events whose instruction retires, so that the mode changes after it. */
  private static final Set<String> RETIRING = Set.of("hvc", "svc", "smc", "eret");

  /** Neighbours nearer than this fraction are drawn as one. */
  private static final double NEAR = 1.0 / 2000;

  /** The axis is longer than the run by less than this fraction of it. */
  private static final int SLACK = 512;

  /**
   * A run in one mode.
   *
   * @param lane index into {@link Picture#lanes}
   * @param to where it ends; of the last one, which reaches to now, where now was
   */
  public record Bar(int lane, Mode mode, double from, double to, boolean last, String words) {}

  /**
   * An exception entry or return.
   *
   * @param label what to write beside it where there is room
   */
  public record Jump(int from, int to, Mode mode, double at, String label, String words) {}

  /** A span of the ribbon that says who owns HVBAR; the last one reaches to now. */
  public record Band(
      double from, double to, boolean last, String label, String styleClass, String words) {}

  /** A finding's place. */
  public record Flag(double at, String words) {}

  /** What is shown: modes that occur, top lane last, and what happens in and between them. */
  public record Picture(
      List<Mode> lanes, List<Bar> bars, List<Jump> jumps, List<Band> bands, List<Flag> flags) {}

  /** What a picture is made of; the same key makes the same picture. */
  private record Key(
      String image,
      int core,
      long axis,
      int events,
      TraceEvent lastEvent,
      int spans,
      List<OwnerSpan> owners,
      List<Finding> findings) {}

  private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper now = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper end = new ReadOnlyDoubleWrapper();
  private TimelineView shown;
  private Key drawn;

  /** What is shown; null while nothing is open. It changes only where more than now has moved. */
  public ReadOnlyObjectProperty<Picture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** Shows the run up to {@code snapshot}; null shows nothing. */
  public void show(Snapshot snapshot, List<OwnerSpan> owners, List<Finding> findings) {
    shown = snapshot == null ? null : snapshot.timeline();
    if (shown == null) {
      drawn = null;
      picture.set(null);
      return;
    }
    long axis = axis(shown.end().retired());
    end.set((double) shown.end().retired() / axis);
    now.set((double) shown.now().retired() / axis);
    Key key = key(snapshot.imageName(), axis, owners, findings);
    if (!key.equals(drawn)) {
      drawn = key;
      picture.set(draw(shown, axis, owners, findings));
    }
  }

  /** Where the run stands, 0 to 1. */
  public ReadOnlyDoubleProperty now() {
    return now.getReadOnlyProperty();
  }

  /** How far the run is known, 0 to 1: {@link #now}, or farther where the session went back. */
  public ReadOnlyDoubleProperty end() {
    return end.getReadOnlyProperty();
  }

  /** The events as a Markdown table. */
  public String asMarkdown() {
    if (shown == null) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("| at | core | event | from | to | where |\n|---|---|---|---|---|---|\n");
    for (TraceEvent event : shown.events()) {
      text.append(
          String.format(
              "| #%d | %d | %s | %s | %s | 0x%08x %s |%n",
              event.at(),
              event.core(),
              event.kind(),
              event.mode(),
              event.toMode(),
              event.pc(),
              event.symbol()));
    }
    return text.toString();
  }

  /** {@code length} made longer, by less than can be seen. */
  private static long axis(long length) {
    long unit = Math.max(1, Long.highestOneBit(length) / SLACK);
    return Math.max(1, (length + unit - 1) / unit * unit);
  }

  /** Of an owner's span its beginning: where the last one ends is now. */
  private Key key(String image, long axis, List<OwnerSpan> owners, List<Finding> findings) {
    List<TraceEvent> events = shown.events();
    return new Key(
        image,
        shown.core(),
        axis,
        events.size(),
        events.isEmpty() ? null : events.get(events.size() - 1),
        shown.spans().size(),
        owners.stream().map(o -> new OwnerSpan(o.hvbar(), o.owner(), o.from(), o.from())).toList(),
        List.copyOf(findings));
  }

  private static Picture draw(
      TimelineView view, double length, List<OwnerSpan> owners, List<Finding> findings) {
    Set<Mode> occurring = EnumSet.noneOf(Mode.class);
    view.spans().forEach(span -> occurring.add(span.mode()));
    List<Mode> lanes = List.copyOf(occurring);
    return new Picture(
        lanes,
        bars(view, lanes, length),
        jumps(view, lanes, length),
        bands(owners, length),
        findings.stream()
            .map(f -> new Flag(at(f.at(), length), f.at() + " " + f.rule() + ": " + f.what()))
            .toList());
  }

  private static List<Bar> bars(TimelineView view, List<Mode> lanes, double length) {
    List<Bar> bars = new ArrayList<>();
    Bar[] last = new Bar[lanes.size()];
    for (TimelineView.Span span : view.spans()) {
      int lane = lanes.indexOf(span.mode());
      double from = at(span.from(), length);
      double to = at(span.to(), length);
      Bar before = last[lane];
      if (before != null && from - before.to() < NEAR) {
        bars.remove(before);
        from = before.from();
      }
      boolean open = span.to().equals(view.end());
      String words = span.mode() + (open ? ", now" : ", up to " + span.to());
      last[lane] = new Bar(lane, span.mode(), from, to, open, words);
      bars.add(last[lane]);
    }
    return bars;
  }

  private static List<Jump> jumps(TimelineView view, List<Mode> lanes, double length) {
    List<Jump> jumps = new ArrayList<>();
    int calls = 0;
    for (TraceEvent event : view.events()) {
      if (event.isHvc()) {
        calls++;
      }
      double at = (event.at() + (RETIRING.contains(event.kind()) ? 1 : 0)) / length;
      boolean near = !jumps.isEmpty() && at - jumps.get(jumps.size() - 1).at() < NEAR;
      if (event.core() == view.core() && !event.isFirmwareCall() && !near) {
        jumps.add(jump(event, calls, lanes, at));
      }
    }
    return jumps;
  }

  private static Jump jump(TraceEvent event, int calls, List<Mode> lanes, double at) {
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
        words);
  }

  private static List<Band> bands(List<OwnerSpan> owners, double length) {
    List<Band> bands = new ArrayList<>();
    for (OwnerSpan owner : owners) {
      bands.add(band(owner, length, bands.size() == owners.size() - 1));
    }
    return bands;
  }

  private static Band band(OwnerSpan span, double length, boolean last) {
    String words =
        String.format(
            "HVBAR 0x%08x, %s, from %s: %s",
            span.hvbar(), span.owner().label(), span.from(), span.owner().reason());
    return new Band(
        at(span.from(), length),
        at(span.to(), length),
        last,
        span.owner().label(),
        span.owner().ownerClass().word(),
        words);
  }

  private static double at(Mark mark, double length) {
    return Math.min(1, mark.retired() / length);
  }
}
