package org.hypscope.debug;

import java.util.List;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;

/**
 * A run that was left for another by an edit, or by typing, where it had gone on before.
 *
 * @param number its number, by which it can be gone back to
 * @param from where the two part
 * @param end the farthest place that it had been at
 * @param inputs all that came into it, oldest first, from its beginning on: they make it again
 */
public record BranchView(int number, Mark from, Mark end, List<InputJournal.Entry> inputs) {
  /** Copies the inputs. */
  public BranchView {
    inputs = List.copyOf(inputs);
  }
}
