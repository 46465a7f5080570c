package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a hypercall asks for. */
public enum CallKind {
  /** Asks what HVBAR holds. */
  GET_VECTORS,
  /** Installs HYP vectors. */
  SET_VECTORS,
  /** Enters an address in HYP, and does not come back. */
  SOFT_RESTART,
  /** Gives HVBAR back to the stub. */
  RESET_VECTORS,
  /** Calls a function in HYP. */
  CALL_FUNCTION,
  /** Initialises KVM in HYP. */
  INIT,
  /** Asks a hypervisor or a firmware for one of its services. */
  SERVICE;

  /** The word used in YAML, JSON and text, such as {@code soft-restart}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this {@link #word()}. */
  public static Optional<CallKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
