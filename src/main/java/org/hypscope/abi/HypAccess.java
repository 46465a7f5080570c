package org.hypscope.abi;

import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;

/**
 * An access to a banked register, or a change of mode, that HYP may not make.
 *
 * @param pc address of the instruction
 * @param text the instruction
 * @param reason what the core says of it
 */
record HypAccess(int pc, String text, String reason) {
  /** Such an access, where the instruction at {@code pc}, which is UNPREDICTABLE, is one. */
  static Optional<HypAccess> of(Core core, int pc, String reason) {
    return core.mode() != Mode.HYP
        ? Optional.empty()
        : CodeAt.insn(core, pc)
            .filter(CodeAt::transfersMode)
            .map(insn -> new HypAccess(pc, insn.text(), reason));
  }
}
