package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TimelineView.HvbarChange;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** The ribbon grows with the run, and says what one says that is made anew. */
class OwnerHistoryTest {
  private static final HvbarOwner STUB = owner("stub");
  private static final HvbarOwner KVM = owner("kvm");

  private final List<HvbarChange> changes = new ArrayList<>();
  private final OwnerHistory history = new OwnerHistory();
  private int asked;

  @Test
  void aSpanLastsFromTheWriteToTheNext() {
    change(0, 0x100);
    change(50, 0x200);
    history.saw(at(0), 0x100, STUB);
    history.saw(at(60), 0x200, KVM);
    assertThat(history.spans(timeline(100)))
        .containsExactly(
            new OwnerSpan(0x100, STUB, at(0), at(50)), new OwnerSpan(0x200, KVM, at(50), at(100)));
  }

  @Test
  void whoTookOverAtTheSameValueBeginsASpan() {
    change(0, 0x100);
    history.saw(at(0), 0x100, STUB);
    history.saw(at(30), 0x100, KVM);
    assertThat(history.spans(timeline(100)))
        .containsExactly(
            new OwnerSpan(0x100, STUB, at(0), at(30)), new OwnerSpan(0x100, KVM, at(30), at(100)));
  }

  @Test
  void spansThatWereGivenOutStayWhenTheRunGoesOn() {
    change(0, 0x100);
    history.saw(at(0), 0x100, STUB);
    List<OwnerSpan> early = history.spans(timeline(10));
    change(20, 0x200);
    history.saw(at(20), 0x200, KVM);
    assertThat(history.spans(timeline(30))).hasSize(2);
    assertThat(early).containsExactly(new OwnerSpan(0x100, STUB, at(0), at(10)));
  }

  @Test
  void aStepDoesNotGoThroughAllThatWasWritten() {
    for (int n = 0; n < 5_000; n++) {
      change(n, 0x100 * (n % 7));
    }
    history.saw(at(0), 0, STUB);
    history.spans(timeline(6_000));
    asked = 0;
    history.saw(at(6_000), 0x100 * (4_999 % 7), KVM);
    history.spans(timeline(6_001));
    assertThat(asked).isLessThan(20);
  }

  @Test
  void growingSaysTheSameAsBeginningAnew() {
    for (int seed = 0; seed < 60; seed++) {
      new Run(seed).compare();
    }
  }

  /** Writes, looks, drops and new futures in any order. */
  private final class Run {
    private final Random random;
    private final List<HvbarChange> had = new ArrayList<>();
    private final OwnerHistory growing = new OwnerHistory();
    private List<Look> looks = new ArrayList<>();
    private int now;

    Run(int seed) {
      random = new Random(seed);
      had.add(new HvbarChange(Mark.START, 0));
    }

    private record Look(Mark at, int value, HvbarOwner owner) {}

    void compare() {
      for (int n = 0; n < 60; n++) {
        act();
        OwnerHistory anew = new OwnerHistory();
        looks.forEach(look -> anew.saw(look.at, look.value, look.owner));
        TimelineView timeline = view(List.copyOf(had), now);
        assertThat(growing.spans(timeline)).isEqualTo(anew.spans(timeline));
        for (int value = 0; value < 4; value++) {
          Optional<Mark> first = anew.firstAt(timeline, value);
          assertThat(growing.firstAt(timeline, value)).isEqualTo(first);
        }
      }
    }

    private void act() {
      switch (random.nextInt(8)) {
        case 0 -> look(random.nextInt(now + 1));
        case 1, 2 -> look(now);
        case 3 -> drop();
        case 4 -> goOnFrom(random.nextInt(now + 1));
        default -> write();
      }
    }

    private void drop() {
      if (had.size() > 3) {
        had.remove(0);
      }
    }

    private void write() {
      now += random.nextInt(5);
      had.add(new HvbarChange(at(now), random.nextInt(4)));
    }

    private void look(int when) {
      Look look = new Look(at(when), random.nextInt(4), random.nextBoolean() ? STUB : KVM);
      looks.add(look);
      growing.saw(look.at, look.value, look.owner);
    }

    private void goOnFrom(int when) {
      now = when;
      had.removeIf(change -> change.at().retired() > when && change != had.get(0));
      looks = new ArrayList<>(looks.stream().filter(l -> l.at.retired() <= when).toList());
      growing.forgetAfter(at(when));
    }
  }

  private void change(int at, int value) {
    changes.add(new HvbarChange(at(at), value));
  }

  private TimelineView timeline(int end) {
    List<HvbarChange> all = List.copyOf(changes);
    return view(
        new AbstractList<>() {
          @Override
          public HvbarChange get(int index) {
            asked++;
            return all.get(index);
          }

          @Override
          public int size() {
            return all.size();
          }
        },
        end);
  }

  private static TimelineView view(List<HvbarChange> hvbar, int end) {
    return new TimelineView(0, List.of(), List.of(), hvbar, 0, List.of(), at(end), at(end));
  }

  private static Mark at(int retired) {
    return new Mark(retired, 0);
  }

  private static HvbarOwner owner(String label) {
    return new HvbarOwner(label, OwnerClass.UNKNOWN, List.of(), "", "");
  }
}
