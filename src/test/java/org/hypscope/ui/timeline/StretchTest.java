package org.hypscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Zooming and moving keep the place, and never leave the run. */
class StretchTest {
  private static final Offset<Double> ABOUT = Offset.offset(1e-6);

  @Test
  void zoomingKeepsItsPlaceDownToSingleInstructions() {
    Stretch stretch = Stretch.whole(1e9);
    double place = 123_456_789;
    double at = stretch.fraction(place);
    for (int n = 0; n < 60; n++) {
      stretch = stretch.zoomed(1 / 1.5, place);
      assertThat(stretch.fraction(place)).isEqualTo(at, ABOUT);
    }
    assertThat(stretch.length()).isEqualTo(Stretch.SHORTEST);
    for (int n = 0; n < 60; n++) {
      stretch = stretch.zoomed(1.5, place);
    }
    assertThat(stretch).isEqualTo(Stretch.whole(1e9));
  }

  @Test
  void movingEndsAtTheEndsOfTheRun() {
    Stretch stretch = Stretch.whole(1000).zoomed(0.1, 500);
    assertThat(stretch.moved(-1e6).from()).isZero();
    assertThat(stretch.moved(1e6).to()).isEqualTo(1000, ABOUT);
    assertThat(stretch.showing(500)).isEqualTo(stretch);
    assertThat(stretch.showing(900).fraction(900)).isEqualTo(0.5, ABOUT);
  }

  @Test
  void aRunThatGrowsIsFollowedByTheWholeAlone() {
    assertThat(Stretch.whole(1000).on(2000)).isEqualTo(Stretch.whole(2000));
    Stretch part = Stretch.whole(1000).zoomed(0.1, 500);
    assertThat(part.on(2000).from()).isEqualTo(part.from(), ABOUT);
    assertThat(part.on(2000).to()).isEqualTo(part.to(), ABOUT);
    assertThat(part.on(50).isWhole()).isTrue();
  }
}
