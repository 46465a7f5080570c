package org.hypscope.abi.infer;

import java.util.Map;
import java.util.SortedMap;

/**
 * Inputs with which a handler behaves alike.
 *
 * @param behaviour how
 * @param when which values the inputs have that matter; others may have any
 * @param example a run with such inputs
 * @param interworking where an address is entered: whether its bit 0 decides the state
 */
record Region(
    Behaviour behaviour, SortedMap<Integer, Piece> when, Run example, boolean interworking) {
  boolean contains(Inputs inputs) {
    for (Map.Entry<Integer, Piece> each : when.entrySet()) {
      if (!each.getValue().contains(inputs.get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Which share of all register contents it is, at most 1. */
  double share() {
    return when.entrySet().stream()
        .filter(each -> each.getKey() != Inputs.IMMEDIATE)
        .mapToDouble(each -> each.getValue().share())
        .reduce(1, (a, b) -> a * b);
  }
}
