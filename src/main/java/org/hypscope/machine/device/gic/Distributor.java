package org.hypscope.machine.device.gic;

import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;

/**
 * The distributor's registers, GICD (ARM IHI 0048B, 4.3), of a controller without the Security
 * Extensions. The first words are those of the core that asks.
 */
final class Distributor implements Device {
  private static final int CTLR = 0x000;
  private static final int TYPER = 0x004;
  private static final int IIDR = 0x008;
  private static final int IGROUPR = 0x080;
  private static final int ISENABLER = 0x100;
  private static final int ICENABLER = 0x180;
  private static final int ISPENDR = 0x200;
  private static final int ICPENDR = 0x280;
  private static final int ISACTIVER = 0x300;
  private static final int ICACTIVER = 0x380;
  private static final int IPRIORITYR = 0x400;
  private static final int ITARGETSR = 0x800;
  private static final int ICFGR = 0xc00;
  private static final int SGIR = 0xf00;
  private static final int CPENDSGIR = 0xf10;
  private static final int SPENDSGIR = 0xf20;
  private static final int ID = 0xfd0;
  private static final int GROUPS = 3;
  private static final int IDENTIFICATION = 0x43b;
  private static final int ALL_SGIS = 0xffff;
  private static final int[] IDS = {4, 0, 0, 0, 0x90, 0xb4, 0x2b, 0, 0x0d, 0xf0, 0x05, 0xb1};

  private final Gic gic;
  private final InterruptTable table;
  private int control;

  Distributor(Gic gic, InterruptTable table) {
    this.gic = gic;
    this.table = table;
  }

  /** Whether interrupts of {@code group} are forwarded. */
  boolean forwards(int group) {
    return (control >>> group & 1) != 0;
  }

  @Override
  public int length() {
    return 0x1000;
  }

  @Override
  public int read(int offset, int size) {
    int value = 0;
    for (int n = 0; n < size; n++) {
      value |= readByte(offset + n) << 8 * n;
    }
    return value;
  }

  private int readByte(int offset) {
    int core = gic.asking();
    int register = offset & ~0x7f;
    if (offset >= IPRIORITYR && offset < ICFGR) {
      return readOfInterrupt(offset, core);
    }
    if (offset >= CPENDSGIR && offset < SPENDSGIR + InterruptTable.SGIS) {
      return table.senders(offset & 15, core);
    }
    if (offset >= ID) {
      return (offset & 3) == 0 ? IDS[offset - ID >>> 2] : 0;
    }
    int word =
        switch (register) {
          case CTLR -> identity(offset & ~3);
          case ICFGR, ICFGR + 0x80 -> configuration(offset - ICFGR & ~3, core);
          default -> bits(register, (offset & 0x7f) >>> 2, core);
        };
    return word >>> (offset & 3) * 8 & 0xff;
  }

  private int identity(int offset) {
    return switch (offset) {
      case CTLR -> control;
      case TYPER -> table.cores() - 1 << 5 | table.words() - 1;
      case IIDR -> IDENTIFICATION;
      default -> 0;
    };
  }

  private int bits(int register, int word, int core) {
    if (word >= table.words()) {
      return 0;
    }
    int slot = table.slot(word, core);
    return switch (register) {
      case IGROUPR -> table.group[slot];
      case ISENABLER, ICENABLER -> table.enabled[slot];
      case ISPENDR, ICPENDR -> table.pending(word, core);
      case ISACTIVER, ICACTIVER -> table.active[slot];
      default -> 0;
    };
  }

  private int readOfInterrupt(int offset, int core) {
    int id = offset & 0x3ff;
    if (!table.exists(id)) {
      return 0;
    }
    if (offset < ITARGETSR) {
      return table.priority(id, core);
    }
    if (table.cores() == 1) {
      return 0;
    }
    return id < 32 ? 1 << core : table.targets(id);
  }

  /** Two bits an interrupt, the upper of which is set for an edge-triggered one. */
  private int configuration(int offset, int core) {
    int first = offset * 4;
    int value = 0;
    for (int n = 0; n < 16 && table.exists(first + n); n++) {
      value |= (table.test(table.edge, first + n, core) ? 2 : 0) << 2 * n;
    }
    return value;
  }

  @Override
  public void write(int offset, int size, int value) {
    int core = gic.asking();
    if ((offset & ~3) == SGIR) {
      if (size == 4) {
        generate(value, core);
      }
    } else {
      for (int n = 0; n < size; n++) {
        writeByte(offset + n, value >>> 8 * n & 0xff, core);
      }
    }
    gic.update();
  }

  private void writeByte(int offset, int value, int core) {
    int register = offset & ~0x7f;
    if (offset >= IPRIORITYR && offset < ICFGR) {
      writeOfInterrupt(offset, value, core);
    } else if (offset >= CPENDSGIR && offset < SPENDSGIR + InterruptTable.SGIS) {
      int sgi = offset & 15;
      int senders = table.senders(sgi, core);
      table.setSenders(sgi, core, offset < SPENDSGIR ? senders & ~value : senders | value);
    } else if (register == ICFGR || register == ICFGR + 0x80) {
      configure((offset - ICFGR) * 4, value, core);
    } else if (offset == CTLR) {
      control = value & GROUPS;
    } else if (register != CTLR) {
      int shift = (offset & 3) * 8;
      writeBits(register, (offset & 0x7f) >>> 2, 0xff << shift, value << shift, core);
    }
  }

  private void writeBits(int register, int word, int mask, int value, int core) {
    if (word >= table.words()) {
      return;
    }
    int slot = table.slot(word, core);
    int own = word == 0 ? value & ~ALL_SGIS : value;
    switch (register) {
      case IGROUPR -> table.group[slot] = table.group[slot] & ~mask | value;
      case ISENABLER -> table.enabled[slot] |= value;
      case ICENABLER -> table.enabled[slot] &= ~own;
      case ISPENDR -> table.latched[slot] |= own;
      case ICPENDR -> table.latched[slot] &= ~own;
      case ISACTIVER -> table.active[slot] |= value;
      case ICACTIVER -> table.active[slot] &= ~value;
      default -> {}
    }
  }

  private void writeOfInterrupt(int offset, int value, int core) {
    int id = offset & 0x3ff;
    if (!table.exists(id)) {
      return;
    }
    if (offset < ITARGETSR) {
      table.setPriority(id, core, value);
    } else if (id >= 32 && table.cores() > 1) {
      table.setTargets(id, value);
    }
  }

  /** SGIs are always edge-triggered. */
  private void configure(int first, int value, int core) {
    for (int n = 0; n < 4; n++) {
      int id = first + n;
      if (id >= InterruptTable.SGIS && table.exists(id)) {
        table.set(table.edge, id, core, (value >>> 2 * n & 2) != 0);
      }
    }
  }

  /** GICD_SGIR (4.3.15). */
  private void generate(int value, int core) {
    int list =
        switch (value >>> 24 & 3) {
          case 0 -> value >>> 16 & 0xff;
          case 1 -> ~(1 << core);
          case 2 -> 1 << core;
          default -> 0;
        };
    int sgi = value & 15;
    for (int to = 0; to < table.cores(); to++) {
      if ((list >>> to & 1) != 0) {
        table.setSenders(sgi, to, table.senders(sgi, to) | 1 << core);
      }
    }
  }

  @Override
  public void exchange(State state) {
    control = state.value(control);
    table.exchange(state);
  }
}
