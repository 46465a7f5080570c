package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * A calling convention between kernel and HYP: what a handler does, and what its callers rely on.
 *
 * @param id a short name, such as {@code K2}
 * @param title one line
 * @param kernel the kernel versions, or what else it belongs to
 * @param source where it was read
 * @param symbols what its vector tables are called: evidence, and the tie-break between contracts
 *     that all match by behaviour
 * @param fingerprints SHA-256 of code that is known to follow it: evidence
 * @param immediate the HVC immediate of its calls
 * @param scope who makes its calls
 * @param owner what HVBAR points at while it answers
 * @param badCall r0 after a call that is none of {@link #calls}, or empty if there is no such call
 * @param errors what else may be returned for a call that failed
 * @param calls in the order in which they are told apart
 * @param functions prototypes of HYP functions that its callers call
 * @param probes the behaviour that identifies the handler; empty where it is not to be recognised
 */
public record Contract(
    String id,
    String title,
    String kernel,
    String source,
    List<String> symbols,
    List<Fingerprint> fingerprints,
    int immediate,
    Scope scope,
    OwnerClass owner,
    Optional<Integer> badCall,
    List<ErrorValue> errors,
    List<CallSpec> calls,
    List<Prototype> functions,
    List<ProbeSpec> probes) {
  /** Who makes a contract's calls. */
  public enum Scope {
    /** The host's kernel. */
    HOST,
    /** A kernel with a VMID, or the host's kernel. */
    GUEST,
    /** Nobody on this board: it is there to be compared with. */
    COMPARISON;

    /** The word used in YAML. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The scope with this {@link #word()}. */
    public static Optional<Scope> of(String word) {
      return java.util.Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
  }

  /**
   * A value that tells of a failure.
   *
   * @param value r0
   * @param means in words
   */
  public record ErrorValue(int value, String means) {}

  /**
   * Code that is known to follow the contract.
   *
   * @param bytes how many bytes, from the vector table on
   * @param sha256 their SHA-256, in hex
   * @param of which build it was taken from
   */
  public record Fingerprint(int bytes, String sha256, String of) {}

  /** Copies the lists. */
  public Contract {
    symbols = List.copyOf(symbols);
    fingerprints = List.copyOf(fingerprints);
    errors = List.copyOf(errors);
    calls = List.copyOf(calls);
    functions = List.copyOf(functions);
    probes = List.copyOf(probes);
  }

  /** The call that this contract takes r0 to r12 for; empty for a bad call. */
  public Optional<CallSpec> callFor(int[] registers) {
    return calls.stream().filter(call -> call.when().holds(registers)).findFirst();
  }

  /** Whether {@code value} tells of a failure in this contract. */
  public boolean isError(int value) {
    return badCall.filter(bad -> bad == value).isPresent()
        || errors.stream().anyMatch(error -> error.value() == value);
  }
}
