package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hypscope.arm.arch.ThumbImmediate;

/** Finds inputs with which a decision of a handler goes another way. */
final class Branches {
  private static final int MOST_TARGETS = 10;
  private static final int TABLE = 64;
  private static final int LARGE_TABLE = 1024;

  private final Lab lab;
  private final Inversion inversion;
  private final IntPredicate code;

  /**
   * @param code whether an address may hold code
   */
  Branches(Lab lab, IntPredicate code) {
    this.lab = lab;
    this.inversion = new Inversion(lab);
    this.code = code;
  }

  /** Inputs, near those of the run that {@code decision} is of, that go another way. */
  Set<Inputs> others(Decision decision, Inputs inputs) {
    Set<Inputs> found = new LinkedHashSet<>();
    if (!(decision.node() instanceof Node.Derived node)) {
      return found;
    }
    if (!decision.computed()) {
      flip(node, x -> passes(decision.cond(), x) != decision.taken(), inputs, found);
    } else if (node.output() == Node.Step.PC && !node.step().insn().loads() && twoWays(node)) {
      flip(node, x -> x != decision.next(), inputs, found);
    } else {
      tables(node, inputs, found);
    }
    return found;
  }

  private static boolean twoWays(Node.Derived node) {
    String name = node.step().insn().mnemonic();
    return name.equals("CBZ") || name.equals("CBNZ");
  }

  /** ConditionPassed() for the flags NZCV. */
  static boolean passes(int cond, int flags) {
    boolean n = (flags & 8) != 0;
    boolean z = (flags & 4) != 0;
    boolean c = (flags & 2) != 0;
    boolean v = (flags & 1) != 0;
    boolean holds =
        switch (cond >>> 1) {
          case 0 -> z;
          case 1 -> c;
          case 2 -> n;
          case 3 -> v;
          case 4 -> c && !z;
          case 5 -> n == v;
          default -> !z && n == v;
        };
    return holds == ((cond & 1) == 0);
  }

  private void flip(Node.Derived node, IntPredicate other, Inputs inputs, Set<Inputs> found) {
    Map<Node, BitSet> operands = Inversion.operands(node.step());
    for (Map.Entry<Node, BitSet> operand : operands.entrySet()) {
      int flips = 0;
      for (int x : targets(node, operand.getValue(), operand.getKey().value())) {
        OptionalInt result = lab.apply(node.step(), node.output(), operand.getValue(), x);
        if (result.isPresent() && other.test(result.getAsInt()) && flips < MOST_TARGETS) {
          flips++;
          found.addAll(inversion.solve(operand.getKey(), x, inputs));
        }
      }
    }
    if (operands.size() == 2) {
      together(List.copyOf(operands.keySet()), inputs, found);
    } else if (operands.size() == 1 && found.isEmpty()) {
      deeper(node, other, inputs, found);
    }
  }

  /** Where one operand alone cannot do it: both the same, and each as the other is. */
  private void together(List<Node> both, Inputs inputs, Set<Inputs> found) {
    int[] wanted = {0, 1, -1, both.get(0).value(), both.get(1).value()};
    for (int x : wanted) {
      for (Inputs first : inversion.solve(both.get(0), x, inputs)) {
        found.addAll(inversion.solve(both.get(1), x, first));
      }
    }
  }

  /** The operand is made of several inputs: all of them 0, 1 or -1 at once. */
  private void deeper(Node.Derived node, IntPredicate other, Inputs inputs, Set<Inputs> found) {
    for (int x : new int[] {0, 1, -1}) {
      Inputs changed = inputs;
      BitSet leaves = node.leaves();
      for (int leaf = leaves.nextSetBit(0); leaf >= 0; leaf = leaves.nextSetBit(leaf + 1)) {
        changed = leaf < Inputs.REGISTERS ? changed.with(leaf, x) : changed;
      }
      OptionalInt result = lab.evaluate(node, changed);
      if (result.isPresent() && other.test(result.getAsInt())) {
        found.add(changed);
      }
    }
  }

