package org.hypscope.abi;

import java.util.Optional;
import org.hypscope.arm.arch.Mode;

/** Says in one sentence what a hypercall does, and why. */
final class Sentences {
  private Sentences() {}

  static String ending(Call call) {
    Ending end = call.ending();
    return switch (end.kind()) {
      case RETURNED -> returned(call);
      case ENTERED -> entered(call);
      case WILD -> wild(call);
      case LOOP -> vectorReason(call) + where(end) + " loops at " + at(call) + " for ever";
      case EXCEPTION_LOOP -> exceptionLoop(call);
      case OFF -> off(call);
      case LIMIT ->
          "undecided after %,d instructions, still in %s at %s"
              .formatted(end.instructions(), end.mode(), at(call));
    };
  }

  private static String at(Call call) {
    return call.sight().named(call.ending().pc());
  }

  private static String where(Ending end) {
    return end.mode() == Mode.HYP ? "HYP" : "the machine, in " + end.mode() + ",";
  }

  private static String wild(Call call) {
    Ending end = call.ending();
    return wildReason(call)
        + where(end)
        + (atItsVector(end) ? " finds no code at its vector " : " branches to ")
        + Words.hex(end.pc())
        + " ("
        + state(end)
        + afterWild(call)
        + ")";
  }

  /** Whether HYP stands at the vector of an exception that it took on the way. */
  private static boolean atItsVector(Ending end) {
    return end.fault().filter(fault -> fault.vector() == end.pc()).isPresent();
  }

  private static String wildReason(Call call) {
    if (call.numberCalled()) {
      return "r0 = " + Words.number(call.registers()[0]) + " will be called as a function: ";
    }
    if (call.vectorWild()) {
      return "HVBAR is " + Words.hex(call.hvbar()) + ", where no code was loaded: ";
    }
    return vectorReason(call);
  }

  private static String vectorReason(Call call) {
    int offset = call.ending().vector() & 0x1f;
    if (call.fromHyp() && offset == 0x08) {
      return "HVC taken from HYP enters +0x08, not +0x14: ";
    }
    return call.ending()
        .fault()
        .map(f -> "HYP takes " + f.words() + " at " + call.sight().named(f.pc()) + ": ")
        .orElse("");
  }

  private static String state(Ending end) {
    if (end.thumb()) {
      return "T32 state";
    }
    return (end.pc() & 3) == 2 ? "ARM state, bits [1:0] = 0b10: UNPREDICTABLE" : "ARM state";
  }

  private static String afterWild(Call call) {
    Ending end = call.ending();
    Optional<Ending.Fault> after = call.foresight().afterWild();
    if (after.isEmpty()) {
      return "; no code was loaded there";
    }
    String core =
        !end.thumb() && (end.pc() & 3) == 2 ? "this core and QEMU take a " : "this core takes a ";
    return "; " + core + exception(after.get(), end.mode());
  }

  private static String exception(Ending.Fault fault, Mode mode) {
    String name = fault.words().replaceFirst("^an? ", "");
    return "%s %s at +0x%02x".formatted(mode, name, fault.vector() & 0x1f);
  }

  private static String exceptionLoop(Call call) {
    return vectorReason(call) + where(call.ending()) + " takes it again and again, without end";
  }

  private static String off(Call call) {
    return vectorReason(call)
        + where(call.ending())
        + " switches the machine off at "
        + at(call)
        + " before the call returns";
  }

  private static String entered(Call call) {
    Ending end = call.ending();
    String state = end.thumb() ? "T32" : "A32";
    String asked =
        call.stateMismatch() ? ", though bit 0 asks for " + (end.thumb() ? "A32" : "T32") : "";
    return "HYP enters %s in %s state%s; the call does not return, as promised%s"
        .formatted(at(call), state, asked, hvbarChange(call));
  }

  private static String returned(Call call) {
    String what = "the call returns with r0 = " + result(call) + hvbarChange(call);
    Optional<String> called = functionCalled(call);
    if (called.isPresent()) {
      return called.get();
    }
    String reason = returnReason(call);
    return reason.isEmpty() ? "T" + what.substring(1) : reason + ": " + what;
  }

  /** Where handler and callers agree on a function call that returns. */
  private static Optional<String> functionCalled(Call call) {
    boolean meant = call.everyCaller(c -> c.kind() == CallKind.CALL_FUNCTION);
    return call.handler()
        .callFor(call.registers())
        .filter(taken -> meant && taken.kind() == CallKind.CALL_FUNCTION)
        .map(
            taken ->
                "HYP calls %s, and the call returns with its result, r0 = %s%s"
                    .formatted(
                        call.sight().named(call.registers()[0] & ~1),
                        result(call),
                        hvbarChange(call)));
  }

  private static String result(Call call) {
    int r0 = call.ending().r0();
    if (r0 == call.hvbar()
        && call.callers().kind().filter(k -> k == CallKind.GET_VECTORS).isPresent()) {
      return "HVBAR, " + call.sight().named(r0);
    }
    return r0 >= -1 && r0 < 16 ? Words.number(r0) : call.sight().named(r0);
  }

  private static String returnReason(Call call) {
    String r0 = Words.number(call.registers()[0]);
    if (call.handler().refuses(call.registers(), call.ending().r0())) {
      return call.handler().label() + " knows no call with r0 = " + r0;
    }
    if (call.ending().hvbar() != call.hvbar() && takenForVectors(call)) {
      boolean selector = call.everyCaller(c -> c.role(0) == Role.SELECTOR);
      String kind = selector ? "is a call number" : "is a function";
      return "r0 = " + r0 + " " + kind + ", and is taken for the address of new vectors";
    }
    return call.unalignedVectors()
        .map(n -> "r%d = %s is not 32-byte aligned".formatted(n, Words.hex(call.registers()[n])))
        .orElse("");
  }

  /** Whether HVBAR becomes r0, which no caller means as vectors. */
  static boolean takenForVectors(Call call) {
    int r0 = call.registers()[0];
    return call.ending().hvbar() == (r0 & ~0x1f)
        && call.everyCaller(c -> c.role(0) == Role.SELECTOR || c.role(0) == Role.FUNCTION);
  }

  private static String hvbarChange(Call call) {
    int hvbar = call.ending().hvbar();
    return hvbar == call.hvbar() ? "" : ", and HVBAR becomes " + call.sight().named(hvbar);
  }
}
