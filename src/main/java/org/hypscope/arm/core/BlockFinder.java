package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.decode.Registers;

/**
 * Decides which instructions go together into a {@link Block}, by what their rows declare that they
 * read and write: those that change nothing but registers, flags, ITSTATE and memory, up to and
 * with one that always branches.
 */
final class BlockFinder {
  private static final Pattern REGISTER = Pattern.compile("r[0-9]|sl|fp|ip|sp|lr");
  private static final Pattern FLAGS = Pattern.compile("[NZCV]+|Q|GE");
  private static final Pattern FLOATING = Pattern.compile("[sdq][0-9]+|FPSCR");
  private static final Pattern OTHER = Pattern.compile("memory|monitor|pc|T|ITSTATE");
  private static final int SHORTEST = 2;
  private static final int AL = Cond.AL.ordinal();
  private static final int THUMB_UNIT = 2;
  private static final int CORE_REGISTERS = 15;
  private static final String[] NOTHING = {};

  private BlockFinder() {}

  /**
   * One instruction of a block.
   *
   * @param insn the instruction
   * @param it ITSTATE that it is executed under
   * @param nextIt ITSTATE that it leaves
   * @param offset bytes from the block's start
   * @param ahead how many bytes further on R15 reads
   * @param needsPlace whether it can fault, branch, or reads its own address
   * @param mayLeave whether it can change code, or ask the run to end
   * @param branches whether execution may go on elsewhere
   */
  record Step(
      Decoded insn,
      int it,
      int nextIt,
      int offset,
      int ahead,
      boolean needsPlace,
      boolean mayLeave,
      boolean branches) {

    /** What is executed: another thing in an IT block than outside, for some. */
    Decoded bound() {
      return it != 0 && insn.inIt != null ? insn.inIt : insn;
    }

    /** The condition of the IT block that must hold, AL for none. */
    int itCond() {
      return insn.cond == Decoded.ALWAYS ? AL : ItState.cond(it);
    }

    /** The condition of its own that must hold, AL for none. */
    int cond() {
      return Math.min(insn.cond, AL);
    }

    /** Whether it is executed whatever the flags are. */
    boolean always() {
      return itCond() == AL && cond() == AL;
    }

    /** Whether nothing that follows it is reached. */
    boolean ends() {
      return branches && always();
    }
  }

  /**
   * The block that starts with the entry {@code index} of {@code entries}, each of which stands for
   * {@code unit} bytes; empty where there is none that would be worth its class. The instruction
   * that no block may contain is marked.
   */
  static List<Step> find(Object[] entries, int index, int unit) {
    List<Step> steps = new ArrayList<>();
    int at = index;
    int it = 0;
    while (at < entries.length && steps.size() < Block.LONGEST) {
      Decoded insn = (Decoded) entries[at];
      int nextIt = insn == null || unit != THUMB_UNIT ? 0 : ItState.after(insn.raw, it);
      Step step = insn == null ? null : step(insn, it, nextIt, (at - index) * unit, 2 * unit);
      if (step == null) {
        break;
      }
      steps.add(step);
      if (step.ends()) {
        break;
      }
      it = nextIt;
      at += insn.size / unit;
    }
    return steps.size() < SHORTEST ? List.of() : steps;
  }

  private static Step step(Decoded insn, int it, int nextIt, int offset, int ahead) {
    String[] reads = insn.form == null ? NOTHING : items(insn.form.effects().reads(insn.raw));
    String[] writes = insn.form == null ? NOTHING : items(insn.form.effects().writes(insn.raw));
    if (unpredictable(insn, it) || writes.length == 0 || !known(reads) || !known(writes)) {
      insn.endsBlocks = true;
      return null;
    }
    boolean memory = has(reads, "memory") || has(writes, "memory");
    boolean branches = has(writes, "pc");
    boolean floating = floating(reads) || floating(writes);
    boolean needsPlace = memory || branches || floating || has(reads, "pc");
    return new Step(insn, it, nextIt, offset, ahead, needsPlace, memory, branches);
  }

  /** What {@code steps} may write, as {@link StopCheck#mayStopWithin} is told it. */
  static int written(List<Step> steps) {
    int written = 0;
    for (Step step : steps) {
      written |= written(step.insn());
    }
    return written;
  }

  private static int written(Decoded insn) {
    String[] writes = items(insn.form.effects().writes(insn.raw));
    int written = floating(writes) ? StopCheck.FLOATING : 0;
    for (int n = 0; n < CORE_REGISTERS; n++) {
      written |= has(writes, Registers.name(n)) ? 1 << n : 0;
    }
    return written;
  }

  private static boolean unpredictable(Decoded insn, int it) {
    boolean inIt = it != 0 && insn.form != null;
    return (inIt ? insn.form.unpredictable(insn.raw, it) : insn.unpredictable) != null;
  }

  private static String[] items(String text) {
    return text.isEmpty() ? NOTHING : text.split(", ");
  }

  private static boolean known(String[] items) {
    for (String item : items) {
      boolean known =
          REGISTER.matcher(item).matches()
              || FLOATING.matcher(item).matches()
              || FLAGS.matcher(item).matches()
              || OTHER.matcher(item).matches();
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** Whether floating-point registers take part, which may be denied. */
  private static boolean floating(String[] items) {
    return Stream.of(items).anyMatch(item -> FLOATING.matcher(item).matches());
  }

  private static boolean has(String[] items, String name) {
    return List.of(items).contains(name);
  }
}
