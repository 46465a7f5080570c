package org.hypscope.abi;

import java.util.List;
import java.util.Locale;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * One caller before one handler, executed.
 *
 * @param id which caller, which handler, which build
 * @param entry address at which the image is entered for this cell
 * @param at the instant at which it stands at the HVC
 * @param inputs r0 to r12 there
 * @param hvbarBefore HVBAR there
 * @param instructions instructions that retired from the HVC to the end
 * @param registers r0 to r12, SP and LR at the end
 * @param hvbarAfter HVBAR at the end
 * @param endPc where it ended
 * @param endMode the mode there
 * @param outcome how it ended for the caller
 * @param sentence the same in one sentence, with the reason
 * @param parted the instant at which it took the turn to that end
 * @param partedAt the instruction there, with its symbol
 * @param rules the rules that findings name
 */
public record MatrixCell(
    Id id,
    int entry,
    Mark at,
    List<Integer> inputs,
    int hvbarBefore,
    long instructions,
    List<Integer> registers,
    int hvbarAfter,
    int endPc,
    Mode endMode,
    Outcome outcome,
    String sentence,
    Mark parted,
    String partedAt,
    List<String> rules) {
  /**
   * Which cell.
   *
   * @param image the image's name
   * @param handler the contract that the handler follows
   * @param mmu whether the HYP MMU is on
   * @param caller the contract that the caller speaks
   * @param call the kind of call
   */
  public record Id(String image, String handler, boolean mmu, String caller, CallKind call) {
    /** {@code S4 soft-restart}. */
    public String row() {
      return caller + " " + call.word();
    }

    /** {@code K4} or {@code K4+M} with the HYP MMU on. */
    public String column() {
      return mmu ? handler + "+M" : handler;
    }

    /** The symbol at which the image is entered for this cell. */
    public String symbol() {
      return "cell_%s_%s__%s_%s"
          .formatted(handler, mmu ? "on" : "off", caller, call.word().replace('-', '_'));
    }
  }

  /** Copies the lists. */
  public MatrixCell {
    inputs = List.copyOf(inputs);
    registers = List.copyOf(registers);
    rules = List.copyOf(rules);
  }

  /** The class of the outcome, in a word: a call that left for good as promised works. */
  public String word() {
    return outcome == Outcome.NO_RETURN
        ? Outcome.WORKS.word()
        : outcome.word().toLowerCase(Locale.ROOT);
  }

  /** The command that opens this cell, standing at the HVC. */
  public String command() {
    return "run %s --entry %s --to hvc:1 --registers".formatted(id.image(), id.symbol());
  }
}
