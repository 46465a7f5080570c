package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a hypercall asks for. */
public enum CallKind {
  GET_VECTORS("asks for the HYP vectors"),
  SET_VECTORS("installs HYP vectors"),
  SOFT_RESTART("restarts in HYP at an address"),
  RESET_VECTORS("gives HVBAR back to the stub"),
  CALL_FUNCTION("calls a function in HYP"),
  INIT("initialises KVM in HYP");

  private final String does;

  CallKind(String does) {
    this.does = does;
  }

  /** The word used in YAML, JSON and text, such as {@code soft-restart}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a caller wants of it, as the end of a sentence that starts with "it". */
  public String does() {
    return does;
  }

  /** The kind with this {@link #word()}. */
  public static Optional<CallKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
