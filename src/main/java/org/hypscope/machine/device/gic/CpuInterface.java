package org.hypscope.machine.device.gic;

import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;

/**
 * The registers through which a core takes and ends interrupts: GICC, and GICV with the same layout
 * (ARM IHI 0048B, 4.4 and 5.5). What is pending comes from elsewhere: the distributor, or the list
 * registers.
 */
abstract class CpuInterface extends Device.OfWords {
  static final int NONE = 1023;
  static final int IDLE = 0x100;
  static final int FIQ_ENABLE = 1 << 3;
  private static final int SPECIAL = 1020;
  private static final int OF_OTHER_GROUP = 1022;
  private static final int CTLR = 0x00;
  private static final int PMR = 0x04;
  private static final int BPR = 0x08;
  private static final int IAR = 0x0c;
  private static final int EOIR = 0x10;
  private static final int RPR = 0x14;
  private static final int HPPIR = 0x18;
  private static final int ABPR = 0x1c;
  private static final int AIAR = 0x20;
  private static final int AEOIR = 0x24;
  private static final int AHPPIR = 0x28;
  private static final int APR = 0xd0;
  private static final int NSAPR = 0xe0;
  private static final int IIDR = 0xfc;
  private static final int DIR = 0x1000;
  private static final int ID_MASK = 0x3ff;
  private static final int ACK_CTL = 1 << 2;
  private static final int CBPR = 1 << 4;
  private static final int EOI_MODE = 1 << 9;

  protected final Gic gic;
  protected final int core;
  private final ActivePriorities active;
  private final int writableControl;
  private final int lowestPoint;
  private final int priorityMask;
  protected int control;
  protected int mask;
  protected int binaryPoint;
  protected int aliasedPoint;

  /** {@code priorityBits} of the eight of a priority are implemented. */
  CpuInterface(Gic gic, int core, int priorityBits, int writableControl, ActivePriorities active) {
    this.gic = gic;
    this.core = core;
    this.active = active;
    this.writableControl = writableControl;
    this.lowestPoint = Math.max(0, 7 - priorityBits);
    this.priorityMask = 0xff << 8 - priorityBits & 0xff;
    this.binaryPoint = lowestPoint;
    this.aliasedPoint = lowestPoint + 1;
  }

  /** The pending interrupt of highest priority, as {@link #priority} takes it; or {@link #NONE}. */
  abstract int best();

  abstract int priority(int best);

  abstract int group(int best);

  /** What IAR reads for it. */
  abstract int identity(int best);

  /** It is acknowledged. */
  abstract void activate(int best);

  /** The active interrupt with this number, as {@link #group} takes it; or {@link #NONE}. */
  abstract int activeById(int id);

  /** It is ended, by EOIR or DIR: {@code value} is what was written. */
  abstract void deactivate(int value);

  /** What IIDR reads. */
  abstract int identification();

  @Override
  public int length() {
    return 0x2000;
  }

  final ActivePriorities activePriorities() {
    return active;
  }

  final boolean groupEnabled(int group) {
    return (control >>> group & 1) != 0;
  }

  /** Whether {@code best} interrupts the core now (3.3.3). */
  final boolean signals(int best) {
    return best != NONE
        && groupEnabled(group(best))
        && priority(best) < mask
        && priority(best) < active.running();
  }

  @Override
  protected final int read(int offset) {
    return switch (offset) {
      case CTLR -> control;
      case PMR -> mask;
      case BPR -> binaryPoint;
      case IAR -> acknowledge(false);
      case RPR -> Math.min(active.running(), 0xff);
      case HPPIR -> shown(visible(false));
      case ABPR -> aliasedPoint;
      case AIAR -> acknowledge(true);
      case AHPPIR -> shown(visible(true));
      case IIDR -> identification();
      default -> offset >= APR && offset < IIDR ? readActive(offset) : 0;
    };
  }

  private int readActive(int offset) {
    return active.read(offset >= NSAPR ? 1 : 0, (offset & 15) >>> 2);
  }

  @Override
  protected final void write(int offset, int value) {
    switch (offset) {
      case CTLR -> control = value & writableControl;
      case PMR -> mask = value & priorityMask;
      case BPR -> binaryPoint = Math.max(value & 7, lowestPoint);
      case ABPR -> aliasedPoint = Math.max(value & 7, lowestPoint + 1);
      case EOIR -> end(value, false);
      case AEOIR -> end(value, true);
      case DIR -> {
        if ((control & EOI_MODE) != 0 && (value & ID_MASK) < SPECIAL) {
          deactivate(value);
        }
      }
      default -> {
        if (offset >= APR && offset < IIDR) {
          active.write(offset >= NSAPR ? 1 : 0, (offset & 15) >>> 2, value);
        }
      }
    }
    gic.update();
  }

  private int shown(int best) {
    return best >= OF_OTHER_GROUP ? best : identity(best);
  }

  /** What the core is told of: through the aliases, and without AckCtl, one group alone (4.4.4). */
  private int visible(boolean alias) {
    int best = best();
    if (best == NONE || priority(best) >= mask) {
      return NONE;
    }
    int group = group(best);
    if (alias) {
      return group == 0 ? NONE : best;
    }
    return group == 1 && (control & ACK_CTL) == 0 ? OF_OTHER_GROUP : best;
  }

  private int acknowledge(boolean alias) {
    int best = visible(alias);
    if (best >= OF_OTHER_GROUP) {
      return best;
    }
    if (!signals(best)) {
      return NONE;
    }
    int read = identity(best);
    active.add(group(best), priority(best) & groupPriority(group(best)));
    activate(best);
    gic.update();
    return read;
  }

  private int groupPriority(int group) {
    int point = group == 1 && (control & CBPR) == 0 ? aliasedPoint - 1 : binaryPoint;
    return -1 << point + 1;
  }

  /** EOIR and AEOIR: the priority drop, and with EOImode clear the end of the interrupt. */
  private void end(int value, boolean alias) {
    int id = value & ID_MASK;
    boolean running = active.running() != IDLE;
    if (id >= SPECIAL || !running && !endsWhatDoesNotRun(id)) {
      return;
    }
    int of = activeById(id);
    int group = of == NONE ? alias ? 1 : 0 : group(of);
    boolean foreign = alias ? group == 0 : group == 1 && (control & ACK_CTL) == 0;
    if (foreign) {
      return;
    }
    active.drop(group);
    if ((control & EOI_MODE) == 0) {
      deactivate(value);
    }
  }

  /** Whether interrupt {@code id} is ended although no priority is active. It is UNPREDICTABLE. */
  protected boolean endsWhatDoesNotRun(int id) {
    return false;
  }

  @Override
  public void exchange(State state) {
    control = state.value(control);
    mask = state.value(mask);
    binaryPoint = state.value(binaryPoint);
    aliasedPoint = state.value(aliasedPoint);
    active.exchange(state);
  }
}
