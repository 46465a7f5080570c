package org.hypscope.abi;

import org.hypscope.arm.bus.Page;
import org.hypscope.debug.Translations;
import org.hypscope.machine.Machine;

/**
 * Where code is. It is what was loaded as code; but a kernel that a boot loader enters unpacks and
 * moves itself, so that with one of these every word of RAM that is not zero may be code.
 */
final class CodeMap {
  private CodeMap() {}

  /** Whether code lies at the physical address {@code at}. */
  static boolean isCode(Machine machine, long at) {
    return at >>> 32 == 0 && (machine.image().isExecutable((int) at) || isFilled(machine, at));
  }

  /** Whether something that was loaded, or unpacked, lies at the physical address {@code at}. */
  static boolean isLoaded(Machine machine, long at) {
    return at >>> 32 == 0 && (machine.image().isLoaded((int) at) || isFilled(machine, at));
  }

  /** Whether code lies at {@code pc}, by the addresses that the core uses now. */
  static boolean inCode(Machine machine, int pc) {
    return isCode(machine, Translations.code(machine.core(), pc));
  }

  private static boolean isFilled(Machine machine, long at) {
    boolean booted = !machine.image().entered().registers().isEmpty();
    if (!booted || !machine.ram().contains(at)) {
      return false;
    }
    byte[] bytes = machine.ram().readable(at).bytes;
    int offset = (int) at & Page.SIZE - 4;
    return (bytes[offset] | bytes[offset + 1] | bytes[offset + 2] | bytes[offset + 3]) != 0;
  }
}
