package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * What a session knows of its hypercalls at one instant.
 *
 * @param current the hypercall at which the session stands, or else the latest one
 * @param standing whether the session stands at the HVC of {@code current}
 * @param verdict what {@code current} did, once it is over
 * @param calls every hypercall before now, in order
 * @param verdicts of those that are over, in order
 * @param findings of all of them, in order, those of {@code current} included
 * @param owners who owned HVBAR of the core that is looked at, from the start to now
 * @param owner who owns HVBAR now, core by core; empty where that is not known
 * @param choice the caller's convention as the user chose it
 */
public record AbiState(
    Optional<AbiView> current,
    boolean standing,
    Optional<Verdict> verdict,
    List<AbiView> calls,
    List<Verdict> verdicts,
    List<Finding> findings,
    List<OwnerSpan> owners,
    List<Optional<HvbarOwner>> owner,
    CallerChoice choice) {
  /** Copies the lists. */
  public AbiState {
    calls = List.copyOf(calls);
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    owners = List.copyOf(owners);
    owner = List.copyOf(owner);
  }

  /** Before anything is known. */
  public static AbiState empty() {
    return new AbiState(
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CallerChoice.automatic());
  }
}
