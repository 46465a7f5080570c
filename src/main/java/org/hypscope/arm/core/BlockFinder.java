package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hypscope.arm.bus.Page;

/**
 * Decides which instructions go together into a {@link Block}, by what their rows declare that they
 * read and write: those that change nothing but registers, flags and memory, up to and with one
 * that branches.
 */
final class BlockFinder {
  private static final Pattern REGISTER = Pattern.compile("r[0-9]|sl|fp|ip|sp|lr");
  private static final Pattern FLAGS = Pattern.compile("[NZCV]+|Q|GE");
  private static final Pattern OTHER = Pattern.compile("memory|monitor|pc|T");
  private static final int SHORTEST = 2;

  private BlockFinder() {}

  /**
   * One instruction of a block.
   *
   * @param insn the instruction
   * @param offset bytes from the block's start
   * @param needsPlace whether it can fault, branch, or reads its own address
   * @param mayLeave whether it can change code, or ask the run to end
   * @param branches whether execution may go on elsewhere
   */
  record Step(Decoded insn, int offset, boolean needsPlace, boolean mayLeave, boolean branches) {}

  /**
   * The block that starts with the entry {@code index} of {@code page}; empty where there is none
   * that would be worth its class.
   */
  static List<Step> find(Page page, int index) {
    List<Step> steps = new ArrayList<>();
    int at = index;
    while (at < page.decoded.length && steps.size() < Block.LONGEST) {
      Step step = step((Decoded) page.decoded[at], (at - index) * 4);
      if (step == null) {
        break;
      }
      steps.add(step);
      if (step.branches) {
        break;
      }
      at++;
    }
    return steps.size() < SHORTEST ? List.of() : steps;
  }

  private static Step step(Decoded insn, int offset) {
    if (insn == null || insn.form == null || insn.unpredictable != null) {
      return null;
    }
    String[] reads = items(insn.form.effects().reads(insn.word));
    String[] writes = items(insn.form.effects().writes(insn.word));
    if (writes.length == 0 || !known(reads) || !known(writes)) {
      return null;
    }
    boolean memory = has(reads, "memory") || has(writes, "memory");
    boolean branches = has(writes, "pc");
    boolean needsPlace = memory || branches || has(reads, "pc");
    return new Step(insn, offset, needsPlace, memory, branches);
  }

  private static String[] items(String text) {
    return text.isEmpty() ? new String[0] : text.split(", ");
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
