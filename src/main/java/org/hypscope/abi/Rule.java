package org.hypscope.abi;

import java.util.Locale;

/** The rules that findings name: one row a detail of the ABI that bites. */
enum Rule {
  CALL_NUMBER_AS_FUNCTION(
      1,
      "The handler takes r0 for the address of a HYP function, as KVM before v4.12 does, and branches"
          + " to it with BLX, so that a small number becomes a code address.",
      "Give HVBAR back to the stub before this call, or install a handler that answers numbered"
          + " calls."),
  NUMBER_AS_VECTORS(
      2,
      "The handler writes r0 to HVBAR whatever the caller meant by it, as the stub up to v4.11 does"
          + " with every value but -1. The next hypercall enters whatever lies there.",
      "Make the calls that this stub knows, or install the handler that this caller expects."),
  GET_VECTORS_SELECTOR(
      3,
      "Generations ask for the vectors in different ways: -1, then 0, and since v4.12 not at all.",
      "Ask in the way of the handler's generation, or keep the address instead of asking."),
  ERROR_VALUE(
      4,
      "The handler answers a call that it does not know with an error value of its own, which this"
          + " caller's convention does not have: the caller takes it for a result.",
      "Compare the result with the handler's error value before using it."),
  WIDE_ARGUMENT(
      5,
      "kvm_call_hyp(f, ...) sends its arguments from r1 on, where the EABI puts a 64-bit one into an"
          + " even register and the next; the handler moves r1-r3 down by one, and f looks for it by"
          + " the same rule from r0 on. The pair comes apart, or to the wrong registers.",
      "Pass the two words as 32-bit arguments, or a pointer to the value."),
  FOURTH_ARGUMENT(
      6,
      "The handler moves r1, r2 and r3 down to r0, r1 and r2. Nothing carries a fourth argument: r3"
          + " keeps what was meant for r2, and HYP has a stack of its own.",
      "Hand over at most three words, or a pointer to a structure that HYP maps."),
  THUMB_BIT(
      7,
      "An interworking branch takes the state from bit 0 of the address. An exception return, by which"
          + " KVM from v4.12 on enters it, takes the state from SPSR, and KVM sets that from its own"
          + " build.",
      "Hand over an entry point of the state that the handler was built for, and switch state"
          + " there."),
  UNALIGNED_VECTORS(
      8,
      "HVBAR holds bits [31:5] only: the low five bits of the address are dropped without a word,"
          + " and every exception enters at the wrong place.",
      "Align the vector table to 32 bytes."),
  PHYSICAL_VIRTUAL(
      9,
      "The kernel has virtual addresses of its own, HYP has others once its MMU is on, and without it"
          + " HYP takes physical ones. A number that is right in one of them is a wild address in"
          + " another.",
      "Convert the address before the call: to a physical one for the stub, to one of HYP's own"
          + " for KVM."),
  CLOBBERED_REGISTER(
      10,
      "The caller's convention says that the register is preserved, so its caller may keep a value"
          + " in it across the call.",
      "Save the register in the handler, or declare it clobbered."),
  RETURN_PROMISE(
      11,
      "Whether a call comes back is part of the convention: the caller has arranged only for what"
          + " it was promised.",
      "Make sure that the handler of this convention owns HVBAR before this call is made."),
  HVC_FROM_HYP(
      12,
      "HVC executed in HYP is an exception taken from HYP to HYP: it enters HVBAR+0x08. Only traps"
          + " from PL1 and PL0 enter at +0x14, where the hypercall handler is.",
      "Drop to SVC before the HVC, or call the handler's code directly."),
  HVC_UNDEFINED(
      13,
      "HVC is UNDEFINED in User mode, in every Secure mode, and while SCR.HCE is 0.",
      "Make the call from a Non-secure PL1 mode, with SCR.HCE set by the Secure firmware."),
  HVBAR_MEMORY(
      14,
      "HVBAR points at memory that holds no loaded code, or whose code was overwritten.",
      "Install vectors before this call, and keep their memory as long as HVBAR points at it."),
  HSCTLR_STATE(
      15,
      "HSCTLR.TE selects the state in which every HYP exception is entered: 1 is T32, 0 is A32.",
      "Set HSCTLR.TE to the state of the code at the vectors before installing them."),
  BOOT_MODES(
      16,
      "Every core has an HVBAR and a HYP mode of its own. A core that was not entered in HYP, or that"
          + " left it without vectors, has nobody to answer there: a hypervisor on the others cannot"
          + " have it.",
      "Enter every core in HYP and let each install the stub; where they differ, install no"
          + " hypervisor."),
  HYP_ACCESS(
      17,
      "SP_hyp, SPSR_hyp and LR_usr are HYP's SP, SPSR and LR: banked MRS and MSR of them are"
          + " UNPREDICTABLE in HYP, as are CPS and MSR that would leave it. Cores and emulators"
          + " differ in what they do.",
      "Use SP, SPSR and LR by their plain names (ELR_hyp may be named), and leave HYP by ERET.");

  private final int detail;
  private final String why;
  private final String toDo;

  Rule(int detail, String why, String toDo) {
    this.detail = detail;
    this.why = why;
    this.toDo = toDo;
  }

  /** The id used in YAML, JSON and text, such as {@code thumb-bit}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  RuleView view() {
    return new RuleView(id(), detail, why, toDo);
  }

  /** A finding of this rule at {@code call}: {@code what} was seen. */
  Finding finding(Call call, Severity severity, String what) {
    return finding(call.sight(), severity, what);
  }

  /** A finding of this rule where {@code sight} stands: {@code what} was seen. */
  Finding finding(Sight sight, Severity severity, String what) {
    return new Finding(
        id(),
        detail,
        severity,
        Marks.of(sight.machine()),
        sight.machine().turn(),
        sight.pc(),
        sight.describe(sight.pc()),
        what,
        why,
        toDo);
  }
}
