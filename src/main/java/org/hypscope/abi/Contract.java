package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * A calling convention between kernel and HYP: what a handler does, and what its callers rely on.
 *
 * @param id a short name, such as {@code K2}
 * @param title one line
 * @param kernel the kernel versions
 * @param source where it was read
 * @param immediate the HVC immediate of its calls
 * @param owner what HVBAR points at while it answers
 * @param badCall r0 after a call that is none of {@link #calls}, or empty if there is no such call
 * @param calls in the order in which they are told apart
 * @param probes the behaviour that identifies the handler
 */
public record Contract(
    String id,
    String title,
    String kernel,
    String source,
    int immediate,
    OwnerClass owner,
    Optional<Integer> badCall,
    List<CallSpec> calls,
    List<ProbeSpec> probes) {
  /** Copies the lists. */
  public Contract {
    calls = List.copyOf(calls);
    probes = List.copyOf(probes);
  }

  /** The call that this contract takes r0 to r3 for; empty for a bad call. */
  public Optional<CallSpec> callFor(int[] registers) {
    return calls.stream().filter(call -> call.when().holds(registers)).findFirst();
  }
}
