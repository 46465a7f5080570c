package org.hypscope.abi;

import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/** The instant at which a machine stands. */
final class Marks {
  private Marks() {}

  static Mark of(Machine machine) {
    return new Mark(machine.core().retired(), machine.core().exceptionsSinceRetired());
  }
}
