package org.hypscope.debug;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hypscope.arm.core.sysregs.GenericTimer;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.DeviceSlot;

/** What the interrupts of a board are for. */
final class InterruptNames {
  private static final int SGIS = 16;
  private static final int SPECIAL = 1020;

  private final Map<Integer, String> names = new HashMap<>();

  InterruptNames(Board board) {
    board.timers().forEach((timer, id) -> names.put(id, timer(timer)));
    names.put(board.gic().maintenance(), "GIC maintenance");
    for (DeviceSlot slot : board.devices()) {
      for (int n = 0; n < slot.count(); n++) {
        String name = device(slot.kind());
        names.put(slot.interrupt() + n, slot.count() == 1 ? name : name + " " + n);
      }
    }
  }

  private static String device(DeviceSlot.Kind kind) {
    return switch (kind) {
      case PL011 -> "UART";
      case PL031 -> "clock";
      case PL061 -> "pins";
      case VIRTIO_MMIO -> "virtio";
    };
  }

  /** {@code virtual timer}. */
  String timer(GenericTimer timer) {
    return switch (timer) {
      case HYP -> "HYP timer";
      default -> timer.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " timer";
    };
  }

  /** What {@code id} is for; empty where the board does not say. */
  String of(int id) {
    return id < SGIS ? "software" : names.getOrDefault(id, "");
  }

  /** {@code 27 virtual timer}; 1020 to 1023 stand for none. */
  String described(int id) {
    return id >= SPECIAL ? "none" : (id + " " + of(id)).trim();
  }
}
