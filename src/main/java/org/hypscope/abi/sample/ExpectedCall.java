package org.hypscope.abi.sample;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;

/**
 * What a sample expects of one hypercall; what it leaves out is empty and not compared.
 *
 * @param core the number of the core that makes it
 * @param from the mode that the HVC is executed in
 * @param callers the conventions that attribution must name, in any order
 * @param call the kind of call
 * @param handlers the contracts that attribution must name
 * @param outcome how it ends
 * @param r0After {@code same}, a symbol or a number
 * @param hvbarAfter a symbol or a number
 */
public record ExpectedCall(
    int core,
    Mode from,
    List<String> callers,
    Optional<String> call,
    List<String> handlers,
    Optional<String> outcome,
    Optional<String> r0After,
    Optional<String> hvbarAfter) {
  /** Copies the lists. */
  public ExpectedCall {
    callers = List.copyOf(callers);
    handlers = List.copyOf(handlers);
  }
}
