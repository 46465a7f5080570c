package org.hypscope.debug;

import static org.hypscope.debug.DeviceTables.REGISTERS;
import static org.hypscope.debug.DeviceTables.still;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hypscope.machine.DeviceImage;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.GicSlot;

/** The interrupt controller's registers in words (ARM IHI 0048B, 4 and 5), as one core sees it. */
final class GicTables {
  private static final int PRIVATE = 32;
  private static final int SGIS = 16;
  private static final int GICD_IGROUPR = 0x080;
  private static final int GICD_ISENABLER = 0x100;
  private static final int GICD_ISPENDR = 0x200;
  private static final int GICD_ISACTIVER = 0x300;
  private static final int GICD_IPRIORITYR = 0x400;
  private static final int GICD_ITARGETSR = 0x800;
  private static final int GICD_ICFGR = 0xc00;
  private static final int GICD_CPENDSGIR = 0xf10;
  private static final int LR0 = 0x100;
  private static final int LR_HW = 1 << 31;
  private static final int LR_EOI = 1 << 19;
  private static final String[] LR_STATES = {"free", "pending", "active", "active and pending"};

  private final Board board;
  private final GicSlot slot;
  private final int core;
  private final int cores;
  private final DeviceImage.Reader reader;
  private final InterruptNames names;

  GicTables(Board board, int core, int cores, DeviceImage.Reader reader, InterruptNames names) {
    this.board = board;
    this.slot = board.gic();
    this.core = core;
    this.cores = cores;
    this.reader = reader;
    this.names = names;
  }

  /** The interrupts that are enabled, pending or active; software ones where they are more. */
  DeviceView interrupts() {
    List<List<String>> lines = new ArrayList<>();
    for (int id = 0; id < slot.interrupts(); id++) {
      boolean pending = bit(GICD_ISPENDR, id);
      boolean active = bit(GICD_ISACTIVER, id);
      if (pending || active || id >= SGIS && bit(GICD_ISENABLER, id)) {
        lines.add(interrupt(id, pending, active));
      }
    }
    String forwards =
        switch (distributor(0) & 3) {
          case 1 -> "The distributor forwards group 0";
          case 2 -> "The distributor forwards group 1";
          case 3 -> "The distributor forwards both groups";
          default -> "The distributor forwards nothing";
        };
    String others = lines.isEmpty() ? "no interrupt is enabled." : "others are off.";
    return DeviceView.of(
        "Interrupts" + ofCore(),
        forwards + "; of " + slot.interrupts() + " interrupts, " + others,
        List.of(
            still("id"),
            still("name"),
            still("state"),
            still("priority"),
            still("group"),
            still("trigger"),
            still("goes to")),
        lines);
  }

  private List<String> interrupt(int id, boolean pending, boolean active) {
    String state =
        IntStream.range(0, 3)
            .filter(n -> n == 0 ? bit(GICD_ISENABLER, id) : n == 1 ? pending : active)
            .mapToObj(n -> List.of("enabled", "pending", "active").get(n))
            .collect(Collectors.joining(", "));
    boolean edge = (distributor(GICD_ICFGR + id / 16 * 4) >>> id % 16 * 2 & 2) != 0;
    return List.of(
        "" + id,
        names.of(id),
        state,
        String.format("0x%02x", ofByte(GICD_IPRIORITYR, id)),
        bit(GICD_IGROUPR, id) ? "1" : "0",
        edge ? "edge" : "level",
        target(id));
  }

  private String target(int id) {
    if (id < SGIS) {
      int senders = ofByte(GICD_CPENDSGIR, id);
      String here = "core " + core;
      return senders == 0 ? here : here + ", from " + coresOf(senders);
    }
    if (id < PRIVATE || cores == 1) {
      return "core " + core;
    }
    int targets = ofByte(GICD_ITARGETSR, id);
    return targets == 0 ? "nobody" : coresOf(targets);
  }

  private static String coresOf(int bits) {
    return "core "
        + IntStream.range(0, 8)
            .filter(n -> (bits >>> n & 1) != 0)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
  }

  /** GICC. */
  DeviceView cpuInterface() {
    return DeviceView.of(
        "CPU interface (GICC)" + ofCore(),
        "",
        REGISTERS,
        interfaceLines(slot.cpuInterface(), "GICC_", names::described));
  }

