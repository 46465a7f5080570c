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
  private static final int MOST = 50;

  private final List<Branch> all = new ArrayList<>();
  private int numbers;

  private record Branch(BranchView view, List<InputJournal.Entry> inputs) {}

  /** {@code timeline} is left for another run at {@code from}. */
  void keep(Timeline timeline, Mark from) {
    if (all.size() == MOST) {
      all.remove(0);
    }
    numbers++;
    all.add(new Branch(new BranchView(numbers, from, timeline.end()), timeline.inputs()));
  }

  /** The last run left parts from the present one at {@code from}. */
  void parted(Mark from) {
    Branch last = all.remove(all.size() - 1);
    Mark end = last.view.end();
    if (from.compareTo(end) < 0) {
      all.add(new Branch(new BranchView(last.view.number(), from, end), last.inputs));
    }
  }

  /**
   * The inputs of run {@code number}, which is kept here no longer.
   *
   * @throws CommandException where there is none
   */
  List<InputJournal.Entry> take(int number) {
    Branch found = find(number);
    all.remove(found);
    return found.inputs;
  }

  /**
   * What came into run {@code number}, which stays here.
   *
   * @throws CommandException where there is none
   */
  List<InputJournal.Entry> inputsOf(int number) {
    return find(number).inputs;
  }

  private Branch find(int number) {
    return all.stream()
        .filter(each -> each.view.number() == number)
        .findFirst()
        .orElseThrow(() -> new CommandException("There is no run " + number + " to go back to."));
  }

  List<BranchView> views() {
    return all.stream().map(Branch::view).toList();
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
