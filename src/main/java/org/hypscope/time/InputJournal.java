package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.Core;
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
  private final Machine machine;
  private final List<Input> inputs;
  private int delivered;

  private record Input(long steps, byte[] bytes) {}

  /** An empty journal of {@code machine}. */
  public InputJournal(Machine machine) {
    this(machine, List.of());
  }

  private InputJournal(Machine machine, List<Input> inputs) {
    this.machine = machine;
    this.inputs = new ArrayList<>(inputs);
  }

  /** The same inputs for {@code fresh}, the same machine before its first instruction. */
  public InputJournal again(Machine fresh) {
    return new InputJournal(fresh, inputs);
  }

  /** Types {@code bytes} at the machine's console where it stands: between two runs of it. */
  public void type(byte[] bytes) {
    inputs.subList(delivered, inputs.size()).clear();
    inputs.add(new Input(steps(), bytes.clone()));
    deliver();
  }

  /** Gives the machine what is due where it stands; false where nothing is. */
  public boolean deliver() {
    boolean any = false;
    while (delivered < inputs.size() && inputs.get(delivered).steps <= steps()) {
      machine.type(inputs.get(delivered++).bytes);
      any = true;
    }
    return any;
  }

  /** How many of {@code most} steps the machine may make before {@link #deliver} is to be asked. */
  public long stepsUntilInput(long most) {
    return delivered == inputs.size()
        ? most
        : Math.min(most, inputs.get(delivered).steps - steps());
  }

  private long steps() {
    long total = machine.core().retired();
    for (Core each : machine.cores()) {
      total += each.steps() - each.retired();
    }
    return total;
  }
}
