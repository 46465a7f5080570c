package org.hypscope.abi.path;

import java.util.Optional;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.abi.Outcome;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * Something that happened on a path: a function of the kernel was entered, or a hypercall made.
 *
 * @param at the instant before it
 * @param hypercall its number, so that {@code hvc:n} stands at it; 0 for a function
 * @param name the function, or the call with its convention, such as {@code S4 set-vectors}
 * @param pc where it happened
 * @param mode the mode there
 * @param hvbar HVBAR there
 * @param owner who owned HVBAR there
 * @param call what was known of the hypercall before it ran; empty for a function
 * @param outcome how the hypercall ended for the kernel; empty for a function
 * @param sentence what happened, in one sentence
 */
public record PathStep(
    Mark at,
    int hypercall,
    String name,
    int pc,
    Mode mode,
    int hvbar,
    HvbarOwner owner,
    Optional<AbiView> call,
    Optional<Outcome> outcome,
    String sentence) {
  /** Whether the kernel did not get here what it was promised. */
  public boolean broken() {
    return outcome.filter(Outcome::bad).isPresent();
  }

  /**
   * Whether both are the same step with the same answer by the same owner of HVBAR. That one kernel
   * goes in order and the other has crashed is no difference yet: what follows from it is.
   */
  public boolean like(PathStep other) {
    boolean departures = Milestones.isDeparture(name) && Milestones.isDeparture(other.name);
    return (departures || name.equals(other.name))
        && mode == other.mode
        && owner.label().equals(other.owner.label())
        && outcome.equals(other.outcome);
  }

  /** The instant, as options take it. */
  public String mark() {
    return hypercall > 0 ? "hvc:" + hypercall : at.toString();
  }
}
