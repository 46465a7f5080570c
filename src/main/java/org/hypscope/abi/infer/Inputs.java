package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a caller puts in: R0 to R12 and the immediate of the HVC. Behind them, the names of what
 * else a handler may find and pass on.
 */
record Inputs(int[] values) {
  /** How many registers a caller gives. */
  static final int REGISTERS = 13;

  /** The immediate. */
  static final int IMMEDIATE = 13;

  /** How many inputs can be chosen. */
  static final int COUNT = 14;

  /** The caller's LR. */
  static final int LINK = 14;

  /** SP_hyp as it was. */
  static final int STACK = 15;

  /** What a called function returned in R0. */
  static final int RESULT = 16;

  /** What it returned in R1. */
  static final int RESULT_HIGH = 17;

  /** What it left in another register that a function may use. */
  static final int LEFTOVER = 18;

  int get(int index) {
    return values[index];
  }

  Inputs with(int index, int value) {
    int[] copy = values.clone();
    copy[index] = value;
    return new Inputs(copy);
  }

  /** How inputs are called. */
  static String name(int index) {
    return index < REGISTERS
        ? "r" + index
        : switch (index) {
          case IMMEDIATE -> "the immediate";
          case LINK -> "lr";
          case STACK -> "sp";
          case RESULT -> "the function's result";
          case RESULT_HIGH -> "the high word of the function's result";
          default -> "what the function left";
        };
  }

  /** {@code r0}, {@code r0 and r1}, {@code r0, r1 and r2}. */
  static String names(BitSet inputs) {
    List<String> names = new ArrayList<>();
    inputs.stream().forEach(index -> names.add(name(index)));
    return list(names);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inputs inputs && Arrays.equals(values, inputs.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
