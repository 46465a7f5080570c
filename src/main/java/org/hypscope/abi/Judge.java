package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/** Says how a hypercall ended for its caller, by the caller's contract. */
final class Judge {
  private Judge() {}

  /** One outcome if all conventions that fit agree on it, else {@link Outcome#UNDECIDED}. */
  static Outcome outcome(Call call) {
    if (call.callers().candidates().isEmpty()) {
      return withoutContract(call);
    }
    List<Outcome> outcomes =
        call.callers().candidates().stream()
            .map(candidate -> outcome(call, candidate))
            .distinct()
            .toList();
    return outcomes.size() == 1 ? outcomes.get(0) : Outcome.UNDECIDED;
  }

  private static Outcome withoutContract(Call call) {
    if (!call.returned()) {
      return unreturned(call, true);
    }
    if (vectorsLost(call)) {
      return Outcome.HVBAR_LOST;
    }
    return call.handler().refuses(call.registers(), call.ending().r0())
        ? Outcome.ERROR_RETURNED
        : Outcome.WORKS;
  }

  private static Outcome outcome(Call call, Callers.Candidate candidate) {
    return call.returned() ? returned(call, candidate) : unreturned(call, promised(candidate));
  }

  private static boolean promised(Callers.Candidate candidate) {
    return candidate.call().returns();
  }

  private static Outcome unreturned(Call call, boolean promised) {
    return switch (call.ending().kind()) {
      case WILD -> call.ending().fault().isPresent() ? Outcome.FAULT : Outcome.WILD_BRANCH;
      case LOOP -> call.ending().fault().isPresent() ? Outcome.FAULT : Outcome.HANG;
      case EXCEPTION_LOOP -> Outcome.FAULT;
      case OFF -> promised || call.ending().fault().isPresent() ? Outcome.FAULT : Outcome.NO_RETURN;
      case ENTERED -> call.stateMismatch() ? Outcome.WRONG_RESULT : Outcome.NO_RETURN;
      default -> Outcome.UNDECIDED;
    };
  }

  private static Outcome returned(Call call, Callers.Candidate candidate) {
    CallSpec spec = candidate.call();
    int r0 = call.ending().r0();
    Optional<Integer> result = expectedResult(call, spec);
    boolean unchanged = call.ending().hvbar() == call.hvbar();
    boolean meant = spec.returns() && result.isPresent() && result.get() == r0;
    if (unchanged && !meant && isError(call, candidate.contract(), r0)) {
      return Outcome.ERROR_RETURNED;
    }
    Optional<Integer> hvbar = spec.hvbar().exact(call.hvbar(), call.hvbar(), call.registers());
    if (spec.returns() && hvbar.isPresent() && hvbar.get() != call.ending().hvbar()) {
      return unchanged ? Outcome.WRONG_RESULT : Outcome.HVBAR_LOST;
    }
    if (vectorsLost(call)) {
      return Outcome.HVBAR_LOST;
    }
    boolean right = spec.returns() && (result.isEmpty() || meant) && effects(call, spec);
    return right ? Outcome.WORKS : Outcome.WRONG_RESULT;
  }

  private static boolean effects(Call call, CallSpec spec) {
    Optional<Integer> tables = spec.httbr().exact(0, call.hvbar(), call.registers());
    boolean mmu =
        switch (spec.mmu()) {
          case ENABLED -> call.ending().mmu();
          case DISABLED -> !call.ending().mmu();
          case SAME, ANY -> true;
        };
    boolean told = spec.httbr().kind() == Value.Kind.REGISTER;
    return mmu && (!told || tables.filter(t -> t == call.ending().httbr()).isPresent());
  }

  /** What r0 is after a right call, if the contract says so exactly. */
  static Optional<Integer> expectedResult(Call call, CallSpec spec) {
    return spec.result().exact(call.registers()[0], call.hvbar(), call.registers());
  }

  private static boolean isError(Call call, Contract contract, int r0) {
    return contract.badCall().filter(error -> error == r0).isPresent()
        || call.handler().refuses(call.registers(), r0);
  }

  private static boolean vectorsLost(Call call) {
    int hvbar = call.ending().hvbar();
    boolean meant =
        call.register(Role.VECTORS).filter(r -> call.registers()[r] == hvbar).isPresent();
    boolean toBeFilled = meant && call.sight().isRam(hvbar) && !call.ending().mmu();
    return hvbar != call.hvbar() && !call.ending().vectorsThere() && !toBeFilled;
  }
}
