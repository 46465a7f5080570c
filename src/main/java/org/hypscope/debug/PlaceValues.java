package org.hypscope.debug;

import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;

/** What stands in a {@link Place} of a machine: reading has no side effects. */
final class PlaceValues {
  private PlaceValues() {}

  /** The value, zero-extended; memory as a little-endian number, devices as 0. */
  static long of(Machine machine, Place place) {
    if (place instanceof Place.Memory at) {
      return memory(machine, at);
    }
    return of(machine.cores().get(coreOf(place)), place);
  }

  /** The number of the core that has {@code place}; 0 for memory. */
  static int coreOf(Place place) {
    if (place instanceof Place.Register at) {
      return at.core();
    }
    if (place instanceof Place.SystemRegister at) {
      return at.core();
    }
    return place instanceof Place.Doubleword at ? at.core() : 0;
  }

  /** The value that {@code core}, whatever its number, has in {@code place}, which is no memory. */
  static long of(Core core, Place place) {
    if (place instanceof Place.Register at) {
      return core.bank(at.bank()) & at.mask() & 0xffff_ffffL;
    }
    if (place instanceof Place.SystemRegister at) {
      long value =
          at.isFpscr()
              ? Integer.toUnsignedLong(core.fp().fpscr())
              : core.sysRegs().rawGet(at.copy().register(), at.copy().secure());
      return value & at.mask();
    }
    return core.fp().d[((Place.Doubleword) place).number()];
  }

  /** How often the system register at {@code place} was set; 0 for other places. */
  static int setCount(Machine machine, Place place) {
    return place instanceof Place.SystemRegister at && !at.isFpscr()
        ? machine
            .cores()
            .get(at.core())
            .sysRegs()
            .setCount(at.copy().register(), at.copy().secure())
        : 0;
  }

  /** The word of memory at physical {@code address}; of devices 0. */
  static long word(Machine machine, long address) {
    return memory(machine, new Place.Memory(address, Integer.BYTES));
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
