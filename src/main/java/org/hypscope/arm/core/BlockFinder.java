package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hypscope.arm.arch.Cond;

/**
 * Decides which instructions go together into a {@link Block}, by what their rows declare that they
 * read and write: those that change nothing but registers, flags and memory, up to and with one
 * that always branches.
 */
final class BlockFinder {
  private static final Pattern REGISTER = Pattern.compile("r[0-9]|sl|fp|ip|sp|lr");
  private static final Pattern FLAGS = Pattern.compile("[NZCV]+|Q|GE");
  private static final Pattern OTHER = Pattern.compile("memory|monitor|pc|T");
  private static final int SHORTEST = 2;
  private static final int AL = Cond.AL.ordinal();
  private static final String[] NOTHING = {};

  private BlockFinder() {}

  /**
   * One instruction of a block.
   *
   * @param insn the instruction
   * @param offset bytes from the block's start
   * @param ahead how many bytes further on R15 reads
   * @param needsPlace whether it can fault, branch, or reads its own address
   * @param mayLeave whether it can change code, or ask the run to end
   * @param branches whether execution may go on elsewhere
   */
  record Step(
      Decoded insn,
      int offset,
      int ahead,
      boolean needsPlace,
      boolean mayLeave,
      boolean branches) {}

  /**
   * The block that starts with the entry {@code index} of {@code entries}, each of which stands for
   * {@code unit} bytes; empty where there is none that would be worth its class. The instruction
   * that no block may contain is marked.
   */
  static List<Step> find(Object[] entries, int index, int unit) {
    List<Step> steps = new ArrayList<>();
    int at = index;
    while (at < entries.length && steps.size() < Block.LONGEST) {
      Decoded insn = (Decoded) entries[at];
      Step step = insn == null ? null : step(insn, (at - index) * unit, 2 * unit);
      if (step == null) {
        break;
      }
      steps.add(step);
      if (step.branches && insn.cond == AL) {
        break;
      }
      at += insn.size / unit;
    }
    return steps.size() < SHORTEST ? List.of() : steps;
  }

  private static Step step(Decoded insn, int offset, int ahead) {
    String[] reads = insn.form == null ? NOTHING : items(insn.form.effects().reads(insn.raw));
    String[] writes = insn.form == null ? NOTHING : items(insn.form.effects().writes(insn.raw));
    if (insn.unpredictable != null || writes.length == 0 || !known(reads) || !known(writes)) {
      insn.endsBlocks = true;
      return null;
    }
    boolean memory = has(reads, "memory") || has(writes, "memory");
    boolean branches = has(writes, "pc");
    boolean needsPlace = memory || branches || has(reads, "pc");
    return new Step(insn, offset, ahead, needsPlace, memory, branches);
  }

  private static String[] items(String text) {
    return text.isEmpty() ? NOTHING : text.split(", ");
  }

  private static boolean known(String[] items) {
    for (String item : items) {
      boolean known =
          REGISTER.matcher(item).matches()
              || FLAGS.matcher(item).matches()
              || OTHER.matcher(item).matches();
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(String[] items, String name) {
    return List.of(items).contains(name);
  }
}
