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

  private record Run(Timeline timeline, Symbols symbols, String name) {
    static Run of(Target target) {
      Machine machine = Machine.create(target.board(), target.image());
      return new Run(
          new Timeline(machine, new InputJournal()),
          new Symbols(target.image()),
          target.image().name());
    }

    /** The hashes of the core's registers before each of the next steps. */
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

    private static int hash(Core core) {
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

  private RunDiff(Target left, Target right) {
    this.left = Run.of(left);
    this.right = Run.of(right);
  }

  /**
   * Compares the runs of two images for {@code limit} steps at most.
   *
   * @param progress is told now and then how many steps were compared
   * @param stop asked now and then: true ends the comparison
   */
  public static Result compare(
      Target left, Target right, long limit, LongConsumer progress, BooleanSupplier stop) {
    return new RunDiff(left, right).compare(limit, progress, stop);
  }

  private Result compare(long limit, LongConsumer progress, BooleanSupplier stop) {
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
        return new Result(Optional.of(parting(done + same)), done + same, true);
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
