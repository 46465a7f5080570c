package org.hypscope.abi;

import java.util.List;

/**
 * One call made to find out who answers, and what must be seen.
 *
 * @param inputs r0 to r12, thirteen entries
 * @param returned whether it must come back to the caller
 * @param calls the register whose address must be entered in HYP, or -1 for none
 * @param result r0 after the return
 * @param hvbar HVBAR afterwards
 * @param spHyp SP_hyp afterwards
 * @param arguments what r0, r1, r2 must hold at the function that is called; empty if it says
 *     nothing
 */
public record ProbeSpec(
    List<Input> inputs,
    boolean returned,
    int calls,
    Value result,
    Value hvbar,
    Value spHyp,
    List<Integer> arguments) {
  /**
   * What is put in a register.
   *
   * @param role {@link Role#VECTORS}, {@link Role#FUNCTION}, {@link Role#STACK} or {@link
   *     Role#PAGE_TABLE} for the address of such a thing in scratch memory, else {@link
   *     Role#ARGUMENT}
   * @param number the number for {@link Role#ARGUMENT}; {@link #PHYSICAL} for a physical address of
   *     a function, 0 for the one by which HYP finds it
   */
  public record Input(Role role, int number) {
    /** Asks for a physical address. */
    public static final int PHYSICAL = 1;
  }

  /** Copies the lists. */
  public ProbeSpec {
    inputs = List.copyOf(inputs);
    arguments = List.copyOf(arguments);
  }
}
