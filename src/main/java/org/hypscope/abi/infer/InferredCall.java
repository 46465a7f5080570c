package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One call of an inferred convention.
 *
 * @param behaviour what it does
 * @param regions for which inputs, narrowest first
 * @param plain whether most register contents make it
 * @param used inputs that are looked at beyond telling the call
 */
record InferredCall(Behaviour behaviour, List<Region> regions, boolean plain, BitSet used) {
  Run example() {
    return regions.get(plain ? regions.size() - 1 : 0).example();
  }

  /** The same, plain or not. */
  InferredCall asPlain(boolean isPlain) {
    return new InferredCall(behaviour, regions, isPlain, used);
  }

  /** The calls, of which the one that most register contents make is marked as plain. */
  static List<InferredCall> markPlain(List<InferredCall> calls) {
    double most = calls.stream().mapToDouble(InferredCall::share).max().orElse(0);
    List<InferredCall> marked = new ArrayList<>();
    boolean found = false;
    for (InferredCall each : calls) {
      boolean plain = !found && each.share() == most;
      found |= plain;
      marked.add(each.asPlain(plain));
    }
    return marked;
  }

  /** Which share of all register contents make it. */
  double share() {
    return regions.stream().mapToDouble(Region::share).sum();
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
    if (plain && regions.size() > 1) {
      return "anything else, such as " + Conditions.text(regions.get(regions.size() - 1));
    }
    return String.join(" or ", regions.stream().map(Conditions::text).toList());
  }
}
