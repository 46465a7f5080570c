package org.hypscope.abi;

import java.util.List;

/**
 * Who owns HVBAR.
 *
 * @param label what a ribbon shows, such as {@code K2} or {@code unknown}
 * @param ownerClass what HVBAR points at
 * @param contractIds the contracts that match by behaviour
 * @param symbol the symbol at HVBAR, or its address
 * @param reason why, in one sentence
 */
public record HvbarOwner(
    String label, OwnerClass ownerClass, List<String> contractIds, String symbol, String reason) {
  /** Copies the list. */
  public HvbarOwner {
    contractIds = List.copyOf(contractIds);
  }
}
