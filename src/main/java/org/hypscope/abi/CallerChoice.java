package org.hypscope.abi;

import java.util.Optional;

/**
 * The caller's convention as the user chose it.
 *
 * @param contractId a contract's id, or empty to take every convention that fits the registers
 */
public record CallerChoice(Optional<String> contractId) {
  /** Every convention that fits. */
  public static CallerChoice automatic() {
    return new CallerChoice(Optional.empty());
  }

  /** The convention {@code contractId}, whatever fits. */
  public static CallerChoice of(String contractId) {
    return new CallerChoice(Optional.of(contractId));
  }
}
