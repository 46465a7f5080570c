package org.hypscope.machine.device.gic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.hypscope.arm.bus.InterruptInputs;
import org.hypscope.arm.bus.InterruptInputs.Input;
import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;

/**
 * The Generic Interrupt Controller, version 2, with the Virtualization Extensions and without the
 * Security Extensions (ARM IHI 0048B): what every write to it does and every line that changes is
 * seen at the cores' inputs at once.
 */
public final class Gic implements Stateful {
  private final IntSupplier asking;
  private final int maintenanceId;
  private final InterruptTable table;
  private final Distributor distributor;
  private final List<Port> ports = new ArrayList<>();
  private long updates;

  /** What one core has of its own. */
  private record Port(
      InterruptInputs inputs, PhysicalInterface gicc, VirtualInterface gicv, HypInterface gich) {}

  /**
   * A controller as reset leaves it.
   *
   * @param interrupts how many numbers it knows, a multiple of 32
   * @param listRegisters of each core
   * @param maintenanceId the private interrupt that HYP is told with
   * @param cores their inputs
   * @param asking the number of the core that makes the present access
   */
  public Gic(
      int interrupts,
      int listRegisters,
      int maintenanceId,
      List<? extends InterruptInputs> cores,
      IntSupplier asking) {
    this.asking = asking;
    this.maintenanceId = maintenanceId;
    this.table = new InterruptTable(cores.size(), interrupts);
    this.distributor = new Distributor(this, table);
    for (int core = 0; core < cores.size(); core++) {
      PhysicalInterface gicc = new PhysicalInterface(this, core, table, distributor);
      VirtualInterface gicv = new VirtualInterface(this, core, listRegisters, gicc);
      ports.add(new Port(cores.get(core), gicc, gicv, new HypInterface(this, gicv)));
    }
  }

  /** GICD. */
  public Device distributor() {
    return distributor;
  }

  /** GICC of the core that asks. */
  public Device cpuInterface() {
    return new OfAsking(Port::gicc);
  }

  /** GICH of the core that asks. */
  public Device hypInterface() {
    return new OfAsking(Port::gich);
  }

  /** GICV of the core that asks. */
  public Device virtualInterface() {
    return new OfAsking(Port::gicv);
  }

  /** The line of interrupt {@code id}; of a private one (16 to 31), that of {@code core}. */
  public void drive(int id, int core, boolean asserted) {
    if (table.test(table.line, id, core) != asserted) {
      table.drive(id, core, asserted);
      update();
    }
  }

  int asking() {
    return asking.getAsInt();
  }

  /** How often something in it may have changed. */
  public long updates() {
    return updates;
  }

  /** Looks again at what every core is to be told. */
  void update() {
    updates++;
    for (int core = 0; core < ports.size(); core++) {
      Port port = ports.get(core);
      table.drive(maintenanceId, core, port.gich.asksForMaintenance());
      drive(port.inputs, port.gicc, Input.IRQ, Input.FIQ);
      drive(port.inputs, port.gicv, Input.VIRTUAL_IRQ, Input.VIRTUAL_FIQ);
    }
  }

  private static void drive(InterruptInputs to, CpuInterface from, Input irq, Input fiq) {
    int best = from.best();
    boolean signals = from.signals(best);
    boolean asFiq =
        signals && from.group(best) == 0 && (from.control & CpuInterface.FIQ_ENABLE) != 0;
    to.drive(irq, signals && !asFiq);
    to.drive(fiq, asFiq);
  }

  @Override
  public void exchange(State state) {
    distributor.exchange(state);
    for (Port port : ports) {
      port.gicc.exchange(state);
      port.gicv.exchange(state);
    }
  }

  private final class OfAsking implements Device {
    private final Device[] ofCore;

    OfAsking(Function<Port, Device> part) {
      this.ofCore = ports.stream().map(part).toArray(Device[]::new);
    }

    private Device device() {
      return ofCore[asking()];
    }

    @Override
    public int length() {
      return ofCore[0].length();
    }

    @Override
    public int read(int offset, int size) {
      return device().read(offset, size);
    }

    @Override
    public void write(int offset, int size, int value) {
      device().write(offset, size, value);
    }

    @Override
    public void exchange(State state) {
      // the controller itself keeps what is to be kept
    }
  }
}
