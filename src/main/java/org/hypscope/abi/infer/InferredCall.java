package org.hypscope.abi.infer;

import java.util.BitSet;
import java.util.List;

/**
 * One call of an inferred convention.
 *
 * @param behaviour what it does
 * @param regions for which inputs, narrowest first
 * @param plain whether a call without any meaning is one of them
 * @param state for an entered or called function: whether bit 0 of its address decides its state
 * @param used inputs that are looked at beyond telling the call
 */
record InferredCall(
    Behaviour behaviour, List<Region> regions, boolean plain, boolean state, BitSet used) {
  Run example() {
    return regions.get(0).example();
  }

  /** Which share of all inputs make it, at most 1. */
  double share() {
    return plain ? 1 : regions.stream().mapToDouble(Region::share).sum();
  }

  /** The least value that tells it, unsigned: calls are listed in this order. */
  long first() {
    return regions.stream()
        .flatMap(region -> region.when().values().stream())
        .mapToLong(Piece::first)
        .min()
        .orElse(0);
  }

  /** The inputs that make it, in words. */
  String when() {
    return String.join(" or ", regions.stream().map(Conditions::text).toList());
  }
}
