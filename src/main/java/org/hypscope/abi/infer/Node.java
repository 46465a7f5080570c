package org.hypscope.abi.infer;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A value that depends on what the caller of a handler put in, as an expression over these inputs.
 * Its steps are the instructions that were executed: it is evaluated by executing them again.
 */
sealed interface Node {
  /** Its value in the run that it belongs to. */
  int value();

  /** The {@link Inputs} that it depends on. */
  BitSet leaves();

  /** The number of instructions between it and the inputs, on the longest way. */
  int depth();

  /** One of the inputs as it was given. */
  record Leaf(int index, int value) implements Node {
    @Override
    public BitSet leaves() {
      BitSet leaves = new BitSet();
      leaves.set(index);
      return leaves;
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /**
   * The immediate of the HVC, as hardware or memory shows it.
   *
   * @param value the word that holds it
   * @param spread whether it is spread over the word as in the A32 instruction, else in bits 15:0
   */
  record Immediate(int value, boolean spread) implements Node {
    private static final int FIELD = 0xffff;
    private static final int SPREAD = 0xfff0f;

    /** The word for another immediate. */
    int with(int immediate) {
      return spread
          ? value & ~SPREAD | (immediate & 0xfff0) << 4 | immediate & 0xf
          : value & ~FIELD | immediate & FIELD;
    }

    /** The immediate in {@code word}, or -1 if no immediate gives it. */
    int in(int word) {
      int immediate = spread ? word >>> 4 & 0xfff0 | word & 0xf : word & FIELD;
      return with(immediate) == word ? immediate : -1;
    }

    @Override
    public BitSet leaves() {
      return new Leaf(Inputs.IMMEDIATE, 0).leaves();
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /**
   * A byte or halfword of a word that went through memory.
   *
   * @param of the word
   * @param shift where it lies in the word
   * @param bits 8 or 16
   * @param signed whether it is sign-extended
   */
  record Part(Node of, int shift, int bits, boolean signed) implements Node {
    @Override
    public int value() {
      return in(of.value());
    }

    /** The part of another word. */
    int in(int word) {
      int top = word >>> shift << 32 - bits;
      return signed ? top >> 32 - bits : top >>> 32 - bits;
    }

    /** The word as it is, with {@code part} in its place. */
    int with(int part) {
      int mask = (1 << bits) - 1;
      return of.value() & ~(mask << shift) | (part & mask) << shift;
    }

    @Override
    public BitSet leaves() {
      return of.leaves();
    }

    @Override
    public int depth() {
      return of.depth() + 1;
    }
  }

  /**
   * What an instruction made of values of which one at least depends on inputs.
   *
   * @param step the instruction as it was executed
   * @param output a register, or {@link Step#PC} or {@link Step#FLAGS}
   * @param value what came out
   * @param leaves of all that it read
   * @param depth one more than what it read
   */
  record Derived(Step step, int output, int value, BitSet leaves, int depth) implements Node {
    static Derived of(Step step, int output, int value) {
      BitSet leaves = new BitSet();
      int depth = 0;
      for (Node each : step.operands()) {
        if (each != null) {
          leaves.or(each.leaves());
          depth = Math.max(depth, each.depth());
        }
      }
      return new Derived(step, output, value, leaves, depth + 1);
    }
  }

  /**
   * One executed instruction with all that it could see.
   *
   * @param insn the instruction
   * @param pc where it stands
   * @param cpsr before it
   * @param registers R0 to R14 before it
   * @param operands what it read, by register, and {@link #FLAGS}; null for what depends on no
   *     input
   */
  record Step(Insn insn, int pc, int cpsr, int[] registers, Node[] operands) {
    static final int PC = 15;
    static final int FLAGS = 16;
    static final int OPERANDS = 17;

    /** The slots whose value depends on inputs. */
    int[] slots() {
      return java.util.stream.IntStream.range(0, OPERANDS)
          .filter(slot -> operands[slot] != null)
          .toArray();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return insn + " at " + pc + " of " + Arrays.toString(operands);
    }
  }

  /** The input that {@code node} is, unchanged, or -1. */
  static int identity(Node node) {
    return node instanceof Leaf leaf ? leaf.index() : -1;
  }
}
