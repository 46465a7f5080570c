package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hypscope.abi.CallKind;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Contract;
import org.hypscope.abi.HypMmu;
import org.hypscope.abi.Input;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** Compares a contract, clause by clause, with one that was inferred. */
public final class Clauses {
  private final Contract expected;
  private final Contract found;
  private final List<int[]> witnesses;
  private final List<Clause> clauses = new ArrayList<>();

  private Clauses(Contract expected, Contract found) {
    this.expected = expected;
    this.found = found;
    this.witnesses = Witnesses.of(expected, found);
  }

  /**
   * Every clause of {@code expected} that says something, beside what {@code found} says. What a
   * contract leaves open is no clause; a register that it allows to change may be preserved.
   */
  public static List<Clause> compare(Contract expected, Contract found) {
    Clauses clauses = new Clauses(expected, found);
    clauses.compare();
    return clauses.clauses;
  }

  private void compare() {
    add("", "immediate", expected.immediate(), found.immediate());
    expected.badCall().ifPresent(this::badCall);
    for (CallSpec call : expected.calls()) {
      witnesses.stream()
          .filter(each -> expected.callFor(each).filter(c -> c == call).isPresent())
          .findFirst()
          .ifPresent(each -> compare(call, each));
    }
  }

  private void add(String call, String what, Object wanted, Object seen) {
    clauses.add(new Clause(call, what, wanted.toString(), seen.toString(), wanted.equals(seen)));
  }

  private void badCall(int value) {
    List<int[]> bad = witnesses.stream().filter(w -> expected.callFor(w).isEmpty()).toList();
    String seen = "the same";
    boolean right = true;
    for (int[] each : bad) {
      Optional<CallSpec> call = found.callFor(each);
      boolean same =
          call.map(c -> isAnswer(c, value)).orElse(found.badCall().equals(Optional.of(value)));
      if (!same && right) {
        right = false;
        seen =
            call.map(c -> c.when().text() + " is " + c.title())
                .orElse(found.badCall().map(Words::number).orElse("none"));
      }
    }
    clauses.add(new Clause("any other call", "r0", Words.number(value), seen, right));
  }

  private static boolean isAnswer(CallSpec call, int value) {
    boolean number = call.result().kind() == Value.Kind.NUMBER && call.result().number() == value;
    return number && call.hvbar().equals(Value.SAME) && call.kind() == CallKind.SERVICE;
  }

  private void compare(CallSpec call, int[] witness) {
    String name = call.when().text();
    Optional<CallSpec> match = found.callFor(witness);
    if (match.isEmpty()) {
      String bad = found.badCall().map(Words::number).orElse("no call");
      clauses.add(new Clause(name, "call", call.title(), bad, false));
      return;
    }
    CallSpec other = match.get();
    when(call, other);
    boolean told = call.kind() != CallKind.RESET_VECTORS || other.kind() != CallKind.SERVICE;
    if (told) {
      add(name, "kind", call.kind().word(), other.kind().word());
    }
    add(name, "returns", call.returns(), other.returns());
    if (call.enters() >= 0 || other.enters() >= 0) {
      add(name, "enters", "r" + call.enters(), "r" + other.enters());
    }
    if (call.returns()) {
      value(name, "result", call.result(), other.result(), witness);
      clobbers(name, call, other);
    }
    value(name, "HVBAR", call.hvbar(), other.hvbar(), witness);
    value(name, "HTTBR", call.httbr(), other.httbr(), witness);
    if (call.mmu() != HypMmu.ANY && (call.mmu() != HypMmu.DISABLED || other.mmu() != HypMmu.SAME)) {
      add(name, "HYP MMU", call.mmu().word(), other.mmu().word());
    }
    roles(name, call, other);
  }

  /** Whether the two are told by the same numbers, wherever the contract says what happens. */
  private void when(CallSpec call, CallSpec other) {
    String seen = "the same";
    for (int[] each : witnesses) {
      Optional<CallSpec> a = expected.callFor(each);
      Optional<CallSpec> b = found.callFor(each);
      boolean said = a.isPresent() || expected.badCall().isPresent();
      boolean inA = a.filter(c -> alike(c, call)).isPresent();
      boolean inB = b.filter(c -> alike(c, other)).isPresent();
      if (said && inA != inB && seen.equals("the same")) {
        seen = other.when().text() + ", which differs for " + registers(each, call, other);
      }
    }
    boolean right = seen.equals("the same");
    clauses.add(new Clause(call.when().text(), "told by", call.when().text(), seen, right));
  }

  private static String registers(int[] values, CallSpec call, CallSpec other) {
    TreeSet<Integer> named = new TreeSet<>();
    call.when().terms().forEach(term -> named.add(term.register()));
    other.when().terms().forEach(term -> named.add(term.register()));
    List<String> texts = new ArrayList<>();
    named.forEach(n -> texts.add("r" + n + " = " + Words.number(values[n])));
    return Inputs.list(texts);
  }

  private static boolean alike(CallSpec a, CallSpec b) {
    return a == b
        || a.kind() == b.kind()
            && a.name().equals(b.name())
            && a.result().equals(b.result())
            && a.hvbar().equals(b.hvbar())
            && a.enters() == b.enters()
            && a.returns() == b.returns()
            && a.clobbers().equals(b.clobbers());
  }

  private void value(String name, String what, Value wanted, Value seen, int[] witness) {
    boolean open = wanted.kind() == Value.Kind.ANY || wanted.kind() == Value.Kind.RANGE;
    if (open) {
      return;
    }
    boolean changed = wanted.kind() == Value.Kind.CHANGED && seen.kind() != Value.Kind.SAME;
    int before = witness[0];
    boolean number =
        wanted.kind() != Value.Kind.CHANGED
            && wanted.kind() != Value.Kind.RESULT
            && wanted.exact(before, 1, witness).equals(seen.exact(before, 1, witness));
    boolean right = wanted.equals(seen) || changed || number && what.equals("result");
    clauses.add(new Clause(name, what, wanted.toString(), seen.toString(), right));
  }

  private void clobbers(String name, CallSpec call, CallSpec other) {
    TreeSet<String> more = new TreeSet<>(other.clobbers());
    more.removeAll(call.clobbers());
    if (!call.result().equals(Value.SAME)) {
      more.remove("r0");
    }
    String wanted = call.clobbers().isEmpty() ? "none" : String.join(", ", call.clobbers());
    String seen = other.clobbers().isEmpty() ? "none" : String.join(", ", other.clobbers());
    clauses.add(new Clause(name, "clobbers", wanted, seen, more.isEmpty()));
  }

  private void roles(String name, CallSpec call, CallSpec other) {
    for (int n = 0; n < CallSpec.REGISTERS; n++) {
      Role wanted = role(call.role(n));
      Role seen = role(other.role(n));
      boolean silent = wanted == Role.UNUSED && (seen == Role.UNUSED || seen == Role.SELECTOR);
      boolean selects = wanted == Role.SELECTOR;
      if (!silent && !selects) {
        add(name, "r" + n, wanted.word(), seen.word());
      }
      Input.State state = call.inputs().get(n).state();
      if (wanted == Role.FUNCTION && seen == wanted && state == Input.State.BUILD) {
        add(name, "state of r" + n, state.word(), other.inputs().get(n).state().word());
      }
    }
  }

  /** What can be seen of a role: an argument of any meaning is an argument. */
  private static Role role(Role role) {
    return switch (role) {
      case BUFFER, LOW_WORD, HIGH_WORD -> Role.ARGUMENT;
      default -> role;
    };
  }
}
