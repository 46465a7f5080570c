package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds inputs for which an expression has a wanted value, by going back instruction by
 * instruction. An instruction is inverted by trying it: as a sum modulo 2^32, as a linear map of
 * bits, or by search among small values.
 */
final class Inversion {
  private static final int SMALL = 64;
  private static final int MOST = 4;
  private static final int[] SAMPLES = {3, 0x1234_5678, 0x8000_0001, 0xffff_fff0, 0x0f0f_a5a5};

  private final Lab lab;

  Inversion(Lab lab) {
    this.lab = lab;
  }

  /** Inputs like {@code inputs} for which {@code node}, of a run with those, is {@code target}. */
  List<Inputs> solve(Node node, int target, Inputs inputs) {
    if (node instanceof Node.Leaf leaf) {
      return leaf.index() < Inputs.REGISTERS
          ? List.of(inputs.with(leaf.index(), target))
          : List.of();
    }
    if (node instanceof Node.Immediate immediate) {
      int found = immediate.in(target);
      return found < 0 ? List.of() : List.of(inputs.with(Inputs.IMMEDIATE, found));
    }
    if (node instanceof Node.Part part) {
      int word = part.with(target);
      return part.in(word) == target ? solve(part.of(), word, inputs) : List.of();
    }
    Node.Derived derived = (Node.Derived) node;
    List<Inputs> found = new ArrayList<>();
    for (Map.Entry<Node, BitSet> operand : operands(derived.step()).entrySet()) {
      for (int x : preimages(derived, operand.getValue(), operand.getKey().value(), target)) {
        found.addAll(solve(operand.getKey(), x, inputs));
        if (found.size() >= MOST) {
          return found;
        }
      }
    }
    return found;
  }

  /** What an instruction read, with all the slots in which it read the same. */
  static Map<Node, BitSet> operands(Node.Step step) {
    Map<Node, BitSet> operands = new LinkedHashMap<>();
    for (int slot : step.slots()) {
      operands.computeIfAbsent(step.operands()[slot], node -> new BitSet()).set(slot);
    }
    return operands;
  }

  private Set<Integer> preimages(Node.Derived node, BitSet slots, int now, int target) {
    Set<Integer> found = new LinkedHashSet<>();
    if (!node.step().insn().loads() && node.output() < Node.Step.PC) {
      affine(node, slots, target).ifPresent(found::add);
      if (found.isEmpty()) {
        linear(node, slots, now, target).ifPresent(found::add);
      }
    }
    for (int x = -2; found.isEmpty() && x < SMALL; x++) {
      if (gives(node, slots, x, target)) {
        found.add(x);
      }
    }
    return found;
  }

  private boolean gives(Node.Derived node, BitSet slots, int x, int target) {
    OptionalInt value = lab.apply(node.step(), node.output(), slots, x);
    return value.isPresent() && value.getAsInt() == target;
  }

  private int at(Node.Derived node, BitSet slots, int x) {
    return lab.apply(node.step(), node.output(), slots, x).orElse(0);
  }

  /** Where the instruction is a * x + b. */
  private OptionalInt affine(Node.Derived node, BitSet slots, int target) {
    int b = at(node, slots, 0);
    int a = at(node, slots, 1) - b;
    for (int x : SAMPLES) {
      if (at(node, slots, x) != a * x + b) {
        return OptionalInt.empty();
      }
    }
    int shift = Integer.numberOfTrailingZeros(a);
    int rest = target - b;
    if (a == 0 || rest != 0 && Integer.numberOfTrailingZeros(rest) < shift) {
      return OptionalInt.empty();
    }
    int odd = a >>> shift;
    int inverse = odd;
    for (int n = 0; n < 5; n++) {
      inverse *= 2 - odd * inverse;
    }
    int x = (rest >>> shift) * inverse & (shift == 0 ? -1 : -1 >>> shift);
    return gives(node, slots, x, target) ? OptionalInt.of(x) : OptionalInt.empty();
  }

  /** Where the instruction is linear in the bits of x: the solution with most bits as they are. */
  private OptionalInt linear(Node.Derived node, BitSet slots, int now, int target) {
    int zero = at(node, slots, 0);
    int[] columns = new int[32];
    for (int bit = 0; bit < 32; bit++) {
      columns[bit] = at(node, slots, 1 << bit) ^ zero;
    }
    int[] reduced = new int[32];
    int[] made = new int[32];
    for (int bit = 0; bit < 32; bit++) {
      insert(columns[bit], 1 << bit, reduced, made);
    }
    int rest = target ^ at(node, slots, now);
    int change = 0;
    for (int row = 31; row >= 0; row--) {
      if ((rest >>> row & 1) != 0 && reduced[row] != 0) {
        rest ^= reduced[row];
        change ^= made[row];
      }
    }
    int x = now ^ change;
    return rest == 0 && gives(node, slots, x, target) ? OptionalInt.of(x) : OptionalInt.empty();
  }

  private static void insert(int column, int source, int[] reduced, int[] made) {
    int value = column;
    int from = source;
    for (int row = 31; row >= 0 && value != 0; row--) {
      if ((value >>> row & 1) == 0) {
        continue;
      }
      if (reduced[row] == 0) {
        reduced[row] = value;
        made[row] = from;
        return;
      }
      value ^= reduced[row];
      from ^= made[row];
    }
  }
}
