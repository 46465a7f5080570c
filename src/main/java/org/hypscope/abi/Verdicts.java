package org.hypscope.abi;

import java.util.Locale;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/** Says what a hypercall did, once it is over. */
final class Verdicts {
  private Verdicts() {}

  /** The verdict of a call that returned. */
  static Verdict returned(AbiView before, Mark at, boolean held, int r0, int hvbar) {
    String what =
        "The call returned with r0 = %s and HVBAR = %s"
            .formatted(Words.number(r0), Words.hex(hvbar));
    Outcome outcome = held ? before.prediction().outcome() : Outcome.UNDECIDED;
    return new Verdict(before.at(), at, outcome, held, compared(before, what, held), r0, hvbar);
  }

  /** The verdict of a call that did not return and of which {@code what} was seen. */
  static Verdict seen(AbiView before, Mark at, boolean held, String what, int r0, int hvbar) {
    Outcome outcome = held ? before.prediction().outcome() : Outcome.UNDECIDED;
    return new Verdict(before.at(), at, outcome, held, compared(before, what, held), r0, hvbar);
  }

  /**
   * The verdict of a call that ended as {@code end} says; {@code afterWild} is the exception that a
   * wild branch took, {@code sight} names addresses.
   */
  static Verdict of(
      AbiView before, Mark at, Ending end, Optional<Ending.Fault> afterWild, Sight sight) {
    boolean held = held(before.prediction(), end);
    if (end.kind() == Ending.Kind.RETURNED) {
      return returned(before, at, held, end.r0(), end.hvbar());
    }
    String fault =
        afterWild
            .map(f -> ", and took " + f.words() + " at +0x%02x".formatted(f.vector() & 0x1f))
            .orElse("");
    return seen(before, at, held, what(end, sight.named(end.pc())) + fault, end.r0(), end.hvbar());
  }

  private static boolean held(Prediction foreseen, Ending end) {
    boolean undecided =
        foreseen.outcome() == Outcome.UNDECIDED && foreseen.instructions() >= Foresight.LIMIT;
    return undecided
        || foreseen.endPc() == end.pc()
            && foreseen.endMode() == end.mode()
            && foreseen.r0After() == end.r0()
            && foreseen.hvbarAfter() == end.hvbar();
  }

  private static String what(Ending end, String pc) {
    String who = end.mode() == Mode.HYP ? "HYP" : end.mode().name();
    return switch (end.kind()) {
      case ENTERED -> who + " entered " + pc + " and left for good";
      case WILD -> who + " branched to " + pc + ", outside the loaded code";
      case LOOP -> who + " loops at " + pc;
      case EXCEPTION_LOOP -> who + " takes exceptions without end at " + pc;
      case OFF -> "The machine was switched off at " + pc + ", before the call returned";
      default -> "The call is still under way in " + who + " at " + pc;
    };
  }

  private static String compared(AbiView before, String what, boolean held) {
    if (held) {
      return what + ": as predicted.";
    }
    String predicted = before.prediction().sentence();
    String first = predicted.substring(0, 1).toUpperCase(Locale.ROOT);
    return what + ". Predicted was: " + first + predicted.substring(1) + ".";
  }
}
