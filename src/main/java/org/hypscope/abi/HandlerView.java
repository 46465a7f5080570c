package org.hypscope.abi;

import java.util.List;

/**
 * Who answers a hypercall, told by behaviour.
 *
 * @param label in a word or two: the contract's id, or {@code unknown}, {@code no code}, {@code
 *     overwritten}
 * @param contractIds the contracts whose probes all match; empty for an unknown handler
 * @param owner the symbol at HVBAR, or its address: evidence only
 * @param ownerClass what HVBAR points at
 * @param sentence for example "handler is K2"
 * @param confidence how sure that is
 * @param evidence probe by probe: what was tried, and what was seen
 */
public record HandlerView(
    String label,
    List<String> contractIds,
    String owner,
    OwnerClass ownerClass,
    String sentence,
    Confidence confidence,
    List<String> evidence) {
  /** Copies the lists. */
  public HandlerView {
    contractIds = List.copyOf(contractIds);
    evidence = List.copyOf(evidence);
  }
}
