package org.hypscope.abi;

import java.util.Locale;

/** How sure an attribution is. */
public enum Confidence {
  /** The user chose it, or behaviour leaves one possibility. */
  CERTAIN,
  /** One possibility by registers or by a symbol. */
  LIKELY,
  /** One of several that fit alike. */
  POSSIBLE,
  /** Nothing fits. */
  NONE;

  /** The word used in JSON and text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
