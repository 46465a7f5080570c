package org.hypscope.oracle;

import java.util.ArrayList;
import java.util.List;

/** Notes the hypercalls of a run on QEMU, by single steps. */
final class QemuTrace {
  private static final int HVC = 0xe1400070;
  private static final int HVC_MASK = 0xfff000f0;
  private static final int HVC_THUMB = 0x8000f7e0;
  private static final int HVC_MASK_THUMB = 0xf000fff0;
  private static final int THUMB = 1 << 5;
  private static final int MODE = 0x1f;

  private final QemuTarget qemu;
  private final List<HypercallLine> calls = new ArrayList<>();
  private final List<Integer> open = new ArrayList<>();
  private int lastPc = -1;

  QemuTrace(QemuTarget qemu) {
    this.qemu = qemu;
  }

  /** Runs to power-off or to a branch to itself, at most {@code most} steps. */
  List<HypercallLine> run(int most) {
    boolean goesOn = true;
    for (int n = 0; goesOn && n < most; n++) {
      goesOn = step();
    }
    return calls;
  }

  private boolean step() {
    int[] registers = qemu.registers();
    if (!qemu.on()) {
      return false;
    }
    int pc = registers[Target.PC];
    returned(registers);
    if (pc == lastPc) {
      return false;
    }
    lastPc = pc;
    boolean call = isHvc(pc, registers[Target.CPSR]);
    int hvbar = call ? qemu.hvbar() : 0;
    boolean on = qemu.step();
    if (call) {
      open.add(calls.size());
      calls.add(HypercallLine.entered(registers, hvbar, qemu.vmid(), qemu.registers()[Target.PC]));
    }
    return on;
  }

  private void returned(int[] registers) {
    for (int n = open.size() - 1; n >= 0; n--) {
      int index = open.get(n);
      HypercallLine call = calls.get(index);
      boolean sameMode = call.mode() == (registers[Target.CPSR] & MODE);
      if (registers[Target.PC] == call.pc() + 4 && sameMode && call.vmid() == qemu.vmid()) {
        calls.set(index, call.returned(registers[0], qemu.hvbar()));
        int over = call.vmid();
        open.subList(n, open.size()).removeIf(each -> calls.get(each).vmid() == over);
      }
    }
  }

  /** Where no code can be, as after a wild branch, memory is not asked for it. */
  private boolean isHvc(int pc, int cpsr) {
    if (pc >>> 28 < 4 || (pc & 1) != 0) {
      return false;
    }
    if ((cpsr & THUMB) == 0) {
      return (pc & 3) == 0 && (qemu.wordIfMapped(pc) & HVC_MASK) == HVC;
    }
    return (qemu.wordIfMapped(pc) & HVC_MASK_THUMB) == HVC_THUMB;
  }
}
