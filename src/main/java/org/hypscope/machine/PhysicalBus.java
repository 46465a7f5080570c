package org.hypscope.machine;

import java.util.List;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.board.Range;
import org.hypscope.machine.device.Device;

/**
 * A board's physical memory map: RAM, flash banks that read as zero and ignore writes, devices;
 * whatever else is asked for faults.
 */
final class PhysicalBus implements Bus {
  private final Ram ram;
  private final List<Range> flash;
  private List<Attached> devices = List.of();
  private final Page blank;

  /** A device at its physical base address. */
  record Attached(long base, Device device) {
    boolean holds(long address) {
      return address >= base && address - base < device.length();
    }
  }

  PhysicalBus(Ram ram, List<Range> flash) {
    this.ram = ram;
    this.flash = flash;
    this.blank = new Page(new byte[Page.SIZE], null);
  }

  /** Puts the devices in their places. */
  void attach(List<Attached> all) {
    devices = List.copyOf(all);
  }

  @Override
  public Page readable(long address) {
    if (ram.contains(address)) {
      return ram.readable(address);
    }
    return isFlash(address) ? blank : null;
  }

  @Override
  public Page writable(long address) {
    return ram.contains(address) ? ram.writable(address) : null;
  }

  @Override
  public int read(long address, int size) throws BusFault {
    for (Attached each : devices) {
      if (each.holds(address)) {
        return each.device.read((int) (address - each.base), size);
      }
    }
    throw new BusFault(address);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    for (Attached each : devices) {
      if (each.holds(address)) {
        each.device.write((int) (address - each.base), size, value);
        return;
      }
    }
    if (!isFlash(address)) {
      throw new BusFault(address);
    }
  }

  private boolean isFlash(long address) {
    for (Range range : flash) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
