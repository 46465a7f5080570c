package org.hypscope.machine.board;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.hypscope.arm.core.sysregs.GenericTimer;
import org.hypscope.machine.fdt.FdtNode;

/** The device tree of a board: exactly the devices that it has, by their standard bindings. */
public final class BoardTree {
  private static final int CLOCK = 0x8000;
  private static final int INTERRUPTS = 0x8001;
  private static final String BUS_CLOCK = "apb_pclk";
  private static final int PL011_HZ = 24_000_000;

  private static final int SPI = 0;
  private static final int PPI = 1;
  private static final int FIRST_PRIVATE = 16;
  private static final int FIRST_SHARED = 32;
  private static final int EDGE = 1;
  private static final int LEVEL = 4;

  /** The size of each of the interrupt controller's register frames. */
  private static final long FRAME = 0x10000;

  private static final int CORTEX_A7 = 0xc07;

  /** In the order of the binding. */
  private static final List<GenericTimer> TIMERS =
      List.of(
          GenericTimer.SECURE_PHYSICAL,
          GenericTimer.PHYSICAL,
          GenericTimer.VIRTUAL,
          GenericTimer.HYP);

  private final Board board;
  private final FdtNode root = new FdtNode("");

  private BoardTree(Board board) {
    this.board = board;
  }

  /** The tree of {@code board}; its {@code /chosen} names the console only. */
  public static FdtNode of(Board board) {
    return new BoardTree(board).build();
  }

  /**
   * Says in {@code root} where the memory of {@code board} is and how its firmware is called, in
   * place of what was said: what a boot loader knows better than a file.
   */
  public static void setMachine(FdtNode root, Board board) {
    root.remove("memory");
    Range ram = board.ram();
    root.addFirst("memory@" + Long.toHexString(ram.start()))
        .strings("device_type", "memory")
        .set("reg", reg(root, ram));
    if (board.firmware() == Firmware.PSCI) {
      root.remove("psci");
      setPowerControl(root.addFirst("psci"));
    }
  }

  /** The numbers of functions are for kernels older than version 0.2 of the interface. */
  private static void setPowerControl(FdtNode psci) {
    psci.strings("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci")
        .strings("method", "smc")
        .cells("cpu_suspend", 0x8400_0001)
        .cells("cpu_off", 0x8400_0002)
        .cells("cpu_on", 0x8400_0003)
        .cells("migrate", 0x8400_0005);
  }

  private FdtNode build() {
    root.cells("interrupt-parent", INTERRUPTS)
        .strings("model", "linux,dummy-virt")
        .cells("#size-cells", 2)
        .cells("#address-cells", 2)
        .strings("compatible", "linux,dummy-virt");
    setMachine(root, board);
    board.devices().forEach(this::devices);
    clock();
    flash();
    interruptController();
    cpus();
    timer();
    root.child("chosen").strings("stdout-path", "/pl011@" + Long.toHexString(board.uart()));
    return root;
  }

  private void devices(DeviceSlot slot) {
    for (int n = 0; n < slot.count(); n++) {
      Range registers = new Range(slot.base() + (long) n * slot.stride(), slot.stride());
      device(slot.kind(), registers.start(), slot.interrupt() + n).set("reg", reg(root, registers));
    }
  }

  private FdtNode device(DeviceSlot.Kind kind, long base, int interrupt) {
    return switch (kind) {
      case PL011 ->
          primecell("pl011", base, interrupt)
              .strings("clock-names", "uartclk", BUS_CLOCK)
              .cells("clocks", CLOCK, CLOCK);
      case PL031 -> clocked(primecell("pl031", base, interrupt));
      case PL061 ->
          clocked(primecell("pl061", base, interrupt))
              .flag("gpio-controller")
              .cells("#gpio-cells", 2);
      case VIRTIO_MMIO ->
          node("virtio_mmio", base)
              .strings("compatible", "virtio,mmio")
              .cells("interrupts", shared(interrupt, EDGE))
              .flag("dma-coherent");
    };
  }

  private static FdtNode clocked(FdtNode device) {
    return device.strings("clock-names", BUS_CLOCK).cells("clocks", CLOCK);
  }

  private FdtNode primecell(String name, long base, int interrupt) {
    return node(name, base)
        .strings("compatible", "arm," + name, "arm,primecell")
        .cells("interrupts", shared(interrupt, LEVEL));
  }

  private FdtNode node(String name, long base) {
    return root.add(new FdtNode(name + "@" + Long.toHexString(base)));
  }

  private static int[] shared(int interrupt, int sense) {
    return new int[] {SPI, interrupt - FIRST_SHARED, sense};
  }

  private void clock() {
    root.child("apb-pclk")
        .strings("compatible", "fixed-clock")
        .cells("#clock-cells", 0)
        .cells("clock-frequency", PL011_HZ)
        .strings("clock-output-names", "clk24mhz")
        .cells("phandle", CLOCK);
  }

  private void flash() {
    if (!board.flash().isEmpty()) {
      node("flash", board.flash().get(0).start())
          .strings("compatible", "cfi-flash")
          .longs(
              "reg",
              board.flash().stream()
                  .flatMapToLong(bank -> LongStream.of(bank.start(), bank.size()))
                  .toArray())
          .cells("bank-width", 4);
    }
  }

  private void interruptController() {
    GicSlot gic = board.gic();
    node("intc", gic.distributor())
        .strings("compatible", "arm,cortex-a15-gic")
        .longs(
            "reg",
            gic.distributor(),
            FRAME,
            gic.cpuInterface(),
            FRAME,
            gic.hypInterface(),
            FRAME,
            gic.virtualInterface(),
            FRAME)
        .cells("#interrupt-cells", 3)
        .cells("#address-cells", 0)
        .flag("interrupt-controller")
        .cells("interrupts", PPI, gic.maintenance() - FIRST_PRIVATE, LEVEL)
        .cells("phandle", INTERRUPTS);
  }

  private void cpus() {
    FdtNode cpus = root.child("cpus").cells("#address-cells", 1).cells("#size-cells", 0);
    String part = (board.identity().get("MIDR") >> 4 & 0xfff) == CORTEX_A7 ? "7" : "15";
    for (int n = 0; n < board.cores(); n++) {
      FdtNode cpu =
          cpus.child("cpu@" + n)
              .strings("device_type", "cpu")
              .strings("compatible", "arm,cortex-a" + part)
              .cells("reg", n);
      if (board.firmware() == Firmware.PSCI) {
        cpu.strings("enable-method", "psci");
      }
    }
  }

  private void timer() {
    int[] cells = new int[3 * TIMERS.size()];
    for (int n = 0; n < TIMERS.size(); n++) {
      cells[3 * n] = PPI;
      cells[3 * n + 1] = board.timers().get(TIMERS.get(n)) - FIRST_PRIVATE;
      cells[3 * n + 2] = (1 << board.cores()) - 1 << 8 | LEVEL;
    }
    root.child("timer")
        .strings("compatible", "arm,armv7-timer")
        .cells("interrupts", cells)
        .flag("always-on");
  }

  private static byte[] reg(FdtNode parent, Range range) {
    byte[] start = number(range.start(), parent.cell("#address-cells", 2));
    byte[] size = number(range.size(), parent.cell("#size-cells", 1));
    return ByteBuffer.allocate(start.length + size.length).put(start).put(size).array();
  }

  private static byte[] number(long value, int cells) {
    return cells == 1
        ? ByteBuffer.allocate(4).putInt((int) value).array()
        : ByteBuffer.allocate(8).putLong(value).array();
  }
}
