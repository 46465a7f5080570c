package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a contract says.
 *
 * @param call the index of the call it is about, or {@link #WHOLE} for the contract
 * @param kind what it speaks of
 * @param register the register it speaks of, or -1
 * @param text the sentence; what stands between backticks is what a machine says
 */
public record Clause(int call, Kind kind, int register, String text) {
  /** In place of a call's index. */
  public static final int WHOLE = -1;

  /** What a clause speaks of. */
  public enum Kind {
    /** The immediate of the HVC. */
    IMMEDIATE("immediate"),
    /** How the call is told. */
    TOLD_BY("told by"),
    /** What a register is for. */
    INPUT("input"),
    /** What a register's value must be like. */
    PROVISO("input must be"),
    /** Whether it returns. */
    RETURNS("returns"),
    /** r0 afterwards. */
    RESULT("result"),
    /** HVBAR afterwards. */
    HVBAR("HVBAR"),
    /** HTTBR afterwards. */
    HTTBR("HTTBR"),
    /** The HYP MMU afterwards. */
    MMU("HYP MMU"),
    /** What may change. */
    CLOBBERS("clobbers"),
    /** What any other value does. */
    OTHERS("any other call"),
    /** What else tells of a failure. */
    ERROR("error");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What a table calls it. */
    public String word() {
      return word;
    }
  }

  /** Everything that {@code contract} says, in order. */
  public static List<Clause> of(Contract contract) {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(
        new Clause(
            WHOLE,
            Kind.IMMEDIATE,
            -1,
            "Its calls are `HVC #%#x`.".formatted(contract.immediate())));
    for (int n = 0; n < contract.calls().size(); n++) {
      addCall(clauses, n, contract.calls().get(n));
    }
    clauses.add(new Clause(WHOLE, Kind.OTHERS, 0, others(contract)));
    for (Contract.ErrorValue error : contract.errors()) {
      String text = "`r0` = `%s` afterwards: %s.";
      String words = text.formatted(Words.number(error.value()), error.means());
      clauses.add(new Clause(WHOLE, Kind.ERROR, 0, words));
    }
    return clauses;
  }

  private static String others(Contract contract) {
    boolean all = contract.calls().stream().anyMatch(call -> call.when().terms().isEmpty());
    if (all) {
      return "There is no other call: every value is one.";
    }
    return contract
        .badCall()
        .map(
            bad -> "After any other call `r0` is `%s`, and HVBAR is unchanged.".formatted(hex(bad)))
        .orElse("Nothing is said of any other call.");
  }

  private static String hex(int value) {
    return value == -1 ? "-1" : Words.hex(value);
  }

  private static void addCall(List<Clause> clauses, int n, CallSpec call) {
    String told =
        call.when().terms().isEmpty()
            ? "Every other call is it."
            : "It is told by `%s`.".formatted(call.when().text());
    clauses.add(new Clause(n, Kind.TOLD_BY, 0, told));
    for (int register : call.used()) {
      Input input = call.inputs().get(register);
      if (input.role() != Role.SELECTOR) {
        clauses.add(new Clause(n, Kind.INPUT, register, input(register, input)));
        proviso(input)
            .map(text -> "`r" + register + "` is to be " + text + ".")
            .ifPresent(text -> clauses.add(new Clause(n, Kind.PROVISO, register, text)));
      }
    }
    String returns =
        call.returns()
            ? "It returns."
            : call.enters() < 0
                ? "It does not return."
                : "It does not return: HYP enters the address in `r%d`.".formatted(call.enters());
    clauses.add(new Clause(n, Kind.RETURNS, call.enters(), returns));
    if (call.returns() && call.result().kind() != Value.Kind.ANY) {
      clauses.add(new Clause(n, Kind.RESULT, 0, "`r0` afterwards: %s.".formatted(call.result())));
    }
    addEffects(clauses, n, call);
  }

  private static void addEffects(List<Clause> clauses, int n, CallSpec call) {
    if (call.hvbar().kind() != Value.Kind.ANY) {
      clauses.add(new Clause(n, Kind.HVBAR, -1, "HVBAR afterwards: %s.".formatted(call.hvbar())));
    }
    if (call.httbr().kind() != Value.Kind.ANY) {
      clauses.add(new Clause(n, Kind.HTTBR, -1, "HTTBR afterwards: %s.".formatted(call.httbr())));
    }
    if (call.mmu() != HypMmu.ANY) {
      String mmu = call.mmu() == HypMmu.SAME ? "unchanged" : call.mmu().word();
      clauses.add(new Clause(n, Kind.MMU, -1, "The HYP MMU afterwards: %s.".formatted(mmu)));
    }
    if (call.returns()) {
      String some = call.clobbers().isEmpty() ? "Nothing" : String.join(", ", call.clobbers());
      String text = some + " may change; the rest of r0-r12, SP and LR is preserved.";
      clauses.add(new Clause(n, Kind.CLOBBERS, -1, text));
    }
  }

  private static String input(int register, Input input) {
    String name = input.name().isEmpty() ? "" : " (" + input.name() + ")";
    return "`r" + register + "`: " + input.role().words() + name + ".";
  }

  private static Optional<String> proviso(Input input) {
    List<String> parts = new ArrayList<>();
    if (input.space() != Input.Space.ANY) {
      parts.add(
          input.space() == Input.Space.PHYSICAL ? "a physical address" : "one of HYP's addresses");
    }
    if (input.alignment() > 1) {
      parts.add("aligned to " + input.alignment() + " bytes");
    }
    if (input.role() == Role.FUNCTION) {
      parts.add(
          input.state() == Input.State.BIT_0
              ? "marked by bit 0 if it is T32"
              : "of the state of the handler's build, whatever its bit 0");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
