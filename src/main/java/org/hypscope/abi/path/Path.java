package org.hypscope.abi.path;

import java.util.List;
import java.util.Optional;

/**
 * A kernel's way to the next one, executed.
 *
 * @param id which
 * @param entry address at which the image is entered for it
 * @param steps what happened, in order; at least one
 * @param end how it ended
 * @param sentence the end in one sentence, with who owns HVBAR then
 */
public record Path(PathId id, int entry, List<PathStep> steps, PathEnd end, String sentence) {
  /** Copies the list. */
  public Path {
    steps = List.copyOf(steps);
  }

  /** The first step at which the kernel did not get what it was promised, if there is one. */
  public Optional<PathStep> broken() {
    return steps.stream().filter(PathStep::broken).findFirst();
  }

  /** The command that opens this path as a session standing at {@code step}. */
  public String command(PathStep step) {
    return "run %s --entry %s --to %s --registers".formatted(id.image(), id.symbol(), step.mark());
  }
}
