package org.hypscope.machine;

import java.util.Collections;
import java.util.List;
import org.hypscope.arm.bus.InterruptInputs;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;

/**
 * The devices of a machine as they were at one instant. What is read of them changes neither them
 * nor the machine: an interrupt that is acknowledged here is acknowledged in a copy.
 */
public final class DeviceImage {
  private final Board board;
  private final int cores;
  private final long[] state;
  private final long changes;

  DeviceImage(Board board, int cores, long[] state, long changes) {
    this.board = board;
    this.cores = cores;
    this.state = state;
    this.changes = changes;
  }

  long changes() {
    return changes;
  }

  /** Another number for an image in which something differs. */
  public boolean differsFrom(DeviceImage other) {
    return changes != other.changes;
  }

  /** Reads registers as {@code core} would at virtual time {@code time}, in nanoseconds. */
  public Reader reader(int core, long time) {
    InterruptInputs unheard = (input, asserted) -> {};
    Devices copy =
        new Devices(
            board,
            Collections.nCopies(cores, unheard),
            new Devices.Surroundings(() -> core, () -> time, printed -> {}, () -> {}));
    State.give(copy, state);
    return new Reader(copy.attached());
  }

  /** Registers by their physical address. */
  public static final class Reader {
    private final List<PhysicalBus.Attached> devices;

    private Reader(List<PhysicalBus.Attached> devices) {
      this.devices = devices;
    }

    /** The 32-bit register at {@code address}; 0 where there is none. */
    public int word(long address) {
      for (PhysicalBus.Attached each : devices) {
        if (each.holds(address)) {
          return read(each.device(), (int) (address - each.base()));
        }
      }
      return 0;
    }

    private static int read(Device device, int offset) {
      return device.read(offset, 4);
    }
  }
}
