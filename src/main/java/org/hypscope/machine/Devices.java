package org.hypscope.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.hypscope.arm.bus.InterruptInputs;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.DeviceSlot;
import org.hypscope.machine.board.GicSlot;
import org.hypscope.machine.board.UnlistedDevice;
import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.EmptyFwCfg;
import org.hypscope.machine.device.EmptyPcie;
import org.hypscope.machine.device.EmptyVirtio;
import org.hypscope.machine.device.EmptyWindow;
import org.hypscope.machine.device.GicV2m;
import org.hypscope.machine.device.Line;
import org.hypscope.machine.device.Pl011;
import org.hypscope.machine.device.Pl031;
import org.hypscope.machine.device.Pl061;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;
import org.hypscope.machine.device.gic.Gic;

/** The devices of a machine, made from its board's description. */
final class Devices implements Stateful {
  private final List<PhysicalBus.Attached> attached = new ArrayList<>();
  private final List<Device> all = new ArrayList<>();
  private final Gic gic;
  private Pl011 console;
  private long events;

  /**
   * What they need of the machine.
   *
   * @param core the number of the core that makes the present access
   * @param time virtual time in nanoseconds, as the present instruction sees it
   * @param print takes what the console sends
   * @param planned is told that something will happen by itself at another instant than before
   */
  record Surroundings(IntSupplier core, LongSupplier time, IntConsumer print, Runnable planned) {}

  Devices(Board board, List<? extends InterruptInputs> cores, Surroundings around) {
    GicSlot slot = board.gic();
    this.gic =
        new Gic(slot.interrupts(), slot.listRegisters(), slot.maintenance(), cores, around.core);
    attach(slot.distributor(), gic.distributor());
    attach(slot.cpuInterface(), gic.cpuInterface());
    attach(slot.hypInterface(), gic.hypInterface());
    attach(slot.virtualInterface(), gic.virtualInterface());
    board.devices().forEach(each -> add(each.base(), make(each, board, around)));
    board.unlisted().forEach(each -> add(each.base(), make(each)));
  }

  private void add(long base, Device device) {
    attach(base, device);
    all.add(device);
  }

  private void attach(long base, Device device) {
    attached.add(PhysicalBus.Attached.at(base, device));
  }

  private Device make(UnlistedDevice slot) {
    return switch (slot.kind()) {
      case PCIE -> new EmptyPcie();
      case PCIE_WINDOW -> new EmptyWindow(slot.size());
      case GIC_V2M -> new GicV2m(slot.interrupt(), slot.count(), this::pulse);
      case FW_CFG -> new EmptyFwCfg();
    };
  }

  private void pulse(int interrupt) {
    gic.drive(interrupt, 0, true);
    gic.drive(interrupt, 0, false);
  }

  private Device make(DeviceSlot slot, Board board, Surroundings around) {
    Line line = asserted -> gic.drive(slot.interrupt(), 0, asserted);
    return switch (slot.kind()) {
      case PL011 -> {
        console = new Pl011(around.print, line);
        yield console;
      }
      case PL031 -> new Pl031(board.epoch(), around.time, line, around.planned);
      case PL061 -> new Pl061();
      case VIRTIO_MMIO -> new EmptyVirtio(slot.count(), slot.stride());
    };
  }

  List<PhysicalBus.Attached> attached() {
    return attached;
  }

  Gic gic() {
    return gic;
  }

  /** When one of them next does something by itself, in virtual time. */
  long nextEvent() {
    long next = Device.NEVER;
    for (Device each : all) {
      next = Math.min(next, each.nextEvent());
    }
    return next;
  }

  /** Virtual time has come to {@code time}. */
  void reach(long time) {
    for (Device each : all) {
      if (time >= each.nextEvent()) {
        events++;
        each.reach(time);
      }
    }
  }

  /** Another number whenever a device may have changed by a line, by itself or from outside. */
  long changes() {
    return gic.updates() + events;
  }

  /** They were given the state of another instant. */
  void restored() {
    events++;
  }

  /** What comes in at the console, a byte. */
  void receive(int value) {
    events++;
    console.receive(value);
  }

  @Override
  public void exchange(State state) {
    gic.exchange(state);
    all.forEach(each -> each.exchange(state));
  }
}
