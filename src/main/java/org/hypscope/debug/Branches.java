package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;

/**
 * The runs that were left for others, by what came in. Of each only that is kept: it is run again
 * when it is gone back to.
 */
final class Branches {
  /** So many are kept, the newest ones. */
  static final int MOST = 50;

  private final List<BranchView> all = new ArrayList<>();
  private int numbers;

  /** {@code timeline} is left for another run at {@code from}. */
  void keep(Timeline timeline, Mark from) {
    shorten(from);
    keep(from, timeline.end(), timeline.inputs());
  }

  /** Knows {@code left} of another session with the same run, each with a number of its own. */
  void keep(List<BranchView> left) {
    left.forEach(each -> keep(each.from(), each.end(), each.inputs()));
  }

  /**
   * The present run is another one after {@code from}: no run that was left goes with it farther.
   */
  private void shorten(Mark from) {
    all.replaceAll(
        each ->
            each.from().compareTo(from) <= 0
                ? each
                : new BranchView(each.number(), from, each.end(), each.inputs()));
  }

  private void keep(Mark from, Mark end, List<InputJournal.Entry> inputs) {
    if (all.size() == MOST) {
      all.remove(0);
    }
    numbers++;
    all.add(new BranchView(numbers, from, end, inputs));
  }

  /** The last run left parts from the present one at {@code from}. */
  void parted(Mark from) {
    BranchView last = all.remove(all.size() - 1);
    shorten(from);
    if (from.compareTo(last.end()) < 0) {
      all.add(new BranchView(last.number(), from, last.end(), last.inputs()));
    }
  }

  /**
   * The inputs of run {@code number}, which is kept here no longer.
   *
   * @throws CommandException where there is none
   */
  List<InputJournal.Entry> take(int number) {
    BranchView found = find(number);
    all.remove(found);
    return found.inputs();
  }

  /**
   * What came into run {@code number}, which stays here.
   *
   * @throws CommandException where there is none
   */
  List<InputJournal.Entry> inputsOf(int number) {
    return find(number).inputs();
  }

  private BranchView find(int number) {
    return all.stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .orElseThrow(() -> new CommandException("There is no run " + number + " to go back to."));
  }

  List<BranchView> views() {
    return List.copyOf(all);
  }

  /** The index of the last edit among the inputs of {@code timeline}, or -1. */
  static int lastEdit(Timeline timeline) {
    List<InputJournal.Entry> inputs = timeline.inputs();
    int index = inputs.size() - 1;
    while (index >= 0 && isTyped(inputs.get(index))) {
      index--;
    }
    return index;
  }

  static boolean isTyped(InputJournal.Entry entry) {
    return entry.input() instanceof Input.Typed;
  }
}
