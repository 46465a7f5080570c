package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Condition;
import org.hypscope.abi.Contract;

/** Register contents at and around every number that contracts compare registers with. */
final class Witnesses {
  private static final int USUAL = 0x5000_1000;
  private static final int MOST = 20_000;

  private Witnesses() {}

  /** R0 to R12, many times. */
  static List<int[]> of(Contract... contracts) {
    Map<Integer, Set<Integer>> values = new TreeMap<>();
    for (Contract contract : contracts) {
      for (CallSpec call : contract.calls()) {
        call.when().terms().forEach(term -> add(term, values));
      }
    }
    List<int[]> all = new ArrayList<>();
    int[] usual = new int[CallSpec.REGISTERS];
    for (int n = 0; n < usual.length; n++) {
      usual[n] = USUAL + 0x100 * n;
    }
    all.add(usual);
    values.forEach((register, each) -> cross(all, register, each));
    return all;
  }

  private static void add(Condition.Term term, Map<Integer, Set<Integer>> values) {
    Set<Integer> of = values.computeIfAbsent(term.register(), r -> new LinkedHashSet<>());
    of.addAll(List.of(USUAL + 0x100 * term.register(), 0, -1));
    for (int value : new int[] {term.value(), term.last()}) {
      for (int near = -1; near <= 1; near++) {
        of.add(value + near);
        if (term.mask() != -1) {
          of.add(value + near & term.mask() | 0x5a5a_5a5a & ~term.mask());
        }
      }
    }
  }

  private static void cross(List<int[]> all, int register, Set<Integer> values) {
    List<int[]> before = List.copyOf(all);
    for (int[] each : before) {
      for (int value : values) {
        if (all.size() < MOST) {
          int[] other = each.clone();
          other[register] = value;
          all.add(other);
        }
      }
    }
  }
}
