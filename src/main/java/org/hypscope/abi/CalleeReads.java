package org.hypscope.abi;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.decode.DisassembledInsn;

/**
 * Watches a function that a hypercall calls: whether it reads r3 before it writes it. The shift
 * brings r1 to r3 to r0 to r2, so that r3 holds nothing that was meant for it.
 */
final class CalleeReads {
  private static final int FARTHEST = 64;

  private final Set<String> written = new TreeSet<>();
  private int seen;
  private Fourth found;

  /**
   * What the function reads that nobody carried.
   *
   * @param pc address of the instruction
   * @param text the instruction
   * @param wide whether it takes r2 and r3 for one 64-bit value
   */
  record Fourth(int pc, String text, boolean wide) {}

  /** The instruction at {@code core.pc()}, of the function, is about to run. */
  void next(Core core) {
    if (found == null && seen < FARTHEST && !written.contains("r3")) {
      seen++;
      CodeAt.insn(core, core.pc()).ifPresent(this::look);
    }
  }

  private void look(DisassembledInsn insn) {
    Set<String> reads = CodeAt.names(insn.reads());
    if (reads.contains("r3") && !saves(insn)) {
      boolean wide = reads.contains("r2") && !written.contains("r2");
      found = new Fourth(insn.address(), insn.text(), wide);
    }
    written.addAll(CodeAt.names(insn.writes()));
    if (insn.mnemonic().startsWith("bl")) {
      seen = FARTHEST;
    }
  }

  /** A compiler saves r3 only to keep the stack aligned. */
  private static boolean saves(DisassembledInsn insn) {
    boolean onStack = insn.mnemonic().startsWith("str") && insn.operands().contains("[sp");
    return onStack || insn.mnemonic().startsWith("push") || insn.mnemonic().startsWith("stm");
  }

  Optional<Fourth> found() {
    return Optional.ofNullable(found);
  }
}
