package org.hypscope.abi;

import java.util.Map;

/**
 * A contract, executed on an image's handler.
 *
 * @param image the image's name
 * @param handler the handler's symbol, or its address
 * @param contract the contract that the handler follows
 * @param seen what was seen of each clause that could be executed
 */
public record Executed(String image, String handler, Contract contract, Map<Clause, Seen> seen) {
  /**
   * What was seen.
   *
   * @param held whether the clause held
   * @param what what happened, in a sentence
   */
  public record Seen(boolean held, String what) {}

  /** Copies the map. */
  public Executed {
    seen = Map.copyOf(seen);
  }
}
