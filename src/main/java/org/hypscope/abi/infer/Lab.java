package org.hypscope.abi.infer;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;

/**
 * A core of its own, standing in HYP, on which single instructions are executed again with other
 * operands: that is all the semantics that the inference knows.
 */
final class Lab {
  private static final int FLAG_BITS = Psr.N | Psr.Z | Psr.C | Psr.V;

  private final Core core;

  /** On {@code core}, which nobody else uses and which stands in HYP. */
  Lab(Core core) {
    this.core = core;
  }

  /**
   * What {@code output} of {@code step} is with {@code x} in every slot of {@code slots} and all
   * else as it was; empty where the instruction faults or would write memory.
   */
  OptionalInt apply(Node.Step step, int output, BitSet slots, int x) {
    int[] values = step.registers().clone();
    int cpsr = step.cpsr();
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      if (slot == Node.Step.FLAGS) {
        cpsr = cpsr & ~FLAG_BITS | x << 28;
      } else {
        values[slot] = x;
      }
    }
    return execute(step, output, values, cpsr);
  }

  private OptionalInt execute(Node.Step step, int output, int[] values, int cpsr) {
    if (step.insn().stores() || step.insn().writes(Insn.SYSTEM | Insn.CPSR)) {
      return OptionalInt.empty();
    }
    core.setCpsr(cpsr);
    for (int n = 0; n < values.length; n++) {
      core.setR(n, values[n]);
    }
    core.setPc(step.pc());
    StopCause cause = core.run(1, null);
    boolean faulted = core.exceptionsSinceRetired() > 0 || cause == StopCause.WAITING;
    if (faulted) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        switch (output) {
          case Node.Step.PC -> core.pc();
          case Node.Step.FLAGS -> core.cpsr() >>> 28;
          default -> core.r(output);
        });
  }

  /** The value of {@code node} for other inputs; empty where it has none. */
  OptionalInt evaluate(Node node, Inputs inputs) {
    return evaluate(node, inputs, new IdentityHashMap<>());
  }

  private OptionalInt evaluate(Node node, Inputs inputs, Map<Node, OptionalInt> known) {
    if (node instanceof Node.Leaf leaf) {
      return OptionalInt.of(leaf.index() < Inputs.COUNT ? inputs.get(leaf.index()) : leaf.value());
    }
    if (node instanceof Node.Immediate immediate) {
      return OptionalInt.of(immediate.with(inputs.get(Inputs.IMMEDIATE)));
    }
    if (node instanceof Node.Part part) {
      OptionalInt word = evaluate(part.of(), inputs, known);
      return word.isPresent() ? OptionalInt.of(part.in(word.getAsInt())) : word;
    }
    OptionalInt before = known.get(node);
    if (before != null) {
      return before;
    }
    OptionalInt value = again((Node.Derived) node, inputs, known);
    known.put(node, value);
    return value;
  }

  private OptionalInt again(Node.Derived node, Inputs inputs, Map<Node, OptionalInt> known) {
    Node.Step step = node.step();
    int[] values = step.registers().clone();
    int cpsr = step.cpsr();
    for (int slot : step.slots()) {
      OptionalInt value = evaluate(step.operands()[slot], inputs, known);
      if (value.isEmpty()) {
        return value;
      }
      if (slot == Node.Step.FLAGS) {
        cpsr = cpsr & ~FLAG_BITS | value.getAsInt() << 28;
      } else {
        values[slot] = value.getAsInt();
      }
    }
    return execute(step, node.output(), values, cpsr);
  }
}
