package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hypscope.arm.arch.Mode;

/**
 * One hypercall with all that was found out about it: what sentences and rules look at.
 *
 * @param sight the machine standing at the HVC
 * @param registers r0 to r3 there
 * @param before r0 to r12, SP and LR there
 * @param hvbar HVBAR there
 * @param prototype of the function that r0 points at, if it is declared
 * @param callers who may be calling
 * @param handler who answers
 * @param foresight what happens
 */
record Call(
    Sight sight,
    int[] registers,
    List<Integer> before,
    int hvbar,
    Optional<Prototype> prototype,
    Callers callers,
    Handler handler,
    Foresight foresight) {
  Ending ending() {
    return foresight.ending();
  }

  boolean fromHyp() {
    return sight.mode() == Mode.HYP;
  }

  /** Whether at least one convention fits, and {@code claim} holds for all that do. */
  boolean everyCaller(Predicate<CallSpec> claim) {
    return !callers.candidates().isEmpty()
        && callers.candidates().stream().allMatch(c -> claim.test(c.call()));
  }

  boolean returned() {
    return ending().kind() == Ending.Kind.RETURNED;
  }

  /** The register, 0 to 3, that all callers give {@code role}, if they agree. */
  Optional<Integer> register(Role role) {
    List<Integer> registers =
        callers.candidates().stream().map(c -> c.call().registerOf(role)).distinct().toList();
    return registers.size() == 1 && registers.get(0) >= 0
        ? Optional.of(registers.get(0))
        : Optional.empty();
  }

  /** The register whose vectors are off their boundary, if HVBAR dropped the low bits of it. */
  Optional<Integer> unalignedVectors() {
    return register(Role.VECTORS)
        .filter(n -> (registers[n] & 0x1f) != 0)
        .filter(n -> ending().hvbar() == (registers[n] & ~0x1f));
  }

  /** Whether HYP took the value of r0, which is no function, for one, and branched there. */
  boolean numberCalled() {
    return ending().kind() == Ending.Kind.WILD
        && (ending().pc() & ~1) == (registers[0] & ~1)
        && ending().pc() != ending().vector();
  }

  /** Whether the vector that the HVC enters holds no loaded code. */
  boolean vectorWild() {
    return ending().kind() == Ending.Kind.WILD && ending().pc() == ending().vector();
  }

  /** Whether the address handed over asks for another state than it was entered in. */
  boolean stateMismatch() {
    Optional<Integer> entered = callers.entered(registers);
    return ending().kind() == Ending.Kind.ENTERED
        && entered.isPresent()
        && ((entered.get() & 1) != 0) != ending().thumb();
  }
}
