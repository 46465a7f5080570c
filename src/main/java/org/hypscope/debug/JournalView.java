package org.hypscope.debug;

import java.util.List;
import org.hypscope.time.InputJournal;

/**
 * What makes a run again: what came in, and how far it has come.
 *
 * @param entries all that came in, oldest first, what comes after the present instant included
 * @param steps the steps made before the instant, by all cores
 * @param end the steps of the farthest place that the run has been at, not before {@code steps}
 */
public record JournalView(List<InputJournal.Entry> entries, long steps, long end) {
  /** Copies the entries. */
  public JournalView {
    entries = List.copyOf(entries);
  }
}
