package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * Who answers at HVBAR.
 *
 * @param label what a ribbon shows: the contract, or {@code unknown}, {@code no code} or {@code
 *     overwritten}
 * @param contracts the contracts whose probes all match, or the one chosen
 * @param ownerClass what HVBAR points at
 * @param symbol the symbol at HVBAR, or its address
 * @param confidence how sure that is
 * @param evidence probe by probe: what was tried, and what was seen
 */
record Handler(
    String label,
    List<Contract> contracts,
    OwnerClass ownerClass,
    String symbol,
    Confidence confidence,
    List<String> evidence) {
  /** The contract, if it is known and only one. */
  Optional<Contract> contract() {
    return contracts.size() == 1 ? Optional.of(contracts.get(0)) : Optional.empty();
  }

  /** The call that the handler takes r0 to r3 for. */
  Optional<CallSpec> callFor(int[] registers) {
    return contract().flatMap(c -> c.callFor(registers));
  }

  /** Whether the handler knows no call with these r0 to r3, and answers {@code r0}. */
  boolean refuses(int[] registers, int r0) {
    return contract()
        .filter(c -> c.callFor(registers).isEmpty())
        .flatMap(Contract::badCall)
        .filter(error -> error == r0)
        .isPresent();
  }

  /** One that is known. */
  static Handler known(
      List<Contract> contracts, String symbol, Confidence confidence, List<String> evidence) {
    String label = String.join("/", contracts.stream().map(Contract::id).toList());
    return new Handler(label, contracts, contracts.get(0).owner(), symbol, confidence, evidence);
  }

  List<String> ids() {
    return contracts.stream().map(Contract::id).toList();
  }

  HandlerView view() {
    String sentence =
        contracts.isEmpty() ? "handler: " + label : "handler is " + Words.anyOf(ids());
    return new HandlerView(label, ids(), symbol, ownerClass, sentence, confidence, evidence);
  }
}
