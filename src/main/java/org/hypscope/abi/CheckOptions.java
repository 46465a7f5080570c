package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * How an image is checked.
 *
 * @param own contracts of the user's own, beside the built-in ones
 * @param caller the caller's convention for every call, or as it fits
 * @param handler the contract id that every handler is taken for, or empty to tell by behaviour
 * @param steps the limit, in steps
 */
public record CheckOptions(
    List<Contract> own, CallerChoice caller, Optional<String> handler, long steps) {
  /** The default limit, in steps. */
  public static final long DEFAULT_STEPS = 50_000_000;

  /** Copies the list. */
  public CheckOptions {
    own = List.copyOf(own);
  }

  /** Built-in contracts, everything told by behaviour, the default limit. */
  public static CheckOptions defaults() {
    return new CheckOptions(List.of(), CallerChoice.automatic(), Optional.empty(), DEFAULT_STEPS);
  }
}
