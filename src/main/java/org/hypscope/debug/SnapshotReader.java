package org.hypscope.debug;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.unwind.StackReader;

/** A snapshot's stacks: each mode's memory by the translation regime that the mode uses now. */
record SnapshotReader(Snapshot snapshot) implements StackReader {
  private static final SysReg SCTLR = SysRegs.byName("SCTLR");
  private static final SysReg VBAR = SysRegs.byName("VBAR");
  private static final SysReg MVBAR = SysRegs.byName("MVBAR");
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final int SCTLR_V = 1 << 13;
  private static final int HIGH = 0xffff0000;

  @Override
  public int register(Bank bank) {
    return snapshot.register(bank);
  }

  @Override
  public OptionalInt word(Mode mode, int address) {
    return snapshot.memory(snapshot.space(mode)).word(address);
  }

  @Override
  public int vectors(Mode mode) {
    boolean secure = snapshot.space(mode) == AddressSpace.PL1_SECURE;
    return switch (mode) {
      case HYP -> (int) snapshot.sysReg(HVBAR);
      case MON -> (int) snapshot.sysReg(MVBAR);
      default ->
          (snapshot.sysReg(SCTLR, secure) & SCTLR_V) != 0
              ? HIGH
              : (int) snapshot.sysReg(VBAR, secure);
    };
  }
}
