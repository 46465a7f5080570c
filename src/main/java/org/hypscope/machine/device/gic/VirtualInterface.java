package org.hypscope.machine.device.gic;

import org.hypscope.machine.device.State;

/**
 * GICV: one core's interface to the virtual interrupts in its list registers, which GICH shows (ARM
 * IHI 0048B, 5).
 */
final class VirtualInterface extends CpuInterface {
  static final int PRIORITY_BITS = 5;
  static final int LR_PENDING = 1 << 28;
  static final int LR_ACTIVE = 1 << 29;
  static final int LR_HW = 1 << 31;
  static final int LR_EOI = 1 << 19;
  private static final int LR_GROUP1 = 1 << 30;
  private static final int STATE = LR_PENDING | LR_ACTIVE;
  private static final int WRITABLE = 0x21f;
  private static final int IDENTIFICATION = 0x0002043b;
  private static final int SGI_IDENTITY = 0x1fff;
  private static final int ID = 0x3ff;
  private static final int EOI_COUNT = 27;
  private static final int ENABLE = 1;

  private final PhysicalInterface physical;

  /** GICH_LRn. */
  final int[] list;

  /** GICH_HCR. */
  int hypControl;

  VirtualInterface(Gic gic, int core, int listRegisters, PhysicalInterface physical) {
    super(gic, core, PRIORITY_BITS, WRITABLE, new ActivePriorities(32, false));
    this.physical = physical;
    this.list = new int[listRegisters];
  }

  /** GICH_VMCR. */
  int machineControl() {
    return control & WRITABLE
        | (aliasedPoint & 7) << 18
        | (binaryPoint & 7) << 21
        | mask >>> 3 << 27;
  }

  void setMachineControl(int value) {
    control = value & WRITABLE;
    aliasedPoint = Math.max(value >>> 18 & 7, 3);
    binaryPoint = Math.max(value >>> 21 & 7, 2);
    mask = value >>> 27 << 3;
  }

  boolean enabled() {
    return (hypControl & ENABLE) != 0;
  }

  /** Whether list register {@code n} holds nothing that is pending or active. */
  boolean isInvalid(int n) {
    return (list[n] & STATE) == 0;
  }

  /** Whether list register {@code n} is in the pending state, which is not pending and active. */
  boolean isPendingOnly(int n) {
    return (list[n] & STATE) == LR_PENDING;
  }

  @Override
  int best() {
    int best = NONE;
    int highest = IDLE;
    for (int n = 0; n < list.length; n++) {
      if (isPendingOnly(n) && priority(n) < highest && groupEnabled(group(n))) {
        best = n;
        highest = priority(n);
      }
    }
    return enabled() ? best : NONE;
  }

  @Override
  int priority(int n) {
    return (list[n] >>> 23 & 0x1f) << 3;
  }

  @Override
  int group(int n) {
    return (list[n] & LR_GROUP1) != 0 ? 1 : 0;
  }

  @Override
  int identity(int n) {
    return list[n] & ((list[n] & LR_HW) != 0 ? ID : SGI_IDENTITY);
  }

  @Override
  void activate(int n) {
    list[n] = list[n] & ~LR_PENDING | LR_ACTIVE;
  }

  @Override
  int activeById(int id) {
    for (int n = 0; n < list.length; n++) {
      if ((list[n] & LR_ACTIVE) != 0 && (list[n] & ID) == id) {
        return n;
      }
    }
    return NONE;
  }

  /** What HYP has put into a list register as active, without its priority: ended, as on QEMU. */
  @Override
  protected boolean endsWhatDoesNotRun(int id) {
    return activeById(id) != NONE;
  }

  /** An end that meets no list register is counted for HYP (GICH_HCR.EOICount). */
  @Override
  void deactivate(int value) {
    int n = activeById(value & ID);
    if (n == NONE) {
      hypControl += 1 << EOI_COUNT;
      return;
    }
    list[n] &= ~LR_ACTIVE;
    if ((list[n] & LR_HW) != 0) {
      physical.deactivate(list[n] >>> 10 & ID);
    }
  }

  @Override
  int identification() {
    return IDENTIFICATION;
  }

  @Override
  public void exchange(State state) {
    super.exchange(state);
    hypControl = state.value(hypControl);
    state.values(list);
  }
}