  /** GICV, as the guest reads it. */
  DeviceView virtualInterface() {
    return DeviceView.of(
        "Virtual CPU interface (GICV)" + ofCore(),
        "As the guest reads it in the place of its CPU interface.",
        REGISTERS,
        interfaceLines(slot.virtualInterface(), "GICV_", id -> "virtual interrupt " + id));
  }

  private List<List<String>> interfaceLines(long base, String prefix, IntFunction<String> name) {
    int pmr = reader.word(base + 4);
    int bpr = reader.word(base + 8);
    int rpr = reader.word(base + 0x14);
    int pending = reader.word(base + 0x18) & 0x3ff;
    String best =
        switch (pending) {
          case 1023 -> "nothing is pending";
          case 1022 -> "one of group 1 is pending";
          default -> name.apply(pending) + " is pending";
        };
    return List.of(
        register(prefix + "CTLR", reader.word(base), GicWords.control(reader.word(base))),
        register(
            prefix + "PMR",
            pmr,
            pmr == 0 ? "takes none" : String.format("takes priorities above 0x%02x", pmr)),
        register(prefix + "BPR", bpr, String.format("bits 7:%d preempt", bpr + 1)),
        register(
            prefix + "RPR", rpr, rpr == 0xff ? "idle" : String.format("0x%02x is running", rpr)),
        register(prefix + "HPPIR", pending, best));
  }

  /** GICH without the list registers. */
  DeviceView hypInterface() {
    int hcr = hyp(0);
    int misr = hyp(0x10);
    int eisr = hyp(0x20);
    int elrsr = hyp(0x30);
    int apr = hyp(0xf0);
    return DeviceView.of(
        "HYP's interface to virtual interrupts (GICH)" + ofCore(),
        "",
        REGISTERS,
        List.of(
            register("GICH_HCR", hcr, GicWords.hypControl(hcr)),
            register("GICH_VMCR", hyp(8), GicWords.machineControl(hyp(8))),
            register("GICH_MISR", misr, GicWords.reasons(misr)),
            register("GICH_EISR", eisr, lists(eisr, "ended, to be told")),
            register("GICH_ELRSR", elrsr, lists(elrsr, "free")),
            register("GICH_APR", apr, apr == 0 ? "nothing is active" : "active priorities")));
  }

  private static String lists(int bits, String what) {
    return bits == 0
        ? "none"
        : "LR"
            + IntStream.range(0, 32)
                .filter(n -> (bits >>> n & 1) != 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", LR"))
            + " "
            + what;
  }

  /** GICH_LRn. */
  DeviceView listRegisters() {
    List<List<String>> lines = new ArrayList<>();
    for (int n = 0; n < slot.listRegisters(); n++) {
      lines.add(list("LR" + n, hyp(LR0 + 4 * n)));
    }
    return DeviceView.of(
        "List registers" + ofCore(),
        "The virtual interrupts that HYP hands to its guest.",
        List.of(
            still("register"),
            still("value"),
            still("state"),
            still("virtual id"),
            still("priority"),
            still("group"),
            still("at its end")),
        lines);
  }

  private List<String> list(String name, int value) {
    int physical = value >>> 10 & 0x3ff;
    String end = (value & LR_EOI) != 0 ? "tells HYP" : "nothing more";
    if ((value & LR_HW) != 0) {
      end = "ends " + names.described(physical);
    }
    boolean used = value != 0;
    return List.of(
        name,
        String.format("0x%08x", value),
        LR_STATES[value >>> 28 & 3],
        used ? "" + (value & 0x3ff) : "-",
        used ? String.format("0x%02x", (value >>> 23 & 0x1f) << 3) : "-",
        used ? "" + (value >>> 30 & 1) : "-",
        used ? end : "-");
  }

  private String ofCore() {
    return board.cores() > 1 ? " of core " + core : "";
  }

  private static List<String> register(String name, int value, String meaning) {
    return List.of(name, String.format("0x%08x", value), meaning);
  }

  private boolean bit(int register, int id) {
    return (distributor(register + id / 32 * 4) >>> id % 32 & 1) != 0;
  }

  private int ofByte(int register, int id) {
    return distributor(register + (id & ~3)) >>> id % 4 * 8 & 0xff;
  }

  private int distributor(int offset) {
    return reader.word(slot.distributor() + offset);
  }

  private int hyp(int offset) {
    return reader.word(slot.hypInterface() + offset);
  }
}
