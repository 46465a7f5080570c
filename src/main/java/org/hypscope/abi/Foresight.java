package org.hypscope.abi;

import java.util.Optional;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;

/**
 * Runs a hypercall ahead on a fork.
 *
 * @param ending where it ends
 * @param afterWild the exception that the first instruction of a wild branch takes, if it takes one
 */
record Foresight(Ending ending, Optional<Ending.Fault> afterWild) {
  /** Running ahead gives up after this many steps. */
  static final long LIMIT = 100_000;

  /** Runs {@code fork}, which stands at the HVC and is used up. */
  static Foresight run(Machine fork, Optional<Integer> entered, long limit) {
    CallWatch watch = new CallWatch(fork, entered);
    watch.watchFunction(fork.core().r(0) & ~1);
    fork.core()
        .setListener(
            new CoreListener() {
              @Override
              public void unpredictable(Core core, int pc, int word, String reason) {
                watch.unpredictable(core, pc, reason);
              }
            });
    StopCause cause = fork.run(limit, watch);
    Ending ending = watch.ending(cause);
    return new Foresight(ending, afterWild(fork, ending));
  }

  private static Optional<Ending.Fault> afterWild(Machine fork, Ending ending) {
    if (ending.kind() != Ending.Kind.WILD) {
      return Optional.empty();
    }
    fork.run(1, null);
    Core core = fork.core();
    return core.exceptionsSinceRetired() > 0
        ? Optional.of(new Ending.Fault(ending.pc(), core.pc(), ending.last()))
        : Optional.empty();
  }
}
