package org.hypscope.abi;

import java.util.List;

/**
 * What the caller of a hypercall means.
 *
 * @param contractIds every convention that fits, or the one chosen; empty where none fits
 * @param call the kind of call in those conventions, such as {@code soft-restart}, or {@code
 *     unknown} where none fits or they disagree
 * @param sentence for example "caller speaks S1: soft-restart"
 * @param confidence how sure that is
 * @param vmid the guest that calls, or 0 for the host
 * @param evidence why, one sentence an item
 * @param chosenByUser whether the user's choice decided
 */
public record CallerView(
    List<String> contractIds,
    String call,
    String sentence,
    Confidence confidence,
    int vmid,
    List<String> evidence,
    boolean chosenByUser) {
  /** Copies the lists. */
  public CallerView {
    contractIds = List.copyOf(contractIds);
    evidence = List.copyOf(evidence);
  }
}
