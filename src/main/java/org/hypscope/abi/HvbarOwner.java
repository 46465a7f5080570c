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

  /** The owner as a hypercall saw it. */
  static HvbarOwner of(HandlerView handler) {
    String reason = handler.evidence().isEmpty() ? "" : handler.evidence().get(0);
    return new HvbarOwner(
        handler.label(), handler.ownerClass(), handler.contractIds(), handler.owner(), reason);
  }
}
