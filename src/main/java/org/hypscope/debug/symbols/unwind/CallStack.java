package org.hypscope.debug.symbols.unwind;

import java.util.List;

/**
 * The calls that have not returned.
 *
 * @param frames from the innermost
 * @param end why there are no more, in one sentence
 */
public record CallStack(List<StackFrame> frames, String end) {
  /** The list is copied. */
  public CallStack {
    frames = List.copyOf(frames);
  }
}
