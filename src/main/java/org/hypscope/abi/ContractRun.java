package org.hypscope.abi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.debug.Target;
import org.hypscope.machine.Machine;

/** Finds the handlers that answer in images, and executes their contracts on them. */
public final class ContractRun {
  private static final int MOST_HANDLERS = 16;

  private ContractRun() {}

  /**
   * Runs {@code image} for at most {@code steps} steps, and executes the contract of every handler
   * that answers a hypercall meanwhile and is recognised.
   */
  public static List<Executed> run(Target image, AbiEngine engine, long steps) {
    Machine machine = Machine.create(image.board(), image.image());
    List<Machine> standing = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    machine
        .core()
        .setListener(
            new CoreListener() {
              @Override
              public void beforeException(
                  Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
                boolean another = kind == ExceptionKind.HVC && seen.add(Sight.hvbar(machine));
                if (another && standing.size() < MOST_HANDLERS) {
                  standing.add(machine.fork());
                }
              }
            });
    machine.run(steps, null);
    return execute(image.image().name(), engine, standing);
  }

  /** The same for a matrix image, with one of its cells for every handler. */
  public static List<Executed> runMatrix(Target image, AbiEngine engine) {
    return execute(image.image().name(), engine, MatrixRun.handlers(image));
  }

  private static List<Executed> execute(String image, AbiEngine engine, List<Machine> machines) {
    List<Executed> all = new ArrayList<>();
    for (Machine machine : machines) {
      Sight sight = engine.sight(machine);
      Handler handler = engine.handler(sight);
      handler
          .contract()
          .map(c -> new Executed(image, handler.symbol(), c, ClauseRun.execute(machine, c)))
          .ifPresent(all::add);
    }
    return all;
  }
}
