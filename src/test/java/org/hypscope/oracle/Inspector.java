package org.hypscope.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what a debugger does not show, by having the target execute one instruction in a scratch
 * word and putting everything back. The MMU must be off, the target in a mode that may make the
 * access.
 */
final class Inspector {
  private static final int SCRATCH = 0x47ff0000;
  private static final int MRS_BANKED = 0xe1000200;
  private static final int MRC_CP15 = 0xee100f10;
  private static final int MRRC_CP15 = 0xec510f00;

  private final Target target;

  Inspector(Target target) {
    this.target = target;
  }

  /**
   * R0 after {@code insn}, which may write R0 and R1 only, has been executed in the present mode.
   */
  int execute(int insn) {
    int[] before = target.registers();
    int word = target.word(SCRATCH);
    target.setWords(SCRATCH, insn);
    target.setRegister(Target.PC, SCRATCH);
    target.step();
    int[] after = target.registers();
    target.setWords(SCRATCH, word);
    target.setRegister(0, before[0]);
    target.setRegister(1, before[1]);
    target.setRegister(Target.PC, before[Target.PC]);
    if (after[Target.PC] != SCRATCH + 4) {
      throw new IllegalStateException(
          String.format("0x%08x went to 0x%08x", insn, after[Target.PC]));
    }
    return after[0];
  }

  /** The banked registers in {@code banks} by name. */
  Map<String, Integer> banked(Iterable<BankedRegister> banks) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (BankedRegister bank : banks) {
      values.put(bank.register(), execute(MRS_BANKED | bank.field()));
    }
    return values;
  }

  /** The 32-bit CP15 register {@code opc1, CRn, CRm, opc2}. */
  int cp15(int opc1, int crn, int crm, int opc2) {
    return execute(MRC_CP15 | opc1 << 21 | crn << 16 | opc2 << 5 | crm);
  }

  /** The low half of the 64-bit CP15 register {@code opc1, CRm}. */
  int cp15Wide(int opc1, int crm) {
    return execute(MRRC_CP15 | opc1 << 4 | crm);
  }
}
