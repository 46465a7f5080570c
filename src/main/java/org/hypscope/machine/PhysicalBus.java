package org.hypscope.machine;

import java.util.List;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.device.Device;

/**
 * A board's physical memory map: RAM, flash banks that ignore writes, devices; whatever else is
 * asked for faults.
 */
final class PhysicalBus implements Bus {
  private final Ram ram;
  private final Flash flash;
  private List<Attached> devices = List.of();
  private long accesses;

  private FlashBanks banks = new FlashBanks(List.of(), () -> {});

  /** The device that was asked last: it is likely to be asked again. */
  private Attached last = new Attached(0, 0, null);

  /** A device that answers from {@code base} up to, not with, {@code end}. */
  record Attached(long base, long end, Device device) {
    static Attached at(long base, Device device) {
      return new Attached(base, base + device.length(), device);
    }

    boolean holds(long address) {
      return address >= base && address < end;
    }
  }

  PhysicalBus(Ram ram, Flash flash) {
    this.ram = ram;
    this.flash = flash;
  }

  /** Puts what answers for the flash banks in its place. */
  void setBanks(FlashBanks all) {
    banks = all;
  }

  /** Puts the devices in their places. */
  void attach(List<Attached> all) {
    devices = List.copyOf(all);
  }

  /** How often a device has been read or written, which may have changed it. */
  long accesses() {
    return accesses;
  }

  @Override
  public Page readable(long address) {
    if (banks.answersAt(address)) {
      return null;
    }
    if (ram.contains(address)) {
      return ram.readable(address);
    }
    return flash.page(address);
  }

  @Override
  public Page writable(long address) {
    return ram.contains(address) ? ram.writable(address) : null;
  }

  @Override
  public int read(long address, int size) throws BusFault {
    if (banks.answersAt(address)) {
      return banks.read(address, size);
    }
    Attached at = holderOf(address);
    if (at == null) {
      throw new BusFault(address);
    }
    accesses++;
    return at.device.read((int) (address - at.base), size);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    if (banks.write(address, value)) {
      return;
    }
    Attached at = holderOf(address);
    if (at != null) {
      accesses++;
      at.device.write((int) (address - at.base), size, value);
    } else if (!flash.contains(address)) {
      throw new BusFault(address);
    }
  }

  private Attached holderOf(long address) {
    if (last.holds(address)) {
      return last;
    }
    for (Attached each : devices) {
      if (each.holds(address)) {
        last = each;
        return each;
      }
    }
    return null;
  }
}
