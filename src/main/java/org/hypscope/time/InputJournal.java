package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hypscope.machine.Machine;

/**
 * What came into a machine from outside, each with its instant, so that a run of the same image
 * with the same journal is the same run.
 *
 * <p>An instant is told by the steps made, which no two have in common: between two runs of the
 * machine, all time that a wait skips has been skipped. What comes in at an instant replaces all
 * that the journal still has after it.
 */
public final class InputJournal {
  private final List<Entry> entries;
  private int delivered;

  /**
   * One entry.
   *
   * @param steps the steps made before it, by all cores
   */
  public record Entry(long steps, Input input) {}

  /** An empty journal. */
  public InputJournal() {
    this(List.of());
  }

  /** The journal of a machine before its first instruction, which will meet {@code entries}. */
  public InputJournal(List<Entry> entries) {
    this.entries = new ArrayList<>(entries);
  }

  /** The same journal for a copy of the machine. */
  InputJournal fork() {
    InputJournal copy = new InputJournal(entries);
    copy.delivered = delivered;
    return copy;
  }

  /** All entries, oldest first, those yet to come included. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** {@code input} comes into {@code machine}, which has made {@code steps}, now. */
  void add(Machine machine, long steps, Input input) {
    entries.subList(delivered, entries.size()).clear();
    entries.add(new Entry(steps, input));
    deliver(machine, steps, each -> {});
  }

  /**
   * Gives the machine, which has made {@code steps}, what is due, and then tells {@code heard};
   * false where nothing is.
   */
  boolean deliver(Machine machine, long steps, Consumer<Input> heard) {
    int before = delivered;
    while (delivered < entries.size() && entries.get(delivered).steps <= steps) {
      Input input = entries.get(delivered++).input;
      input.deliver(machine);
      heard.accept(input);
    }
    return delivered > before;
  }

  /** The steps at which the next entry is due; the greatest number where there is none. */
  long next() {
    return delivered == entries.size() ? Long.MAX_VALUE : entries.get(delivered).steps;
  }

  /** How many entries the machine has met. */
  int delivered() {
    return delivered;
  }

  /** Has {@code others}, the first of which are those that the machine has met. */
  void replace(List<Entry> others) {
    entries.clear();
    entries.addAll(others);
    delivered = Math.min(delivered, entries.size());
  }

  /** The machine has gone back to where it had met {@code count}. */
  void rewind(int count) {
    delivered = count;
  }
}
