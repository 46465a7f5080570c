package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.arm.core.sysregs.GenericTimer;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TimerRegs;
import org.hypscope.debug.DeviceView.Column;
import org.hypscope.machine.DeviceImage;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.DeviceSlot;

/** The devices of a board as one core sees them at one instant. */
final class DeviceTables {
  static final List<Column> REGISTERS =
      List.of(new Column("register", false), new Column("value", false), still("meaning"));
  private static final double NANOS = 1e9;

  private final Board board;
  private final int core;
  private final Frame frame;
  private final List<CoreView> cores;
  private final DeviceImage.Reader reader;
  private final InterruptNames names;

  private DeviceTables(Board board, int core, Frame frame, List<CoreView> cores) {
    this.board = board;
    this.core = core;
    this.frame = frame;
    this.cores = cores;
    this.reader = frame.devices().reader(core, frame.time());
    this.names = new InterruptNames(board);
  }

  /** Those of {@code board}, as core {@code core}, whose state is {@code frame}, sees them. */
  static List<DeviceView> of(Board board, int core, Frame frame, List<CoreView> cores) {
    return new DeviceTables(board, core, frame, cores).all();
  }

  static Column still(String name) {
    return new Column(name, false);
  }

  private List<DeviceView> all() {
    GicTables gic = new GicTables(board, core, cores.size(), reader, names);
    List<DeviceView> views = new ArrayList<>();
    views.add(gic.interrupts());
    views.add(gic.cpuInterface());
    views.add(timers());
    views.add(gic.listRegisters());
    views.add(gic.hypInterface());
    views.add(gic.virtualInterface());
    for (DeviceSlot slot : board.devices()) {
      Optional<DeviceView> view =
          switch (slot.kind()) {
            case PL011 -> Optional.of(PrimeCells.uart(slot.base(), reader));
            case PL031 -> Optional.of(PrimeCells.clock(slot.base(), reader));
            case PL061, VIRTIO_MMIO -> Optional.empty();
          };
      view.ifPresent(views::add);
    }
    views.add(power());
    return views;
  }

  /** Which core this is, where that is a question. */
  private String ofCore() {
    return cores.size() > 1 ? " of core " + core : "";
  }

  private DeviceView timers() {
    SysRegFile values = frame.sysRegs();
    List<List<String>> lines = new ArrayList<>();
    for (GenericTimer timer : GenericTimer.values()) {
      String id = Optional.ofNullable(board.timers().get(timer)).map(String::valueOf).orElse("-");
      lines.add(
          List.of(
              names.timer(timer),
              id,
              control(timer, values),
              String.format("0x%016x", timer.compareValue(values)),
              fires(timer, values)));
    }
    long time = frame.time();
    String note =
        String.format(
            "CNTPCT 0x%x, CNTVCT 0x%x, CNTVOFF 0x%x; %.9f s, a tick every %d instructions.",
            time / GenericTimer.TICK,
            GenericTimer.VIRTUAL.count(values, time),
            values.rawGet(TimerRegs.CNTVOFF),
            time / NANOS,
            GenericTimer.TICK);
    List<Column> columns =
        List.of(
            still("timer"),
            still("interrupt"),
            still("control"),
            still("compare value"),
            new Column("fires", true));
    return DeviceView.of("Timers" + ofCore(), note, columns, lines);
  }

  private String control(GenericTimer timer, SysRegFile values) {
    if (!timer.isEnabled(values)) {
      return "off";
    }
    boolean met = timer.isMet(values, frame.time());
    return "enabled, "
        + (timer.isMasked(values) ? "masked" : "not masked")
        + (met ? ", condition met" : ", condition not met");
  }

  private String fires(GenericTimer timer, SysRegFile values) {
    if (timer.asserted(values, frame.time())) {
      return "asserted now";
    }
    long at = timer.nextChange(values, frame.time());
    return at == GenericTimer.NEVER
        ? "never"
        : String.format("in %,d instructions", at - frame.time());
  }

  private DeviceView power() {
    List<List<String>> lines = new ArrayList<>();
    for (CoreView each : cores) {
      lines.add(
          List.of(
              "core " + each.number(),
              each.state().words(),
              each.boot().map(boot -> boot.mode().name()).orElse("never on"),
              each.boot().map(boot -> boot.at().toString()).orElse("-"),
              each.boot().map(boot -> String.format("0x%08x", boot.entry())).orElse("-")));
    }
    List<Column> columns =
        List.of(still("core"), still("state"), still("boot mode"), still("since"), still("entry"));
    String firmware =
        switch (board.firmware()) {
          case PSCI -> "PSCI 1.1 answers SMC.";
          case NONE -> "Nobody answers SMC but Monitor code.";
        };
    return DeviceView.of("Power", firmware, columns, lines);
  }
}
