package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;

/**
 * What was seen when a handler was called on a fork.
 *
 * @param inputs r0 to r3 of the call
 * @param hvbarBefore HVBAR before it
 * @param spBefore SP_hyp before it
 * @param returned whether it came back to the caller
 * @param r0 r0 at the end
 * @param hvbar HVBAR at the end
 * @param spHyp SP_hyp at the end
 * @param called the first time an address from r0 to r3 was entered
 * @param end how it ended otherwise, in words
 */
record Observation(
    List<Integer> inputs,
    int hvbarBefore,
    int spBefore,
    boolean returned,
    int r0,
    int hvbar,
    int spHyp,
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

  private boolean holds(Value value, int before, int after) {
    boolean address = value.kind() == Value.Kind.REGISTER;
    return switch (value.kind()) {
      case ANY -> true;
      case CHANGED -> after != before;
      case RESULT -> after == Scratch.RESULT;
      default -> {
        int expected = value.exact(before, hvbarBefore, registers()).orElse(before);
        yield after == expected || address && after == (expected & ~0x1f);
      }
    };
  }

  /** The whole observation in one sentence. */
  String words() {
    StringBuilder text = new StringBuilder(question());
    called.ifPresent(c -> text.append(" was called as a function").append(how(c)));
    if (returned) {
      text.append(called.isPresent() ? ", and returned " : " returned ").append(resultWords());
    } else if (called.isEmpty() || !end.isEmpty()) {
      text.append(called.isPresent() ? ", " : " ").append(end);
    }
    if (hvbar != hvbarBefore) {
      text.append(", HVBAR became ").append(Words.hex(hvbar));
    }
    return text.toString();
  }

  private String how(Called entry) {
    String register = entry.register() == 0 ? "" : " through r" + entry.register();
    return register + (entry.thumb() ? " in T32 state" : "");
  }

  private String resultWords() {
    if (r0 == hvbarBefore) {
      return "HVBAR";
    }
    if (r0 == Scratch.RESULT && called.isPresent()) {
      return "its result";
    }
    return r0 == inputs.get(0) ? "with r0 unchanged" : Words.number(r0);
  }

  private String question() {
    StringBuilder text = new StringBuilder("r0 = ").append(Words.number(inputs.get(0)));
    for (int register = 1; register < inputs.size(); register++) {
      int value = inputs.get(register);
      if (value != 0 && (value < 0 || value > 0xff)) {
        text.append(", r").append(register).append(" = ").append(Words.number(value));
      }
    }
    return text.toString();
  }
}
