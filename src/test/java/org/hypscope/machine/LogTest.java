package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A frozen log must stay as it was, and a log must not grow without end. */
class LogTest {
  @Property(tries = 50)
  void frozenViewsStayAsTheyWere(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Log<Integer> log = new Log<>(1_000);
    List<Integer> model = new ArrayList<>();
    List<List<Integer>> views = new ArrayList<>();
    List<List<Integer>> expected = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      int action = random.nextInt(20);
      if (action == 0) {
        views.add(log.freeze());
        expected.add(List.copyOf(model));
      } else if (action < 4 && !model.isEmpty()) {
        int at = random.nextInt(model.size());
        log.set(at, -i);
        model.set(at, -i);
      } else {
        log.add(i);
        model.add(i);
      }
    }
    for (int i = 0; i < views.size(); i++) {
      assertThat(views.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void onlyTheNewestEntriesAreKept() {
    Log<Integer> log = new Log<>(1_000);
    for (int i = 0; i < 100_000; i++) {
      log.add(i);
    }
    List<Integer> kept = log.freeze();
    assertThat(kept.size()).isBetween(1_000, 2_000);
    assertThat(kept.get(kept.size() - 1)).isEqualTo(99_999);
    assertThat(kept.get(0)).isEqualTo((int) log.first());
    assertThat(log.get(log.first() - 1)).isNull();
    log.set(0, 5);
    assertThat(log.freeze()).isEqualTo(kept);
  }
}
