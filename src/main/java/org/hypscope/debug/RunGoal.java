package org.hypscope.debug;

import java.util.Objects;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;

/** Where a run is to end, if nothing ends it before. */
public sealed interface RunGoal {
  /** What is run to, to go into a sentence: "the next HVC". */
  String describe();

  /** Before the instruction at {@code address} is executed. */
  static RunGoal toAddress(int address) {
    return new Address(address);
  }

  /** Before the next HVC whose condition holds. */
  static RunGoal nextHvc() {
    return new NextHvc();
  }

  /** Before the next exception return: ERET, SUBS PC and its kin, LDM with PC and ^, RFE. */
  static RunGoal toEret() {
    return new Eret();
  }

  /** At an instant; one that the run has been at is gone to directly, back or forth. */
  static RunGoal toMark(MarkExpression mark) {
    return new ToMark(mark);
  }

  /**
   * At an instant, as {@link #toMark(MarkExpression)}, written as {@link MarkExpression#parse}
   * takes it.
   *
   * @throws IllegalArgumentException with one sentence where it is no instant
   */
  static RunGoal toMark(String mark) {
    return new ToMark(MarkExpression.parse(mark));
  }

  /** Until the machine ends or is stopped. */
  static RunGoal forever() {
    return new Forever();
  }

  /** After {@code count} instructions. */
  static RunGoal steps(long count) {
    return new Steps(count);
  }

  /** {@code goal}, or {@code steps} instructions from here if they come first. */
  static RunGoal within(long steps, RunGoal goal) {
    return new Within(steps, goal);
  }

  /** When {@code mode} is entered from another. */
  static RunGoal entering(Mode mode) {
    return new Entering(mode);
  }

  /** Where {@code one} and {@code other} hold the same value: for a run back. */
  static RunGoal agreeing(Place one, Place other) {
    return new Agreeing(one, other);
  }

  /** Where the {@link Expression} {@code condition} holds: for a run back. */
  static RunGoal holding(String condition) {
    return new Holding(condition);
  }

  /** Before the first instruction outside the loaded executable segments. */
  static RunGoal untilWildBranch() {
    return new WildBranch();
  }

  /** See {@link #toAddress}. */
  record Address(int address) implements RunGoal {
    @Override
    public String describe() {
      return Bits.hex(address);
    }
  }

  /** See {@link #nextHvc}. */
  record NextHvc() implements RunGoal {
    @Override
    public String describe() {
      return "the next HVC";
    }
  }

  /** See {@link #toEret}. */
  record Eret() implements RunGoal {
    @Override
    public String describe() {
      return "the next exception return";
    }
  }

  /** See {@link #toMark}. */
  record ToMark(MarkExpression mark) implements RunGoal {
    /** Checks that there is one. */
    public ToMark {
      Objects.requireNonNull(mark);
    }

    @Override
    public String describe() {
      return mark.toString();
    }
  }

  /** See {@link #forever}. */
  record Forever() implements RunGoal {
    @Override
    public String describe() {
      return "the end";
    }
  }

  /** See {@link #steps}. */
  record Steps(long count) implements RunGoal {
    @Override
    public String describe() {
      return count + " instructions";
    }
  }

  /** See {@link #within}. */
  record Within(long steps, RunGoal goal) implements RunGoal {
    @Override
    public String describe() {
      return goal.describe();
    }
  }

  /** See {@link #entering}. */
  record Entering(Mode mode) implements RunGoal {
    @Override
    public String describe() {
      return "entering " + mode;
    }
  }

  /** See {@link #agreeing}. */
  record Agreeing(Place one, Place other) implements RunGoal {
    @Override
    public String describe() {
      return one + " and " + other + " being equal";
    }
  }

  /** See {@link #holding}. */
  record Holding(String condition) implements RunGoal {
    @Override
    public String describe() {
      return condition;
    }
  }

  /** See {@link #untilWildBranch}. */
  record WildBranch() implements RunGoal {
    @Override
    public String describe() {
      return "a branch out of the image";
    }
  }
}
