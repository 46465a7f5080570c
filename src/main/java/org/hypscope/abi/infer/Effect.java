package org.hypscope.abi.infer;

import java.util.BitSet;

/**
 * What a register holds after a call, told so that it is the same for all calls of a kind.
 *
 * @param kind how it is told
 * @param number the input, the constant, or the address of the instruction that computed it
 * @param from the inputs that it was computed from
 */
record Effect(Kind kind, int number, BitSet from) {
  static final Effect SAME = new Effect(Kind.SAME, 0, new BitSet());

  /** How it is told. */
  enum Kind {
    /** As before. */
    SAME,
    /** One of the inputs. */
    INPUT,
    /** A number. */
    CONSTANT,
    /** HVBAR before the call. */
    HVBAR,
    /** What the called function returned, or left behind. */
    RESULT,
    /** Made of inputs. */
    COMPUTED
  }

  private static final int SENTINEL = 1 << 20;

  /** Of R{@code n} at the end of {@code run}. */
  static Effect ofRegister(Run run, int n, int vectors) {
    Node node = run.nodes()[n];
    int value = run.registers()[n];
    int before = n < Inputs.REGISTERS ? run.inputs().get(n) : 0;
    int identity = Node.identity(node);
    if (node == null) {
      boolean kept = n < Inputs.REGISTERS && value == before && Math.abs((long) value) > SENTINEL;
      return kept ? SAME : constant(value, vectors);
    }
    if (identity == (n < Inputs.REGISTERS ? n : Inputs.LINK)) {
      return SAME;
    }
    return of(node);
  }

  private static Effect constant(int value, int vectors) {
    return value == vectors
        ? new Effect(Kind.HVBAR, 0, new BitSet())
        : new Effect(Kind.CONSTANT, value, new BitSet());
  }

  private static Effect of(Node node) {
    int identity = Node.identity(node);
    if (identity >= Inputs.RESULT) {
      return new Effect(Kind.RESULT, identity, new BitSet());
    }
    if (identity >= 0) {
      return new Effect(Kind.INPUT, identity, new BitSet());
    }
    int by = node instanceof Node.Derived derived ? derived.step().pc() : 0;
    return new Effect(Kind.COMPUTED, by, node.leaves());
  }

  /** Of HVBAR. */
  static Effect ofHvbar(Run run, int vectors) {
    Node node = run.hvbarNode();
    if (node == null) {
      return run.hvbar() == vectors ? SAME : new Effect(Kind.CONSTANT, run.hvbar(), new BitSet());
    }
    BitSet leaves = node.leaves();
    int leaf = leaves.nextSetBit(0);
    boolean aligned =
        leaves.cardinality() == 1
            && leaf < Inputs.REGISTERS
            && run.hvbar() == (run.inputs().get(leaf) & ~0x1f);
    return aligned ? new Effect(Kind.INPUT, leaf, new BitSet()) : of(node);
  }

  /** Of SP_hyp, which was {@code before}. */
  static Effect ofStack(Run run, int before) {
    Node node = run.spNode();
    if (node == null) {
      return run.spHyp() == before ? SAME : new Effect(Kind.CONSTANT, run.spHyp(), new BitSet());
    }
    BitSet leaves = node.leaves();
    return leaves.cardinality() == 1
        ? new Effect(Kind.INPUT, leaves.nextSetBit(0), new BitSet())
        : of(node);
  }
}
