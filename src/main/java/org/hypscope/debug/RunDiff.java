package org.hypscope.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.debug.symbols.Symbol;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;

/** Compares two runs, instruction by instruction, up to where they first differ. */
public final class RunDiff {
  private static final int SLICE = 1 << 14;

  private final Run left;
  private final Run right;

  /**
   * One run where the two part.
   *
   * @param mark the instant at which the core's registers first differ from the other's
   * @param pc the address of the instruction before that instant, which made the difference
   * @param symbol what lies there
   * @param instruction how it reads; empty at the start, and where nothing can be fetched
   * @param next the address of the instruction that comes next
   * @param nextSymbol what lies there
   */
  public record Side(
      Mark mark, int pc, String symbol, String instruction, int next, String nextSymbol) {}

  /**
   * A register that differs.
   *
   * @param name its bank
   */
  public record Register(String name, int left, int right) {}

  /**
   * Where two runs part.
   *
   * @param registers the physical registers that differ; none where just one run goes on
   * @param ended a sentence where one of the runs ends there, empty where both go on
   */
  public record Parting(Side left, Side right, List<Register> registers, String ended) {}

  /**
   * What was found out.
   *
   * @param parting where they part; empty where they did not
   * @param compared how many steps were compared
   * @param complete whether both were compared to their end
   */
  public record Result(Optional<Parting> parting, long compared, boolean complete) {}

  /**
   * What is run.
   *
   * @param inputs what comes in
   */
  public record Subject(Target target, List<InputJournal.Entry> inputs) {
    /** {@code target}, with nothing coming in. */
    public Subject(Target target) {
      this(target, List.of());
    }
  }

  /** What makes two instants the same. */
  public enum By {
    /** The registers of the current mode. */
    REGISTERS,
    /** Which instruction comes next, by the names of symbols: of two builds of one source. */
    PATH
  }

  private record Run(Timeline timeline, Symbols symbols, String name, By by) {
    static Run of(Subject subject, By by) {
      Target target = subject.target();
      Machine machine = Machine.create(target.board(), target.image());
      return new Run(
          new Timeline(machine, new InputJournal(subject.inputs())),
          new Symbols(target.image()),
          target.image().name(),
          by);
    }

    /** The hashes of what is compared before each of the next steps. */
    int[] next(int most) {
      int[] hashes = new int[most + 1];
      long from = timeline.steps();
      StopCause cause = StopCause.STEPS;
      while (timeline.steps() - from < most && cause == StopCause.STEPS) {
        hashes[(int) (timeline.steps() - from)] = hash(timeline.machine().core());
        cause =
            timeline.advance(
                most - (timeline.steps() - from),
                core -> {
                  hashes[(int) (timeline.steps() - from)] = hash(core);
                  return false;
                });
      }
      return Arrays.copyOf(hashes, (int) (timeline.steps() - from));
    }

    private int hash(Core core) {
      if (by == By.PATH) {
        int pc = core.pc();
        Symbol symbol = symbols.at(pc).orElse(null);
        return symbol == null ? pc : 31 * symbol.name().hashCode() + pc - symbol.address();
      }
      int hash = core.pc();
      for (int n = 0; n < 15; n++) {
        hash = 31 * hash + core.r(n);
      }
      return 31 * hash + core.cpsr();
    }

    Side at(long steps) {
      timeline.goTo(Math.max(0, steps - 1));
      Core before = timeline.machine().core();
      int pc = before.pc();
      InsnFlow flow = steps == 0 ? null : InsnFlow.of(before);
      String instruction = flow == null ? "" : flow.toString();
      timeline.goTo(steps);
      int next = timeline.machine().core().pc();
      return new Side(
          timeline.mark(), pc, symbols.describe(pc), instruction, next, symbols.describe(next));
    }
  }

  private RunDiff(Run left, Run right) {
    this.left = left;
    this.right = right;
  }

  /**
   * Compares two runs from reset for {@code limit} steps at most.
   *
   * @param progress is told now and then how many steps were compared
   * @param stop asked now and then: true ends the comparison
   */
  public static Result compare(
      Subject left, Subject right, By by, long limit, LongConsumer progress, BooleanSupplier stop) {
    return new RunDiff(Run.of(left, by), Run.of(right, by)).compare(limit, progress, stop);
  }

  /** Compares two runs of one image that stand at the same instant, as {@link #compare} does. */
  static Result between(
      Timeline left, Timeline right, Symbols symbols, long limit, BooleanSupplier stop) {
    return new RunDiff(
            new Run(left, symbols, "This run", By.REGISTERS),
            new Run(right, symbols, "The other run", By.REGISTERS))
        .compare(limit, steps -> {}, stop);
  }

  private Result compare(long limit, LongConsumer progress, BooleanSupplier stop) {
    long start = left.timeline.steps();
    long done = 0;
    while (done < limit && !stop.getAsBoolean()) {
      int most = (int) Math.min(SLICE, limit - done);
      int[] one = left.next(most);
      int[] other = right.next(most);
      int same = 0;
      while (same < Math.min(one.length, other.length) && one[same] == other[same]) {
        same++;
      }
      if (same < Math.max(one.length, other.length)) {
        return new Result(Optional.of(parting(start + done + same)), done + same, true);
      }
      done += same;
      progress.accept(done);
      if (same < most) {
        return new Result(Optional.empty(), done, true);
      }
    }
    return new Result(Optional.empty(), done, false);
  }

  private Parting parting(long steps) {
    long leftEnd = left.timeline.frontier();
    long rightEnd = right.timeline.frontier();
    Side one = left.at(Math.min(steps, leftEnd));
    Side other = right.at(Math.min(steps, rightEnd));
    String ended =
        steps >= leftEnd
            ? left.name + " ends here."
            : steps >= rightEnd ? right.name + " ends here." : "";
    return new Parting(one, other, registers(), ended);
  }

  private List<Register> registers() {
    int[] one = left.timeline.machine().core().registers();
    int[] other = right.timeline.machine().core().registers();
    List<Register> differ = new ArrayList<>();
    for (int n = 0; n < one.length; n++) {
      if (one[n] != other[n]) {
        differ.add(new Register(Bank.at(n).name(), one[n], other[n]));
      }
    }
    return differ;
  }
}
