package org.hypscope.debug;

import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;

/** What stands in a {@link Place} of a machine: reading has no side effects. */
final class PlaceValues {
  private PlaceValues() {}

  /** The value, zero-extended; memory as a little-endian number, devices as 0. */
  static long of(Machine machine, Place place) {
    if (place instanceof Place.Register at) {
      return machine.cores().get(at.core()).bank(at.bank()) & 0xffff_ffffL;
    }
    if (place instanceof Place.SystemRegister at) {
      Core core = machine.cores().get(at.core());
      long value =
          at.isFpscr()
              ? Integer.toUnsignedLong(core.fp().fpscr())
              : core.sysRegs().rawGet(at.copy().register(), at.copy().secure());
      return value & at.mask();
    }
    if (place instanceof Place.Doubleword at) {
      return machine.cores().get(at.core()).fp().d[at.number()];
    }
    return memory(machine, (Place.Memory) place);
  }

  private static long memory(Machine machine, Place.Memory place) {
    MemoryImage ram = machine.freezeMemory();
    long value = 0;
    for (int n = place.length() - 1; n >= 0; n--) {
      long at = place.address() + n;
      int bits =
          ram.contains(at)
              ? ram.byteAt(at)
              : machine.flash().contains(at) ? machine.flash().byteAt(at) : 0;
      value = value << Byte.SIZE | bits;
    }
    return value;
  }
}
