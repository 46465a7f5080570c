package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a contract says of HSCTLR.M after a call. */
public enum HypMmu {
  /** As before the call. */
  SAME,
  /** The HYP MMU is off. */
  DISABLED,
  /** The HYP MMU is on. */
  ENABLED,
  /** Nothing is said. */
  ANY;

  /** The word used in YAML. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this {@link #word()}. */
  public static Optional<HypMmu> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
