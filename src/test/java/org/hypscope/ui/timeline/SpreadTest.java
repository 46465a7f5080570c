package org.hypscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Marks at one place stand side by side, at the edge too. */
class SpreadTest {
  @Test
  void marksThatHaveRoomStayWhereTheyAre() {
    assertThat(Spread.apart(new double[] {1, 20, 40}, 10, 100)).containsExactly(1, 20, 40);
  }

  @Test
  void marksAtOnePlaceStandBesideEachOther() {
    assertThat(Spread.apart(new double[] {20, 20, 25, 60}, 10, 100))
        .containsExactly(20, 30, 40, 60);
  }

  @Test
  void marksAtTheEdgeMoveBack() {
    assertThat(Spread.apart(new double[] {50, 95, 95}, 10, 100)).containsExactly(50, 80, 90);
  }
}
