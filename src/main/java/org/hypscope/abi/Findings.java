package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Names what is wrong with a hypercall. A finding is made only if it holds for every convention
 * that the caller may speak, and says nothing that was not seen or declared.
 */
final class Findings {
  private static final int SP = 13;

  private final Call call;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Call call) {
    this.call = call;
  }

  /** All findings, the most telling first. */
  static List<Finding> of(Call call) {
    Findings findings = new Findings(call);
    findings.hvcUndefined();
    findings.hvcFromHyp();
    findings.hvbarMemory();
    findings.hsctlrState();
    findings.numberAsFunction();
    findings.selector();
    findings.numberAsVectors();
    findings.errorValue();
    findings.unaligned();
    findings.thumbBit();
    findings.addressSpace();
    findings.bootModes();
    findings.arguments();
    findings.hypAccesses();
    findings.returnPromise();
    findings.clobbered();
    return findings.found;
  }

  private void add(Rule rule, Severity severity, String what) {
    found.add(rule.finding(call, severity, what));
  }

  private void hvcUndefined() {
    if (call.ending().undefined()) {
      add(
          Rule.HVC_UNDEFINED,
          Severity.ERROR,
          "The HVC is UNDEFINED here: "
              + call.sight().mode()
              + " takes an undefined instruction exception instead of a hypercall.");
    }
  }

  /** An HVC that HYP makes on purpose, for its own entry at +0x08, comes back as it should. */
  private void hvcFromHyp() {
    boolean wanted = call.returned() && !Judge.outcome(call).bad();
    if (call.fromHyp() && !call.ending().undefined() && !wanted) {
      add(
          Rule.HVC_FROM_HYP,
          Severity.ERROR,
          "The HVC is executed in HYP and enters "
              + call.sight().named(call.ending().vector())
              + ", offset +0x08, instead of the hypercall entry at +0x14.");
    }
  }

  private void hvbarMemory() {
    boolean overwritten = call.handler().ownerClass() == OwnerClass.OVERWRITTEN;
    if (call.vectorWild() || overwritten && Judge.outcome(call).bad()) {
      add(
          Rule.HVBAR_MEMORY,
          Severity.ERROR,
          "HVBAR is "
              + call.sight().named(call.hvbar())
              + (overwritten ? ", whose code was overwritten." : ", where no code was loaded."));
    }
  }

  private void hsctlrState() {
    if (vectorsInOtherState()) {
      add(
          Rule.HSCTLR_STATE,
          Severity.ERROR,
          "The vectors at %s are A32 branches, and HSCTLR.TE = 1 enters them in T32 state."
              .formatted(call.sight().named(call.hvbar())));
    }
  }

  private boolean vectorsInOtherState() {
    return call.ending().vectorThumb() && call.sight().isA32Table(call.hvbar());
  }

  private void numberAsFunction() {
    boolean number = call.everyCaller(c -> c.role(0) == Role.SELECTOR);
    if (number && call.numberCalled() && !vectorsInOtherState()) {
      add(
          Rule.CALL_NUMBER_AS_FUNCTION,
          Severity.ERROR,
          "r0 = %s, a call number to the caller, is called as a function: HYP branches to %s."
              .formatted(Words.number(call.registers()[0]), Words.hex(call.ending().pc())));
    }
  }

  private void selector() {
    boolean get = call.everyCaller(c -> c.kind() == CallKind.GET_VECTORS);
    boolean answered = call.returned() && call.ending().r0() == call.hvbar();
    if (get && !answered && !call.fromHyp() && decided()) {
      String instead =
          call.returned()
              ? "r0 comes back as " + Words.number(call.ending().r0())
              : "the call does not return";
      add(
          Rule.GET_VECTORS_SELECTOR,
          Severity.ERROR,
          "The caller asks for the vectors with r0 = %s, and %s instead of HVBAR, %s."
              .formatted(Words.number(call.registers()[0]), instead, Words.hex(call.hvbar())));
    }
  }

  private void numberAsVectors() {
    boolean changed = call.ending().hvbar() != call.hvbar();
    if (changed && call.returned() && Sentences.takenForVectors(call)) {
      add(
          Rule.NUMBER_AS_VECTORS,
          Severity.ERROR,
          "r0 = %s, no vectors to the caller, becomes HVBAR: it now is %s."
              .formatted(
                  Words.number(call.registers()[0]), call.sight().named(call.ending().hvbar())));
    }
  }

  private void errorValue() {
    int r0 = call.ending().r0();
    boolean refused = call.returned() && call.handler().refuses(call.registers(), r0);
    boolean foreign =
        !call.callers().candidates().isEmpty()
            && call.callers().candidates().stream().noneMatch(c -> knowsError(c, r0));
    if (refused && foreign) {
      add(
          Rule.ERROR_VALUE,
          Severity.ERROR,
          "The call comes back with %s, the error value of %s; the caller's convention has no such"
                  .formatted(Words.hex(r0), call.handler().label())
              + " value.");
    }
  }

  /** Whether the convention gives {@code value} as the error of a numbered call. */
  private static boolean knowsError(Callers.Candidate caller, int value) {
    boolean numbered = caller.call().role(0) == Role.SELECTOR;
    return numbered && caller.contract().badCall().filter(error -> error == value).isPresent();
  }

  private void unaligned() {
    call.unalignedVectors()
        .map(register -> call.registers()[register])
        .ifPresent(
            vectors ->
                add(
                    Rule.UNALIGNED_VECTORS,
                    Severity.ERROR,
                    "The vectors are at %s, which is not 32-byte aligned: HVBAR becomes %s."
                        .formatted(call.sight().named(vectors), Words.hex(call.ending().hvbar()))));
  }

  private void thumbBit() {
    if (call.stateMismatch()) {
      boolean thumb = call.ending().thumb();
      add(
          Rule.THUMB_BIT,
          Severity.ERROR,
          "Bit 0 of the address is %s, which asks for %s, and HYP enters %s in %s state."
              .formatted(
                  thumb ? "0" : "1",
                  thumb ? "A32" : "T32",
                  call.sight().named(call.ending().pc()),
                  thumb ? "T32" : "A32"));
    }
  }

  private void addressSpace() {
    AddressFindings.wrongSpace(call).ifPresent(w -> add(Rule.PHYSICAL_VIRTUAL, Severity.ERROR, w));
  }

  private void bootModes() {
    BootModes.strange(call).ifPresent(what -> add(Rule.BOOT_MODES, Severity.ERROR, what));
  }

  private void arguments() {
    ArgumentFindings.torn(call).ifPresent(what -> add(Rule.WIDE_ARGUMENT, Severity.ERROR, what));
    ArgumentFindings.lost(call).ifPresent(what -> add(Rule.FOURTH_ARGUMENT, Severity.ERROR, what));
  }

  private void hypAccesses() {
    for (HypAccess each : call.ending().accesses()) {
      add(Rule.HYP_ACCESS, Severity.ERROR, AddressFindings.access(call.sight(), each));
    }
  }

  private void returnPromise() {
    if (call.returned() && call.everyCaller(c -> !c.returns())) {
      add(
          Rule.RETURN_PROMISE,
          Severity.ERROR,
          "The call must not return, and returned with r0 = %s."
              .formatted(Words.number(call.ending().r0())));
    } else if (!call.returned()
        && decided()
        && found.isEmpty()
        && call.everyCaller(CallSpec::returns)) {
      add(
          Rule.RETURN_PROMISE,
          Severity.ERROR,
          "The call must return, and does not: " + Sentences.ending(call) + ".");
    }
  }

  private boolean decided() {
    return call.ending().kind() != Ending.Kind.LIMIT;
  }

  private void clobbered() {
    if (!call.returned() || call.fromHyp() || Judge.outcome(call) != Outcome.WORKS) {
      return;
    }
    TreeSet<String> changed = new TreeSet<>();
    for (int register = 1; register < call.before().size(); register++) {
      String name = name(register);
      boolean kept = call.before().get(register).equals(call.ending().registers().get(register));
      if (!kept && call.everyCaller(c -> !c.clobbers().contains(name))) {
        changed.add(name);
      }
    }
    if (!changed.isEmpty()) {
      add(
          Rule.CLOBBERED_REGISTER,
          Severity.WARNING,
          "The call changes %s, which the caller's convention preserves."
              .formatted(String.join(", ", changed)));
    }
  }

  private static String name(int register) {
    return switch (register) {
      case SP -> "sp";
      case SP + 1 -> "lr";
      default -> "r" + register;
    };
  }
}
