package org.hypscope.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.Finding;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;
import org.hypscope.ui.TimeState.Bookmark;

/**
 * The run as a picture, the whole of it or a stretch. Places are fractions of the stretch; the axis
 * is a little longer than the run, so that most steps only move what stands at {@link #now}.
 */
public final class TimelineModel {
  /** Neighbours nearer than so many pixels are drawn as one. */
  private static final double NEAR = 2;

  /** The axis is longer than the run by less than this fraction of it. */
  private static final int SLACK = 512;

  /** One step of zooming makes things so much larger. */
  private static final double ZOOM = 1.5;

  /**
   * What a shape says, and where a click on it leads.
   *
   * @param at the instant; null for none
   * @param branch the number of the run that was left; 0 for none
   */
  public record Spot(String words, Mark at, int branch) {
    static Spot at(Mark at, String words) {
      return new Spot(words, at, 0);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A run in one mode.
   *
   * @param lane index into {@link Picture#lanes}
   * @param last whether it reaches as far as the run is known
   */
  public record Bar(int lane, Mode mode, double from, double to, boolean last, String words) {}

  /**
   * An exception entry or return.
   *
   * @param label what to write beside it where there is room
   */
  public record Jump(int from, int to, Mode mode, double at, String label, Spot spot) {}

  /** A span of the ribbon that says who owns HVBAR; the last one reaches to the end. */
  public record Band(
      double from, double to, boolean last, String label, String styleClass, String words) {}

  /** A finding's place. */
  public record Flag(double at, Spot spot) {}

  /** A bookmark's place. */
  public record Pin(double at, String name, Spot spot) {}

  /** Where another run parts from this one. */
  public record Fork(double at, Spot spot) {}

  /** What is shown: modes that occur, top lane last, and what happens in and between them. */
  public record Picture(
      List<Mode> lanes,
      List<Bar> bars,
      List<Jump> jumps,
      List<Band> bands,
      List<Flag> flags,
      List<Pin> pins,
      List<Fork> forks) {}

  /** What a picture is made of; the same key makes the same picture. */
  private record Key(
      String image,
      int core,
      Stretch stretch,
      double width,
      int branch,
      int events,
      TraceEvent lastEvent,
      int spans,
      List<OwnerSpan> owners,
      List<Finding> findings,
      List<Bookmark> bookmarks,
      List<BranchView> left) {}

  /** What is beside the run itself. */
  private record Beside(List<OwnerSpan> owners, List<Finding> findings, List<Bookmark> bookmarks) {}

  private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper now = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper end = new ReadOnlyDoubleWrapper();
  private Snapshot snapshot;
  private TimelineView shown;
  private Beside beside;
  private Stretch stretch = Stretch.whole(1);
  private double width = 1000;
  private Key drawn;

  /** What is shown; null while nothing is open. It changes only where more than now has moved. */
  public ReadOnlyObjectProperty<Picture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** Shows the run of {@code of}, around where it stands; null shows nothing. */
  public void show(
      Snapshot of, List<OwnerSpan> owners, List<Finding> findings, List<Bookmark> bookmarks) {
    boolean other = of == null || shown == null || !of.imageName().equals(snapshot.imageName());
    boolean moved = !other && !of.timeline().now().equals(shown.now());
    snapshot = of;
    shown = of == null ? null : of.timeline();
    beside =
        new Beside(
            owners.stream()
                .map(o -> new OwnerSpan(o.hvbar(), o.owner(), o.from(), o.to()))
                .toList(),
            List.copyOf(findings),
            List.copyOf(bookmarks));
    if (shown == null) {
      drawn = null;
      picture.set(null);
      return;
    }
    double axis = axis(shown.end().retired());
    stretch = other ? Stretch.whole(axis) : stretch.on(axis);
    if (moved) {
      stretch = stretch.showing(shown.now().retired());
    }
    refresh();
  }

  /** The picture is {@code pixels} wide. */
  public void fit(double pixels) {
    width = Math.max(1, pixels);
    refresh();
  }

  /** Makes things larger (positive) or smaller, and leaves {@code fraction} where it is. */
  public void zoom(double steps, double fraction) {
    use(stretch.zoomed(Math.pow(ZOOM, -steps), stretch.retired(fraction)));
  }

  /** As {@link #zoom}, around where the run stands. */
  public void zoomAtNow(double steps) {
    if (shown != null) {
      double here = shown.now().retired();
      use(stretch.showing(here).zoomed(Math.pow(ZOOM, -steps), here));
    }
  }

  /** Moves what is shown by a fraction of itself; positive shows what is later. */
  public void pan(double fraction) {
    use(stretch.moved(fraction * stretch.length()));
  }

  /** Shows the whole run. */
  public void showWhole() {
    use(Stretch.whole(stretch.axis()));
  }

  /** Moves what is shown so that {@code mark} is seen. */
  public void reveal(Mark mark) {
    if (mark != null) {
      use(stretch.showing(mark.retired()));
    }
  }

  /** As {@link #reveal}, of what is at a fraction of the whole run, in the middle. */
  public void revealOfWhole(double fraction) {
    use(stretch.around(fraction * stretch.axis()));
  }

  /** Whether less than the whole run is shown. */
  public boolean isZoomed() {
    return !stretch.isWhole();
  }

  /** Where what is shown begins and ends in the whole run, 0 to 1. */
  public double[] inWhole() {
    return new double[] {stretch.from() / stretch.axis(), stretch.to() / stretch.axis()};
  }

  /** Where the run stands in the whole run, 0 to 1. */
  public double nowInWhole() {
    return shown == null ? 0 : shown.now().retired() / stretch.axis();
  }

  /** The instant that is drawn at {@code fraction}, no later than the run is known. */
  public Optional<Mark> markAt(double fraction) {
    if (shown == null) {
      return Optional.empty();
    }
    long retired = Math.max(0, Math.round(stretch.retired(fraction)));
    Mark end = shown.end();
    return Optional.of(retired >= end.retired() ? end : new Mark(retired, 0));
  }

  /** The event of this core before or after where the run stands, nearest to it. */
  public Optional<Mark> nextEvent(boolean later) {
    if (shown == null) {
      return Optional.empty();
    }
    Mark found = null;
    for (TraceEvent each : shown.events()) {
      int order = each.mark().compareTo(shown.now());
      if (each.core() == shown.core() && (later ? order > 0 && found == null : order < 0)) {
        found = each.mark();
      }
    }
    return Optional.ofNullable(found);
  }

  /** {@code #12 to #345}, of which core, and where in it the run stands. */
  public String words() {
    if (shown == null) {
      return "";
    }
    long last = Math.min(shown.end().retired(), (long) stretch.to());
    String core = snapshot.cores().size() > 1 ? "core " + shown.core() + "  " : "";
    return String.format("%s#%d to #%d", core, (long) stretch.from(), last);
  }

  /** The core that is shown, where there are several. */
  public Optional<Integer> core() {
    boolean several = shown != null && snapshot.cores().size() > 1;
    return several ? Optional.of(shown.core()) : Optional.empty();
  }

  /** Whether the run is known to go on from where it stands. */
  public boolean isPast() {
    return snapshot != null && snapshot.isPast();
  }

  /** Where the run stands, 0 to 1; outside where that is not drawn. */
  public ReadOnlyDoubleProperty now() {
    return now.getReadOnlyProperty();
  }

  /** How far the run is known: {@link #now}, or farther where the session went back. */
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

  private void use(Stretch wanted) {
    stretch = wanted;
    refresh();
  }

  private void refresh() {
    if (shown == null) {
      return;
    }
    Key key = key();
    if (!key.equals(drawn)) {
      drawn = key;
      picture.set(
          new TimelinePicture(shown, stretch, NEAR / width)
              .draw(beside.owners(), beside.findings(), beside.bookmarks(), snapshot.left()));
    }
    end.set(stretch.fraction(shown.end().retired()));
    now.set(stretch.fraction(shown.now().retired()));
  }

  /** Of an owner's span its beginning: where the last one ends is now. */
  private Key key() {
    List<TraceEvent> events = shown.events();
    return new Key(
        snapshot.imageName(),
        shown.core(),
        stretch,
        width,
        snapshot.branch(),
        events.size(),
        events.isEmpty() ? null : events.get(events.size() - 1),
        shown.spans().size(),
        beside.owners().stream()
            .map(o -> new OwnerSpan(o.hvbar(), o.owner(), o.from(), o.from()))
            .toList(),
        beside.findings(),
        beside.bookmarks(),
        snapshot.left());
  }
}
