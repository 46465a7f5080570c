package org.hypscope.arm.core;

import java.util.Arrays;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;

/**
 * How often each kind of exception was taken on a core, how often it returned from one, and how
 * often each mode was entered from another. Two images tell by it what cannot have happened between
 * them. The counts wrap.
 */
public final class Passages {
  private final int[] taken = new int[ExceptionKind.values().length];
  private final int[] entered = new int[Mode.values().length];
  private int returns;

  Passages() {}

  void took(ExceptionKind kind, Mode from, Mode to) {
    taken[kind.ordinal()]++;
    went(from, to);
  }

  void returned(Mode from, Mode to) {
    returns++;
    went(from, to);
  }

  void went(Mode from, Mode to) {
    if (from != to) {
      entered[to.ordinal()]++;
    }
  }

  void copyFrom(Passages other) {
    System.arraycopy(other.taken, 0, taken, 0, taken.length);
    System.arraycopy(other.entered, 0, entered, 0, entered.length);
    returns = other.returns;
  }

  /** Whether an exception of {@code kind} was taken since {@code before}. */
  public boolean tookSince(Passages before, ExceptionKind kind) {
    return taken[kind.ordinal()] != before.taken[kind.ordinal()];
  }

  /** Whether any exception was taken since {@code before}. */
  public boolean tookSince(Passages before) {
    return !Arrays.equals(taken, before.taken);
  }

  /** Whether there was a return from an exception since {@code before}. */
  public boolean returnedSince(Passages before) {
    return returns != before.returns;
  }

  /** Whether {@code mode} was entered from another since {@code before}. */
  public boolean enteredSince(Passages before, Mode mode) {
    return entered[mode.ordinal()] != before.entered[mode.ordinal()];
  }
}