  /** Values of an operand at which what is made of it may turn, the likeliest first. */
  private Set<Integer> targets(Node.Derived node, BitSet slots, int now) {
    Set<Integer> targets = new LinkedHashSet<>();
    Node.Step step = node.step();
    if (node.output() == Node.Step.FLAGS) {
      around(targets, boundary(x -> flag(step, slots, x, 1)));
      around(targets, signedBoundary(step, slots));
    }
    for (int n = 0; n < step.registers().length; n++) {
      if (step.insn().reads(1 << n) && !slots.get(n)) {
        around(targets, OptionalInt.of(step.registers()[n]));
        around(targets, OptionalInt.of(-step.registers()[n]));
        targets.add(now & ~step.registers()[n]);
        targets.add(now | step.registers()[n]);
      }
    }
    for (int immediate : immediates(step.insn().word())) {
      targets.add(immediate);
      targets.add(now & ~immediate);
      targets.add(now | immediate);
      targets.add(now ^ immediate);
    }
    for (int x = -2; x <= 2; x++) {
      targets.add(x);
    }
    targets.add(Integer.MIN_VALUE);
    targets.add(Integer.MAX_VALUE);
    for (int bit = 0; bit < 32; bit++) {
      targets.add(now ^ 1 << bit);
    }
    for (int bit = 0; bit < 32; bit++) {
      targets.add(1 << bit);
      targets.add((1 << bit) - 1);
    }
    return targets;
  }

  private static void around(Set<Integer> targets, OptionalInt value) {
    if (value.isPresent()) {
      targets.add(value.getAsInt());
      targets.add(value.getAsInt() - 1);
      targets.add(value.getAsInt() + 1);
    }
  }

  private static List<Integer> immediates(int word) {
    if ((word & 0x0e00_0000) != 0x0200_0000) {
      return List.of();
    }
    int imm12 = word & 0xfff;
    int a32 = Integer.rotateRight(imm12 & 0xff, imm12 >>> 7 & 0x1e);
    return List.of(a32, ThumbImmediate.expand(imm12));
  }

  private boolean flag(Node.Step step, BitSet slots, int x, int number) {
    int flags = lab.apply(step, Node.Step.FLAGS, slots, x).orElse(0);
    return (flags >>> number & 1) != 0;
  }

  /** Where {@code test} turns once, if it does, from 0 to 0xffffffff. */
  private static OptionalInt boundary(IntPredicate test) {
    boolean start = test.test(0);
    if (test.test(-1) == start) {
      return OptionalInt.empty();
    }
    long low = 0;
    long high = 0xffff_ffffL;
    while (high - low > 1) {
      long middle = low + high >>> 1;
      if (test.test((int) middle) == start) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalInt.of((int) high);
  }

  private OptionalInt signedBoundary(Node.Step step, BitSet slots) {
    OptionalInt found =
        boundary(
            x -> {
              int flags = lab.apply(step, Node.Step.FLAGS, slots, x ^ Integer.MIN_VALUE).orElse(0);
              return (flags >>> 3 & 1) == (flags & 1);
            });
    return found.isPresent()
        ? OptionalInt.of(found.getAsInt() ^ Integer.MIN_VALUE)
        : OptionalInt.empty();
  }

  /** PC comes out of a table, or is computed: every small index that leads to code. */
  private void tables(Node.Derived node, Inputs inputs, Set<Inputs> found) {
    List<Node.Derived> within = new ArrayList<>();
    collect(node, within, new IdentityHashMap<>());
    Set<Integer> seen = new LinkedHashSet<>();
    seen.add(node.value());
    for (Node.Derived each : within) {
      for (Node operand : Inversion.operands(each.step()).keySet()) {
        int misses = 0;
        for (int x = 0; x < LARGE_TABLE && misses < TABLE; x++) {
          misses = tryIndex(node, operand, x, inputs, seen, found) ? 0 : misses + 1;
        }
      }
    }
  }

  private boolean tryIndex(
      Node.Derived node, Node operand, int x, Inputs inputs, Set<Integer> seen, Set<Inputs> found) {
    boolean leads = false;
    for (Inputs other : inversion.solve(operand, x, inputs)) {
      OptionalInt pc = lab.evaluate(node, other);
      if (pc.isPresent() && code.test(pc.getAsInt() & ~1)) {
        leads = true;
        if (seen.add(pc.getAsInt()) || x < TABLE) {
          found.add(other);
        }
      }
    }
    return leads;
  }

  private static void collect(Node node, List<Node.Derived> within, Map<Node, Boolean> seen) {
    if (node instanceof Node.Derived derived && seen.put(node, true) == null) {
      within.add(derived);
      for (int slot : derived.step().slots()) {
        collect(derived.step().operands()[slot], within, seen);
      }
    }
  }
}
