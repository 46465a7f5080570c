package org.hypscope.abi;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** The call does not do what its caller was promised. */
  ERROR,
  /** The call works here, but not by the contract. */
  WARNING;

  /** The word used in JSON and text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
