package org.hypscope.debug.symbols.unwind;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/** A machine without translation. */
record MachineReader(Machine machine) implements StackReader {
  @Override
  public int register(Bank bank) {
    return machine.core().registers()[bank.ordinal()];
  }

  @Override
  public OptionalInt word(Mode mode, int address) {
    long at = Integer.toUnsignedLong(address);
    if (!machine.ram().contains(at)) {
      return OptionalInt.empty();
    }
    Page page = machine.core().bus().readable(at);
    ByteBuffer bytes = ByteBuffer.wrap(page.bytes).order(ByteOrder.LITTLE_ENDIAN);
    return OptionalInt.of(bytes.getInt(address & (Page.SIZE - 4)));
  }

  @Override
  public int vectors(Mode mode) {
    return machine.core().sysRegs().word(SysRegs.byName(mode == Mode.HYP ? "HVBAR" : "VBAR"));
  }
}
