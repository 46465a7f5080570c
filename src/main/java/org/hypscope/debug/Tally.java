package org.hypscope.debug;

import org.hypscope.time.Mark;

/**
 * How often a {@link Breakpoint} was met on its terms, by runs forwards, and where last.
 *
 * @param count all times, those that were passed and logged too
 */
public record Tally(int count, Mark last) {
  Tally and(Mark at) {
    return new Tally(count + 1, at);
  }
}
