package org.hypscope.abi;

import org.hypscope.arm.bus.Page;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/**
 * Makes a page of a fork reachable from HYP while the HYP MMU is on, by a block descriptor in a
 * free place of its translation tables (ARM ARM B3.6, Long-descriptor format).
 */
final class HypMapping {
  private static final long BLOCK = 0b01;
  private static final long TABLE = 0b11;
  private static final long VALID = 1;
  private static final long ACCESSED = 1 << 10;
  private static final long READ_WRITE = 1 << 6;
  private static final long NEXT = 0xff_ffff_f000L;
  private static final int GIGABYTE = 30;
  private static final int MEGABYTES = 21;

  private final Machine fork;
  private final long page;

  private HypMapping(Machine fork, long page) {
    this.fork = fork;
    this.page = page;
  }

  /** Whether the HYP MMU of {@code machine} is on. */
  static boolean isOn(Machine machine) {
    return (read(machine, "HSCTLR") & 1) != 0;
  }

  private static long read(Machine machine, String register) {
    SysRegFile values = machine.core().sysRegs();
    return values.rawGet(SysRegs.byName(register));
  }

  /**
   * The address by which HYP of {@code fork} finds the physical {@code page}: the same while its
   * MMU is off, or where there is no free place in its tables.
   */
  static int of(Machine fork, int page) {
    return isOn(fork) ? new HypMapping(fork, page & 0xffff_ffffL).map() : page;
  }

  private int map() {
    long size = read(fork, "HTCR") & 7;
    long base = read(fork, "HTTBR") & 0xff_ffff_ffe0L;
    if (size > 1) {
      return mapIn(base, 0, 1 << 11 - size, MEGABYTES);
    }
    int found = mapIn(base, 0, 4 >> size, GIGABYTE);
    for (int n = 0; found == (int) page && n < 4 >> size; n++) {
      long entry = descriptor(base + 8L * n);
      if ((entry & TABLE) == TABLE) {
        found = mapIn(entry & NEXT, n << GIGABYTE, 512, MEGABYTES);
      }
    }
    return found;
  }

  /**
   * Puts a block into the first free of {@code entries}, each of 1 &lt;&lt; {@code shift} bytes.
   */
  private int mapIn(long table, int from, long entries, int shift) {
    long inBlock = (1L << shift) - 1;
    for (int n = 0; n < entries; n++) {
      long at = table + 8L * n;
      if (fork.ram().contains(at) && (descriptor(at) & VALID) == 0) {
        long block = page & ~inBlock;
        write(at, block | ACCESSED | READ_WRITE | normalMemory() << 2 | BLOCK);
        fork.core().flushPageCache();
        return from + (n << shift) + (int) (page & inBlock);
      }
    }
    return (int) page;
  }

  /** An index of HMAIR that is Normal memory, where there is one. */
  private long normalMemory() {
    long attributes = read(fork, "HMAIR0") & 0xffff_ffffL | read(fork, "HMAIR1") << 32;
    for (int n = 0; n < 8; n++) {
      if ((attributes >>> 8 * n + 4 & 0xf) != 0) {
        return n;
      }
    }
    return 0;
  }

  private long descriptor(long at) {
    if (!fork.ram().contains(at)) {
      return 0;
    }
    byte[] bytes = fork.ram().readable(at).bytes;
    int offset = (int) at & Page.SIZE - 1;
    long value = 0;
    for (int n = 7; n >= 0; n--) {
      value = value << 8 | bytes[offset + n] & 0xff;
    }
    return value;
  }

  private void write(long at, long value) {
    byte[] bytes = fork.ram().writable(at).bytes;
    int offset = (int) at & Page.SIZE - 1;
    for (int n = 0; n < 8; n++) {
      bytes[offset + n] = (byte) (value >>> 8 * n);
    }
  }
}
