package org.hypscope.time;

import java.util.List;
import org.hypscope.machine.Machine;

/** Timelines for tests of other packages. */
public final class Timelines {
  private static final long BUDGET = 1L << 30;

  private Timelines() {}

  /** The run of {@code machine} that meets {@code inputs}, with checkpoints so many steps apart. */
  public static Timeline spaced(Machine machine, List<InputJournal.Entry> inputs, long spacing) {
    return new Timeline(machine, new InputJournal(inputs), spacing, BUDGET);
  }
}
