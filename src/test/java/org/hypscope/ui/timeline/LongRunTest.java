package org.hypscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.TimelineView;
import org.hypscope.time.Mark;
import org.hypscope.ui.timeline.LongRuns.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A billion instructions with a million events are drawn by looking at a few of them. */
class LongRunTest {
  private static final long LENGTH = 1_000_000_000;
  private static final int WIDTH = 1_200;

  /** Whatever the number of events: so many for each shape that can be. */
  private static final int MOST_LOOKS = 80 * WIDTH;

  private final TimelineModel model = new TimelineModel();

  private void show(TimelineView view) {
    show(view, 0);
  }

  private void show(TimelineView view, int branch) {
    model.show(new TimelineModel.Run("long", 1, branch, List.of(), view));
  }

  private TimelineModel.Picture picture() {
    return model.picture().get();
  }

  private static long looks(TimelineView view) {
    return ((Made<?>) view.events()).looks() + ((Made<?>) view.spans()).looks();
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 1_000_000})
  void aPictureLooksAtAFewEventsAndHasNoMoreShapesThanPixels(int events) {
    TimelineView view = LongRuns.run(LENGTH, events);
    model.fit(WIDTH);
    show(view);
    for (int zoom = 0; zoom < 45; zoom++) {
      long before = looks(view);
      model.zoom(1, 0.37);
      model.pan(0.1);
      assertThat(looks(view) - before).as("looked at for two pictures").isLessThan(MOST_LOOKS);
      assertThat(picture().jumps()).hasSizeLessThan(WIDTH / 4);
      assertThat(picture().bars()).hasSizeLessThan(WIDTH);
      assertThat(picture().checkpoints()).hasSizeLessThan(WIDTH / 4);
      assertThat(picture().instructions().length).isLessThan(WIDTH / 4);
    }
    assertThat(picture().instructions()).as("single instructions are ruled").isNotEmpty();
  }

  @Test
  void aStepLooksAtNoMoreThanWhatIsNew() {
    model.fit(WIDTH);
    show(LongRuns.run(LENGTH, 1_000_000));
    TimelineModel.Picture before = picture();
    TimelineView back = LongRuns.run(LENGTH, 1_000_000, new Mark(LENGTH - 1, 0));
    show(back);
    assertThat(picture()).as("nothing but now has moved").isSameAs(before);
    assertThat(looks(back)).isLessThan(100);
    TimelineView later = LongRuns.run(LENGTH + 10_000, 1_000_010);
    show(later);
    assertThat(picture()).isNotSameAs(before);
    assertThat(looks(later)).isLessThan(200_000);
  }

  @Test
  void whatIsDrawnAsOneSaysHowManyAndALoneModeIsNotLost() {
    model.fit(WIDTH);
    show(LongRuns.run(LENGTH, 100_000));
    assertThat(picture().lanes()).containsExactly(Mode.SVC, Mode.ABT, Mode.HYP);
    assertThat(picture().bars())
        .filteredOn(bar -> bar.mode() == Mode.ABT)
        .singleElement()
        .satisfies(bar -> assertThat(bar.from()).isBetween(0.499, 0.501));
    assertThat(picture().bars())
        .filteredOn(bar -> bar.mode() == Mode.SVC)
        .singleElement()
        .satisfies(bar -> assertThat(bar.words()).contains("50,000 times"));
    assertThat(picture().jumps()).allMatch(jump -> jump.spot().words().contains(" more up to #"));
    assertThat(told(picture().jumps())).as("all are told of").isEqualTo(100_000);
    assertThat(picture().checkpoints()).allMatch(tick -> tick.spot().words().contains(" more"));
  }

  private static long told(List<TimelineModel.Jump> jumps) {
    return jumps.stream()
        .map(jump -> jump.spot().words().replaceAll(".* and ([0-9,]+) more .*", "$1"))
        .mapToLong(more -> 1 + Long.parseLong(more.replace(",", "")))
        .sum();
  }

  @Test
  void aRunThatIsAnotherFromAnEditOnIsLearntAnew() {
    model.fit(WIDTH);
    show(LongRuns.run(100_000, 10));
    show(LongRuns.run(100_000, 20), 1);
    assertThat(picture().jumps()).hasSize(20);
    show(LongRuns.run(100_000, 4));
    assertThat(picture().jumps()).hasSize(4);
  }

  @Test
  void arrowsGoFromEventToEventWithoutLookingAtAll() {
    model.fit(WIDTH);
    TimelineView view = LongRuns.run(LENGTH, 1_000_000, new Mark(500_000_500, 0));
    show(view);
    long before = looks(view);
    assertThat(model.nextEvent(true)).contains(new Mark(500_001_000, 0));
    assertThat(model.nextEvent(false)).contains(new Mark(500_000_000, 0));
    assertThat(looks(view) - before).isLessThan(500);
  }
}
