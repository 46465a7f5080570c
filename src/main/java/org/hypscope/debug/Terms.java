package org.hypscope.debug;

import java.util.Optional;

/**
 * On what terms a run stops at a {@link Breakpoint}.
 *
 * @param enabled whether it is heeded at all
 * @param when the {@link Expression} that must hold; empty for always
 * @param skip how many times each run, in either direction, is to go on
 * @param log whether to say so and go on, and in what words, with values in braces ({@code
 *     r0={r0}}); no words for the usual ones
 */
public record Terms(boolean enabled, String when, int skip, Optional<String> log) {
  /** Always, at once. */
  public static final Terms ALWAYS = new Terms(true, "", 0, Optional.empty());

  /** These, but heeded or not. */
  public Terms enabled(boolean heeded) {
    return new Terms(heeded, when, skip, log);
  }

  /** As {@link StopNames} reads them, behind the place. */
  @Override
  public String toString() {
    return (when.isEmpty() ? "" : " if " + when)
        + (skip == 0 ? "" : ",skip=" + skip)
        + log.map(says -> says.isEmpty() ? ",log" : ",log=\"" + says + "\"").orElse("")
        + (enabled ? "" : ",off");
  }
}
