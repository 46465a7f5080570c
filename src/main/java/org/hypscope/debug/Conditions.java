package org.hypscope.debug;

import org.hypscope.arm.arch.Psr;

/** ConditionPassed() on a CPSR that nobody executes with. */
final class Conditions {
  private Conditions() {}

  /** Whether condition {@code cond}, four bits, holds for {@code cpsr}. */
  static boolean passes(int cond, int cpsr) {
    boolean n = (cpsr & Psr.N) != 0;
    boolean z = (cpsr & Psr.Z) != 0;
    boolean c = (cpsr & Psr.C) != 0;
    boolean v = (cpsr & Psr.V) != 0;
    boolean result =
        switch (cond >>> 1) {
          case 0 -> z;
          case 1 -> c;
          case 2 -> n;
          case 3 -> v;
          case 4 -> c && !z;
          case 5 -> n == v;
          case 6 -> n == v && !z;
          default -> true;
        };
    return cond >= 14 || result == ((cond & 1) == 0);
  }
}
