package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * Which conventions the caller of a hypercall can speak.
 *
 * @param candidates the conventions that fit, all equally well
 * @param evidence why, one sentence an item
 * @param confidence how sure that is
 * @param chosen whether the user's choice decided
 * @param vmid the guest that calls, or 0 for the host
 */
record Callers(
    List<Candidate> candidates,
    List<String> evidence,
    Confidence confidence,
    boolean chosen,
    int vmid) {
  /** A convention and the call in it. */
  record Candidate(Contract contract, CallSpec call) {}

  Callers {
    candidates = List.copyOf(candidates);
    evidence = List.copyOf(evidence);
  }

  /** The kind of call that all agree on, if they do. */
  Optional<CallKind> kind() {
    List<CallKind> kinds = candidates.stream().map(c -> c.call().kind()).distinct().toList();
    return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
  }

  /** The address that all agree is to be entered in HYP for good, as the register holds it. */
  Optional<Integer> entered(int[] registers) {
    List<Integer> targets =
        candidates.stream()
            .map(c -> c.call().enters() < 0 ? null : (Integer) registers[c.call().enters()])
            .distinct()
            .toList();
    return targets.size() == 1 ? Optional.ofNullable(targets.get(0)) : Optional.empty();
  }

  CallerView view() {
    List<String> ids = candidates.stream().map(c -> c.contract().id()).toList();
    String call = kind().map(CallKind::word).orElse("unknown");
    return new CallerView(ids, call, sentence(ids, call), confidence, vmid, evidence, chosen);
  }

  private String sentence(List<String> ids, String call) {
    String who = vmid == 0 ? "caller" : "guest (VMID " + vmid + ")";
    if (ids.isEmpty()) {
      return who + " speaks no known convention";
    }
    List<String> names = candidates.stream().map(c -> c.call().title()).distinct().toList();
    return who + " speaks " + Words.anyOf(ids) + ": " + (names.size() == 1 ? names.get(0) : call);
  }
}
