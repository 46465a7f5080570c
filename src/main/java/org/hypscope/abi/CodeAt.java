package org.hypscope.abi;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Translations;

/** Instructions as they lie in a core's memory, by the addresses of its current regime. */
final class CodeAt {
  private CodeAt() {}

  /** The instruction at {@code pc} in the current state; empty where a fetch would fault. */
  static Optional<DisassembledInsn> insn(Core core, int pc) {
    int low = halfword(core, pc);
    int high = halfword(core, pc + 2);
    if (low < 0) {
      return Optional.empty();
    }
    boolean thumb = (core.cpsr() & Psr.T) != 0;
    return Optional.of(
        thumb
            ? Disassembly.t32(low, Math.max(high, 0), pc, 0)
            : Disassembly.a32(low | high << 16, pc));
  }

  private static int halfword(Core core, int address) {
    long at = Translations.code(core, address);
    Page page = at == Translations.NONE ? null : core.bus().readable(at);
    if (page == null) {
      return -1;
    }
    int offset = (int) at & Page.SIZE - 2;
    return page.bytes[offset] & 0xff | (page.bytes[offset + 1] & 0xff) << 8;
  }

  /** The registers and flags in a list such as {@code r1, r2, C}. */
  static Set<String> names(String list) {
    return new TreeSet<>(Arrays.asList(list.split(",\\s*")));
  }

  /** Whether it transfers a banked register or a PSR, or changes the mode. */
  static boolean transfersMode(DisassembledInsn insn) {
    String mnemonic = insn.mnemonic();
    boolean multiple = mnemonic.startsWith("ldm") || mnemonic.startsWith("stm");
    return mnemonic.startsWith("mrs")
        || mnemonic.startsWith("msr")
        || mnemonic.startsWith("cps")
        || mnemonic.startsWith("srs")
        || mnemonic.startsWith("rfe")
        || multiple && insn.operands().endsWith("^")
        || mnemonic.startsWith("subs") && insn.operands().startsWith("pc");
  }
}
