package org.hypscope.machine.device.gic;

import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;

/** GICH: HYP's view of one core's list registers (ARM IHI 0048B, 5.3). */
final class HypInterface extends Device.OfWords {
  private static final int HCR = 0x00;
  private static final int VTR = 0x04;
  private static final int VMCR = 0x08;
  private static final int MISR = 0x10;
  private static final int EISR0 = 0x20;
  private static final int ELRSR0 = 0x30;
  private static final int APR = 0xf0;
  private static final int LR0 = 0x100;
  private static final int HCR_WRITABLE = 0xf80000ff;
  private static final int LR_WRITABLE = 0xff8fffff;
  private static final int UNDERFLOW = 1 << 1;
  private static final int NOT_PRESENT = 1 << 2;
  private static final int NO_PENDING = 1 << 3;
  private static final int EOI_COUNT = 27;

  private final Gic gic;
  private final VirtualInterface owner;

  HypInterface(Gic gic, VirtualInterface owner) {
    this.gic = gic;
    this.owner = owner;
  }

  @Override
  public int length() {
    return 0x1000;
  }

  @Override
  protected int read(int offset) {
    return switch (offset) {
      case HCR -> owner.hypControl;
      case VTR -> {
        int bits = VirtualInterface.PRIORITY_BITS - 1;
        yield bits << 29 | bits << 26 | owner.list.length - 1;
      }
      case VMCR -> owner.machineControl();
      case MISR -> reasons();
      case EISR0 -> ended();
      case ELRSR0 -> free();
      case APR -> owner.activePriorities().read(0, 0);
      default -> isList(offset) ? owner.list[offset - LR0 >>> 2] : 0;
    };
  }

  @Override
  protected void write(int offset, int value) {
    switch (offset) {
      case HCR -> owner.hypControl = value & HCR_WRITABLE;
      case VMCR -> owner.setMachineControl(value);
      case APR -> owner.activePriorities().write(0, 0, value);
      default -> {
        if (isList(offset)) {
          owner.list[offset - LR0 >>> 2] = value & LR_WRITABLE;
        }
      }
    }
    gic.update();
  }

  private boolean isList(int offset) {
    return offset >= LR0 && offset < LR0 + 4 * owner.list.length;
  }

  /** Whether HYP is to be interrupted. */
  boolean asksForMaintenance() {
    return owner.enabled() && reasons() != 0;
  }

  /** GICH_MISR: the reasons for a maintenance interrupt. */
  private int reasons() {
    int control = owner.hypControl;
    int valid = 0;
    int pending = 0;
    for (int n = 0; n < owner.list.length; n++) {
      valid += owner.isInvalid(n) ? 0 : 1;
      pending |= owner.isPendingOnly(n) ? 1 : 0;
    }
    int reasons = ended() != 0 ? 1 : 0;
    reasons |= valid <= 1 ? control & UNDERFLOW : 0;
    reasons |= control >>> EOI_COUNT != 0 ? control & NOT_PRESENT : 0;
    reasons |= pending == 0 ? control & NO_PENDING : 0;
    for (int group = 0; group < 2; group++) {
      int whenEnabled = 1 << 4 + 2 * group;
      reasons |= control & (owner.groupEnabled(group) ? whenEnabled : whenEnabled << 1);
    }
    return reasons;
  }

  /** GICH_EISR: the list registers that ask for a maintenance interrupt at their end. */
  private int ended() {
    return eachInvalid(true);
  }

  /** GICH_ELRSR: the list registers that can be used. */
  private int free() {
    return eachInvalid(false);
  }

  private int eachInvalid(boolean asksForEnd) {
    int bits = 0;
    for (int n = 0; n < owner.list.length; n++) {
      int kind = owner.list[n] & (VirtualInterface.LR_HW | VirtualInterface.LR_EOI);
      if (owner.isInvalid(n) && (kind == VirtualInterface.LR_EOI) == asksForEnd) {
        bits |= 1 << n;
      }
    }
    return bits;
  }

  @Override
  public void exchange(State state) {
    owner.exchange(state);
  }
}
