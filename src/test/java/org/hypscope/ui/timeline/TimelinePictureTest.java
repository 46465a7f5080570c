package org.hypscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** A picture has no more shapes than there is room for, and shows each event when near enough. */
class TimelinePictureTest {
  private static final int EVENTS = 100_000;
  private static final int WIDTH = 1000;
  private static final double NEAR = 2.0 / WIDTH;

  private final TimelineView view = view();

  /** A call at each multiple of 10,000, and its return 5,000 later. */
  private static TimelineView view() {
    List<TraceEvent> events = new ArrayList<>();
    List<TimelineView.Span> spans = new ArrayList<>();
    for (int n = 0; n < EVENTS; n++) {
      boolean call = n % 2 == 0;
      long at = 5_000L * n;
      Mode from = call ? Mode.SVC : Mode.HYP;
      Mode to = call ? Mode.HYP : Mode.SVC;
      events.add(event(n + 1, call ? "hvc" : "eret", at, from, to));
      spans.add(new TimelineView.Span(to, new Mark(at, 0), new Mark(at + 5_000, 0)));
    }
    Mark end = new Mark(5_000L * EVENTS, 0);
    return new TimelineView(0, spans, events, List.of(), EVENTS / 2, List.of(), end, end);
  }

  private static TraceEvent event(int n, String kind, long at, Mode from, Mode to) {
    return new TraceEvent(
        n, 0, kind, at, 0, "", from, to, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null);
  }

  private static TimelineModel.Picture draw(TimelineView view, Stretch stretch) {
    Bookmark seen = new Bookmark("seen", new Mark((long) stretch.retired(0.5), 0));
    Bookmark outside = new Bookmark("outside", new Mark((long) stretch.to() + 10, 0));
    return new TimelinePicture(view, new RunIndex(view), stretch, NEAR)
        .draw(List.of(), List.of(), List.of(seen, outside), List.of());
  }

  @Test
  void aHundredThousandEventsAreNoMoreShapesThanPixels() {
    Stretch stretch = Stretch.whole(5_000.0 * EVENTS);
    while (stretch.length() > Stretch.SHORTEST) {
      TimelineModel.Picture picture = draw(view, stretch);
      assertThat(picture.bars()).hasSizeLessThanOrEqualTo(WIDTH);
      assertThat(picture.jumps()).hasSizeLessThanOrEqualTo(WIDTH / 2 + 1);
      assertThat(picture.bars())
          .allMatch(bar -> bar.from() >= 0 && bar.to() <= 1 && bar.from() <= bar.to());
      assertThat(picture.pins()).singleElement().asString().contains("seen");
      stretch = stretch.zoomed(0.25, 123_456_789);
    }
  }

  @Test
  void eachEventIsSeenWhereThereIsRoomAndLeadsToItsInstant() {
    Stretch stretch = Stretch.whole(5_000.0 * EVENTS).zoomed(1e-4, 100_000_000);
    TimelineModel.Picture picture = draw(view, stretch);
    assertThat(picture.jumps()).hasSize(10);
    assertThat(picture.jumps())
        .extracting(jump -> jump.spot().at().retired())
        .contains(100_000_000L, 100_005_000L);
    assertThat(picture.jumps().get(0).label() + picture.jumps().get(1).label())
        .as("calls are counted from the start of the run")
        .contains("HVC 10");
    assertThat(picture.bars()).as("each in its lane").hasSizeBetween(10, 12);
  }

  @Test
  void whatIsOnlyNearWhenFarAwayIsDrawnAsOne() {
    TimelineModel.Picture whole = draw(view, Stretch.whole(5_000.0 * EVENTS));
    assertThat(whole.bars()).as("a bar a lane").hasSize(2);
  }
}
