package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;

/**
 * What was seen when a handler was called on a fork.
 *
 * @param asked what was put in r0 to r3
 * @param inputs the values of r0 to r3
 * @param hvbarBefore HVBAR before it
 * @param spBefore SP_hyp before it
 * @param returned whether it came back to the caller
 * @param r0 r0 at the end
 * @param hvbar HVBAR at the end
 * @param spHyp SP_hyp at the end
 * @param httbr the low word of HTTBR at the end
 * @param mmu whether the HYP MMU is on at the end
 * @param mmuBefore whether it was on before
 * @param changed which of r0 to r12, SP and LR of the caller changed
 * @param called the first time an address from r0 to r3 was entered
 * @param end how it ended otherwise, in words
 */
record Observation(
    List<ProbeSpec.Input> asked,
    List<Integer> inputs,
    int hvbarBefore,
    int spBefore,
    boolean returned,
    int r0,
    int hvbar,
    int spHyp,
    int httbr,
    boolean mmu,
    boolean mmuBefore,
    List<String> changed,
    Optional<Called> called,
    String end) {
  /**
   * An address from r0 to r3 was entered.
   *
   * @param register which register it came from
   * @param mode the mode there
   * @param thumb whether in T32 state
   * @param arguments r0 to r2 there
   */
  record Called(int register, Mode mode, boolean thumb, List<Integer> arguments) {}

  private int[] registers() {
    return inputs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether this is what {@code probe} expects. */
  boolean matches(ProbeSpec probe) {
    if (returned != probe.returned()
        || called.map(Called::register).orElse(-1) != probe.calls()
        || !holds(probe.hvbar(), hvbarBefore, hvbar)
        || !holds(probe.spHyp(), spBefore, spHyp)) {
      return false;
    }
    if (called.isPresent() && called.get().mode() != Mode.HYP) {
      return false;
    }
    boolean passed =
        probe.arguments().isEmpty()
            || called.isPresent() && called.get().arguments().equals(probe.arguments());
    return passed && (!returned || holds(probe.result(), inputs.get(0), r0));
  }

  boolean holds(Value value, int before, int after) {
    boolean address = value.kind() == Value.Kind.REGISTER;
    return switch (value.kind()) {
      case ANY -> true;
      case CHANGED -> after != before;
      case RESULT -> after == Scratch.RESULT;
      case RANGE -> value.inRange(after);
      default -> {
        int expected = value.exact(before, hvbarBefore, registers()).orElse(before);
        yield after == expected || address && after == (expected & ~0x1f);
      }
    };
  }

  /** The whole observation in one sentence. */
  String words() {
    StringBuilder text = new StringBuilder(question()).append(": ");
    called.ifPresent(c -> text.append(calledWords(c)));
    if (returned) {
      text.append(called.isPresent() ? ", and " : "").append(resultWords());
    } else if (!end.isEmpty()) {
      text.append(called.isPresent() ? ", then it " : "it ").append(end);
    }
    if (hvbar != hvbarBefore) {
      text.append("; HVBAR became ").append(hvbarWords());
    }
    return text.toString();
  }

  private static String calledWords(Called entry) {
    return "r"
        + entry.register()
        + " was called as a function"
        + (entry.thumb() ? ", in T32 state" : "");
  }

  private String resultWords() {
    if (r0 == hvbarBefore) {
      return "returned HVBAR";
    }
    if (r0 == Scratch.RESULT && called.isPresent()) {
      return "returned its result";
    }
    return r0 == inputs.get(0) ? "returned, r0 unchanged" : "returned " + Words.number(r0);
  }

  private String hvbarWords() {
    for (int register = 0; register < inputs.size(); register++) {
      if (inputs.get(register) != 0 && hvbar == (inputs.get(register) & ~0x1f)) {
        return "r" + register;
      }
    }
    return Words.hex(hvbar);
  }

  private String question() {
    StringBuilder text = new StringBuilder("r0 = ").append(input(0));
    for (int register = 1; register < inputs.size(); register++) {
      if (asked.get(register).role() != Role.ARGUMENT) {
        text.append(", r").append(register).append(" = ").append(input(register));
      }
    }
    return text.toString();
  }

  private String input(int register) {
    ProbeSpec.Input input = asked.get(register);
    String number = Words.number(inputs.get(register));
    return input.role() == Role.ARGUMENT ? number : input.role().word() + " " + number;
  }
}
