package org.hypscope.debug;

import java.util.HashMap;
import java.util.Map;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;

/**
 * Tells which instructions declare that they write one register. Each encoding is disassembled once
 * for each mode, as that takes long.
 */
final class RegisterWriters {
  private static final int MODE = 33;

  private final Bank bank;
  private final Map<Long, Boolean> known = new HashMap<>();

  RegisterWriters(Bank bank) {
    this.bank = bank;
  }

  /**
   * Whether the next instruction of {@code core} writes the register, if nothing is taken first.
   */
  boolean isNext(Core core) {
    long encoding = Words.encoding(core);
    if (encoding < 0) {
      return false;
    }
    long key = encoding | (long) core.mode().ordinal() << MODE;
    return known.computeIfAbsent(key, each -> isDeclared(core))
        && Words.isExecuted(core, Words.fetched(core));
  }

  private boolean isDeclared(Core core) {
    InsnFlow flow = InsnFlow.of(core);
    return flow != null && flow.written(core).contains(bank);
  }
}
