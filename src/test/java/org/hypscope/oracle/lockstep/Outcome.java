package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a case came to on both sides.
 *
 * @param executed how many of its words were executed
 * @param ours the state after it on the core, by {@link Slots}
 * @param theirs the state after it on QEMU
 * @param memory where the case's page differs first, or -1
 */
record Outcome(Case of, int executed, int[] ours, int[] theirs, int memory) {
  /** What is called different of a case that QEMU did not come back from. */
  static final String LOST_CASE = "lost";

  private static final int SAME = -1;
  private static final int LOST = -2;

  /** A case that QEMU did not come back from. */
  static Outcome lost(Case of, int[] ours) {
    return new Outcome(of, 1, ours, ours, LOST);
  }

  /** Which bits of a slot, of {@code memory} or of {@code lost} may differ. */
  interface Tolerance {
    int bits(String name);
  }

  /** Whether both sides came to the same. */
  boolean same() {
    return memory == SAME && Arrays.equals(ours, theirs);
  }

  /** What differs and may not: names of slots, {@code memory}, {@code lost}. */
  List<String> differences(Tolerance tolerance) {
    return different((name, bits) -> (bits & ~tolerance.bits(name)) != 0);
  }

  /** Whether something that differs is among what {@code tolerance} names. */
  boolean touches(Tolerance tolerance) {
    return !different((name, bits) -> (bits & tolerance.bits(name)) != 0).isEmpty();
  }

  private interface Choice {
    boolean takes(String name, int bits);
  }

  private List<String> different(Choice choice) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < Slots.COUNT; n++) {
      String name = Slots.all().get(n).name();
      if (ours[n] != theirs[n] && choice.takes(name, ours[n] ^ theirs[n])) {
        names.add(name);
      }
    }
    String other = memory == LOST ? LOST_CASE : "memory";
    if (memory != SAME && choice.takes(other, -1)) {
      names.add(other);
    }
    return names;
  }

  /** All that is needed to see the difference again. */
  String report() {
    StringBuilder text = new StringBuilder();
    for (Case.Step step : of.steps().subList(0, of.steps().size() - 1)) {
      text.append(
          String.format("after %08x %s%n", step.word(), step.subject().text(step.word(), 0)));
    }
    text.append(
        String.format(
            "%s in %s: %08x  %s%n",
            of.subject(), of.mode(), of.word(), of.subject().text(of.word(), of.itState())));
    for (int n = 0; n < Slots.COUNT; n++) {
      if (ours[n] != theirs[n]) {
        String name = Slots.all().get(n).name();
        text.append(
            String.format(
                "  %s is %08x here, %08x on QEMU, was %08x%n",
                name, ours[n], theirs[n], of.in()[n]));
      }
    }
    if (memory != SAME) {
      text.append(
          memory == LOST
              ? String.format("  QEMU does not come back%n")
              : String.format("  memory differs from offset 0x%x of the page on%n", memory));
    }
    text.append("  before:");
    for (int n = 0; n < Slots.D0; n++) {
      text.append(String.format(" %s=%08x", Slots.all().get(n).name(), of.in()[n]));
    }
    return text.append(String.format("%n")).toString();
  }
}
