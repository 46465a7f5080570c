package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Blocks are shared, copied, dropped and used again: a frozen view must never notice. */
class RowsTest {
  private static final int LIMIT = 2_000;

  private record Row(long one, long other, String name) {}

  private record Kept(Rows.Frozen view, List<Row> expected) {
    void check() {
      assertThat(view.size()).isEqualTo(expected.size());
      for (int n = 0; n < view.size(); n++) {
        long[] numbers = view.numbers(n);
        int at = view.offset(n);
        assertThat(new Row(numbers[at], numbers[at + 1], (String) view.object(n)))
            .isEqualTo(expected.get(n));
      }
    }
  }

  @Property(tries = 20)
  void frozenViewsStayAsTheyWereWhileOldRowsAreDropped(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows(2, LIMIT);
    List<Row> model = new ArrayList<>();
    List<Kept> views = new ArrayList<>();
    for (int turn = 0; turn < 40; turn++) {
      add(rows, model, random.nextInt(600), random);
      if (random.nextInt(4) == 0) {
        cut(rows, model, rows.end() - random.nextInt(500));
      }
      change(rows, model, random);
      if (random.nextInt(3) == 0) {
        int first = (int) (model.size() - (rows.end() - rows.first()));
        views.add(new Kept(rows.freeze(), List.copyOf(model.subList(first, model.size()))));
      }
    }
    assertThat(rows.first()).isPositive();
    views.forEach(Kept::check);
  }

  private static void add(Rows rows, List<Row> model, int count, Random random) {
    for (int n = 0; n < count; n++) {
      Row row = new Row(random.nextLong(), n, "name " + n % 3);
      int at = rows.add(row.name);
      rows.newest()[at] = row.one;
      rows.newest()[at + 1] = row.other;
      model.add(row);
    }
  }

  private static void cut(Rows rows, List<Row> model, long index) {
    long to = Math.max(index, rows.first());
    rows.cut(to);
    model.subList((int) to, model.size()).clear();
  }

  private static void change(Rows rows, List<Row> model, Random random) {
    if (rows.end() == rows.first()) {
      return;
    }
    long index = rows.first() + random.nextInt((int) (rows.end() - rows.first()));
    rows.ownNumbers(index)[rows.offset(index)] = index;
    rows.setObject(index, "changed");
    model.set((int) index, new Row(index, model.get((int) index).other, "changed"));
  }
}
