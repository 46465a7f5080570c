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
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

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
  public record Pin(double at, Spot spot) {}

  /** A checkpoint's place. */
  public record Tick(double at, Spot spot) {}

  /** Where another run parts from this one. */
  public record Fork(double at, Spot spot) {}

  /**
   * What is shown: modes that occur, top lane last, and what happens in and between them.
   *
   * @param instructions where each single instruction begins, where there is room to tell
   */
  public record Picture(
      List<Mode> lanes,
      List<Bar> bars,
      List<Jump> jumps,
      List<Band> bands,
      List<Flag> flags,
      List<Pin> pins,
      List<Fork> forks,
      List<Tick> checkpoints,
      double[] instructions) {}

  /**
   * What a picture is made of; the same key makes the same picture.
   *
   * @param beside counts the changes of what is beside the run
   */
  private record Key(
      String image,
      int core,
      Stretch stretch,
      double width,
      int branch,
      int events,
      int lastEvent,
      int spans,
      List<Mark> checkpoints,
      List<BranchView> left,
      int beside) {}

  /**
   * What is drawn.
   *
   * @param cores how many there are
   * @param branch see {@link Snapshot#branch}
   * @param left the runs that were left for this one
   */
  record Run(String image, int cores, int branch, List<BranchView> left, TimelineView view) {}

  /** What is beside the run itself. */
  private record Beside(List<OwnerSpan> owners, List<Finding> findings, List<Bookmark> bookmarks) {}

  private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper now = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper end = new ReadOnlyDoubleWrapper();
  private Run run;
  private TimelineView shown;
  private RunIndex index;
  private Beside beside = new Beside(List.of(), List.of(), List.of());
  private int besides;
  private Stretch stretch = Stretch.whole(1);
  private double width = 1000;
  private Key drawn;

  /** What is shown; null while nothing is open. It changes only where more than now has moved. */
  public ReadOnlyObjectProperty<Picture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** Shows the run of {@code of}, around where it stands; null shows nothing. */
  public void show(Snapshot of) {
    if (of != null) {
      show(new Run(of.imageName(), of.cores().size(), of.branch(), of.left(), of.timeline()));
      return;
    }
    run = null;
    shown = null;
    index = null;
    drawn = null;
    picture.set(null);
  }

  void show(Run next) {
    boolean other = run == null || !next.image().equals(run.image());
    boolean moved = !other && !next.view().now().equals(shown.now());
    if (other || next.branch() != run.branch() || !index.follow(next.view())) {
      index = new RunIndex(next.view());
    }
    run = next;
    shown = next.view();
    double axis = axis(shown.end().retired());
    stretch = other ? Stretch.whole(axis) : stretch.on(axis);
    if (moved) {
      stretch = stretch.showing(shown.now().retired());
    }
    refresh();
  }

  /** Shows this beside the run. Of an owner its beginning counts: the last one ends now. */
  public void showBeside(List<OwnerSpan> owners, List<Finding> findings, List<Bookmark> bookmarks) {
    Beside next = new Beside(List.copyOf(owners), List.copyOf(findings), List.copyOf(bookmarks));
    if (!isSame(next.owners(), beside.owners())
        || !next.findings().equals(beside.findings())
        || !next.bookmarks().equals(beside.bookmarks())) {
      besides++;
    }
    beside = next;
    refresh();
  }

  private static boolean isSame(List<OwnerSpan> some, List<OwnerSpan> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int n = 0; n < some.size(); n++) {
      OwnerSpan one = some.get(n);
      OwnerSpan other = others.get(n);
      if (one.hvbar() != other.hvbar()
          || !one.from().equals(other.from())
          || !one.owner().equals(other.owner())) {
        return false;
      }
    }
    return true;
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
    Mark now = shown.now();
    int after =
        Sorted.first(index.count(), n -> index.instant(n).compareTo(now) >= (later ? 1 : 0));
    int found = later ? after : after - 1;
    return found >= 0 && found < index.count()
        ? Optional.of(index.instant(found))
        : Optional.empty();
  }

  /** {@code #12 to #345}, of which core, and where in it the run stands. */
  public String words() {
    if (shown == null) {
      return "";
    }
    long last = Math.min(shown.end().retired(), (long) stretch.to());
    String core = run.cores() > 1 ? "core " + shown.core() + "  " : "";
    return String.format("%s#%d to #%d", core, (long) stretch.from(), last);
  }

  /** The core that is shown, where there are several. */
  public Optional<Integer> core() {
    boolean several = shown != null && run.cores() > 1;
    return several ? Optional.of(shown.core()) : Optional.empty();
  }

  /** Whether the run is known to go on from where it stands. */
  public boolean isPast() {
    return shown != null && shown.now().compareTo(shown.end()) < 0;
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
          new TimelinePicture(shown, index, stretch, NEAR / width)
              .draw(beside.owners(), beside.findings(), beside.bookmarks(), run.left()));
    }
    end.set(stretch.fraction(Stretch.place(shown.end())));
    now.set(stretch.fraction(Stretch.place(shown.now())));
  }

  private Key key() {
    List<TraceEvent> events = shown.events();
    return new Key(
        run.image(),
        shown.core(),
        stretch,
        width,
        run.branch(),
        events.size(),
        events.isEmpty() ? 0 : events.get(events.size() - 1).n(),
        shown.spans().size(),
        shown.checkpoints(),
        run.left(),
        besides);
  }
}
