package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the records that people see of a {@link Call}. */
final class Views {
  private Views() {}

  static AbiView of(Call call) {
    Prediction prediction = prediction(call);
    return new AbiView(
        Marks.of(call.sight().machine()),
        call.callers().view(),
        registers(call),
        call.handler().view(),
        prediction,
        Findings.of(call),
        prediction.sentence());
  }

  static Prediction prediction(Call call) {
    Ending end = call.ending();
    boolean misaligned = end.kind() == Ending.Kind.WILD && !end.thumb() && (end.pc() & 3) == 2;
    return new Prediction(
        Judge.outcome(call),
        Sentences.ending(call),
        end.pc(),
        end.mode(),
        end.instructions() == 0 ? null : end.vector(),
        end.kind() == Ending.Kind.RETURNED,
        misaligned || !end.unpredictable().isEmpty(),
        end.r0(),
        end.hvbar(),
        end.instructions());
  }

  private static List<RegisterMeaning> registers(Call call) {
    List<RegisterMeaning> meanings = new ArrayList<>();
    for (int register : shown(call)) {
      int value = call.registers()[register];
      meanings.add(
          new RegisterMeaning(
              "r" + register,
              value,
              toCaller(call, register),
              toHandler(call, register),
              leftBehind(call, register)));
    }
    return meanings;
  }

  /** r0 to r3, and what else either side looks at. */
  private static SortedSet<Integer> shown(Call call) {
    SortedSet<Integer> shown = new TreeSet<>(List.of(0, 1, 2, 3));
    call.callers().candidates().forEach(c -> shown.addAll(c.call().used()));
    call.handler().callFor(call.registers()).ifPresent(taken -> shown.addAll(taken.used()));
    return shown;
  }

  private static String toCaller(Call call, int register) {
    RoleFit fit = new RoleFit(call.sight());
    List<String> words =
        call.callers().candidates().stream()
            .map(c -> meaning(fit, c.call(), register, call.registers()[register]))
            .distinct()
            .toList();
    return words.isEmpty() ? "unknown" : String.join(" or ", words);
  }

  private static String meaning(RoleFit fit, CallSpec call, int register, int value) {
    Role role = call.role(register);
    String words = fit.describe(role, value);
    return role == Role.SELECTOR ? words + ": " + call.kind().word() : words;
  }

  private static String toHandler(Call call, int register) {
    if (call.fromHyp()) {
      return "not looked at: entry +0x08";
    }
    Optional<Contract> contract = call.handler().contract();
    if (contract.isEmpty()) {
      return "unknown";
    }
    Optional<CallSpec> taken = call.handler().callFor(call.registers());
    int value = call.registers()[register];
    if (taken.isEmpty()) {
      return register == 0 ? "no call of " + contract.get().id() : "not used";
    }
    Role role = taken.get().role(register);
    return switch (role) {
      case FUNCTION -> "function to call: " + Words.hex(value);
      case VECTORS -> "new HVBAR: " + Words.hex(value & ~0x1f);
      case ARGUMENT -> "argument, passed in r" + (register - 1);
      default -> meaning(new RoleFit(call.sight()), taken.get(), register, value);
    };
  }

  private static String leftBehind(Call call, int register) {
    if (!call.returned()) {
      return "no return";
    }
    int after = call.ending().registers().get(register);
    boolean same = after == call.registers()[register];
    return Words.hex(after) + (same ? ", unchanged" : "");
  }
}
