package org.hypscope.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.SecureFirmware;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Firmware;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.StateImage;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;

/**
 * One to four cores on a board with an image in its memory. Single-threaded: one thread at a time
 * may use it. What it does follows from board, image and what is typed alone.
 */
public final class Machine {
  private static final List<String> AFFINITY = List.of("MPIDR", "VMPIDR");

  private final Board board;
  private final LoadedImage image;
  private final Ram ram;
  private final Flash flash;
  private final Console console = new Console();
  private final List<Core> cores;
  private final Devices devices;
  private final PhysicalBus bus;
  private final FlashBanks banks;
  private final Scheduler scheduler;
  private StateImage devicesBefore;

  private Machine(Board board, LoadedImage image) {
    this(
        board,
        image,
        new Ram(board.ram().start(), board.ram().size()),
        new Flash(board.flash(), image.segments()));
  }

  private Machine(Machine from, MachineImage at) {
    this(from.board, from.image, new Ram(at.memory()), from.flash);
    restoreParts(at);
  }

  private Machine(Board board, LoadedImage image, Ram ram, Flash flash) {
    this.board = board;
    this.image = image;
    this.ram = ram;
    this.flash = flash;
    this.bus = new PhysicalBus(ram, flash);
    List<Core> made = new ArrayList<>();
    SecureFirmware firmware = board.firmware() == Firmware.PSCI ? new Psci(made, power()) : null;
    for (int n = 0; n < board.cores(); n++) {
      made.add(new Core(A32.decoder(), new SysRegFile(), bus, firmware));
    }
    this.cores = List.copyOf(made);
    cores.forEach(each -> each.join(cores));
    cores.forEach(each -> each.setUntrapped(board.untrapped()));
    this.devices =
        new Devices(
            board,
            cores.stream().map(Core::interrupts).toList(),
            new Devices.Surroundings(
                this::turn, () -> core().virtualTime(), this::print, () -> core().callBoard()));
    bus.attach(devices.attached());
    this.banks = new FlashBanks(board.flash(), () -> cores.forEach(Core::flushTranslations));
    bus.setBanks(banks);
    this.scheduler = new Scheduler(cores, devices, board.timers());
  }

  /** A machine that stands before the first instruction of {@code image}. */
  public static Machine create(Board board, LoadedImage image) {
    Machine machine = new Machine(board, image);
    image.segments().forEach(machine::put);
    machine.reset();
    machine.freezeMemory();
    return machine;
  }

  /** The core that executes now, or has executed last; at first the one that starts the image. */
  public Core core() {
    return cores.get(turn());
  }

  /** All cores, the first one first. */
  public List<Core> cores() {
    return cores;
  }

  /** Whether core {@code n} is switched on. */
  public boolean isOn(int n) {
    return scheduler.isOn(n);
  }

  /** Its memory. */
  public Ram ram() {
    return ram;
  }

  /** Its flash. */
  public Flash flash() {
    return flash;
  }

  /** The board it was made for. */
  public Board board() {
    return board;
  }

  /** The image that was put into its memory. */
  public LoadedImage image() {
    return image;
  }

  /** What was printed. */
  public Console console() {
    return console;
  }

  /**
   * Runs as {@link Core#run} does, the cores in turn; virtual time is skipped where all wait.
   * {@link StopCause#WAITING} says that nothing but a typed byte could end that.
   */
  public StopCause run(long steps, StopCheck check) {
    return scheduler.run(steps, check, false);
  }

  /** As {@link #run}, but {@code check} is asked before the first instruction too. */
  public StopCause runAsked(long steps, StopCheck check) {
    return scheduler.run(steps, check, true);
  }

  /** Types {@code bytes} at the console: they come in as fast as they are read. */
  public void type(byte[] bytes) {
    for (byte each : bytes) {
      devices.receive(each & 0xff);
    }
  }

  /**
   * The state of devices and of the cores' turns as a list of values: equal for machines that are
   * in the same state.
   */
  public long[] deviceState() {
    return State.of(this::exchange);
  }

  private void exchange(State state) {
    scheduler.exchange(state);
    devices.exchange(state);
    banks.exchange(state);
  }

  /** The devices as they are now; {@code last} again where none has changed since it was made. */
  public DeviceImage freezeDevices(DeviceImage last) {
    long changes = bus.accesses() + devices.changes();
    return last != null && last.changes() == changes
        ? last
        : new DeviceImage(board, cores.size(), State.of(devices), changes);
  }

  /**
   * The memory as it is now, at a cost that does not depend on its size; free if it was not written
   * since the last time.
   */
  public MemoryImage freezeMemory() {
    if (ram.changedSinceFreeze()) {
      cores.forEach(Core::forgetWritablePages);
    }
    return ram.freeze();
  }

  /**
   * A copy that goes on from here independently, with an empty console and no listener. Memory is
   * shared copy-on-write. Made between two instructions, or by a listener before an exception.
   */
  public Machine fork() {
    return new Machine(this, freeze());
  }

  /**
   * All that it is now, at a cost that does not depend on the size of its memory: between two
   * instructions, or by a listener before an exception.
   */
  public MachineImage freeze() {
    devicesBefore = StateImage.of(this::exchange, devicesBefore);
    return new MachineImage(
        cores.stream().map(Core::image).toList(), devicesBefore, freezeMemory(), console.printed());
  }

  /**
   * Goes on from {@code at}, which was taken of this machine or of one that it was forked from:
   * between two instructions. What was printed stays printed.
   */
  public void restore(MachineImage at) {
    ram.restore(at.memory());
    restoreParts(at);
  }

  private void restoreParts(MachineImage at) {
    State.give(this::exchange, at.devices().values());
    devices.restored();
    for (int n = 0; n < cores.size(); n++) {
      cores.get(n).restore(at.cores().get(n));
    }
    devicesBefore = at.devices();
    console.goTo(at.printed());
  }

  /** Writes {@code bytes} to RAM at physical {@code address}, as a debugger does. */
  public void edit(long address, byte[] bytes) {
    copyIn(address, bytes);
    freezeMemory();
    cores.forEach(Core::flushPageCache);
  }

  private void put(Segment segment) {
    if (ram.contains(segment.address())) {
      copyIn(segment.address(), segment.bytes());
    }
  }

  private void copyIn(long address, byte[] bytes) {
    int done = 0;
    while (done < bytes.length) {
      int inPage = (int) (address + done) & (Page.SIZE - 1);
      int length = Math.min(Page.SIZE - inPage, bytes.length - done);
      Page page = ram.writable(address + done);
      System.arraycopy(bytes, done, page.bytes, inPage, length);
      page.decoded = null;
      page.decodedThumb = null;
      done += length;
    }
  }

  private void reset() {
    for (int n = 0; n < cores.size(); n++) {
      reset(n);
      start(cores.get(n), image.entry());
      scheduler.setOn(n, n == 0 || board.firmware() != Firmware.PSCI);
    }
    image.entered().registers().forEach(core()::setBank);
    scheduler.skip(image.entered().nanoseconds());
  }

  /** As the board hands a core over. */
  private void reset(int n) {
    Core core = cores.get(n);
    board.identity().forEach((name, value) -> setSystemRegister(core, name, value));
    board.reset().systemRegisters().forEach((name, value) -> setSystemRegister(core, name, value));
    for (String name : AFFINITY) {
      SysReg register = SysRegs.byName(name);
      core.sysRegs().rawSet(register, core.sysRegs().rawGet(register) | n);
    }
    for (Map.Entry<Bank, Integer> each : board.reset().registers().entrySet()) {
      core.setBank(each.getKey(), each.getValue());
    }
    core.setCpsr(board.reset().cpsr());
  }

  private static void start(Core core, int entry) {
    core.setThumb((entry & 1) != 0);
    core.setPc(entry & ~1);
  }

  private void setSystemRegister(Core core, String name, long value) {
    SysRegCopy copy = SysRegs.copyByName(name);
    if (copy == null) {
      throw new IllegalArgumentException(
          "Board " + board.name() + " sets " + name + ", which is no system register.");
    }
    core.sysRegs().rawSet(copy.register(), copy.secure(), value);
  }

  private Psci.Power power() {
    return new Psci.Power() {
      @Override
      public boolean isOn(int core) {
        return scheduler.isOn(core);
      }

      @Override
      public void switchOn(int core, int entry, int context) {
        Core woken = cores.get(core);
        // Its count is as old as its last turn, or as the last pause: what is derived must not
        // tell.
        woken.goOnFrom(core());
        woken.exceptions().takeReset();
        woken.flushPageCache();
        reset(core);
        start(woken, entry);
        woken.setR(0, context);
        scheduler.setOn(core, true);
      }

      @Override
      public void switchOff(int core) {
        scheduler.setOn(core, false);
      }
    };
  }

  /** The number of {@link #core()}. */
  public int turn() {
    return scheduler.turn();
  }

  /**
   * Makes core {@code n} {@link #core()}: for a copy on which somebody looks ahead from there,
   * whoever executed last.
   */
  public void setTurn(int n) {
    scheduler.setTurn(n);
  }

  private void print(int value) {
    console.print(value, core().retired(), core().exceptionsSinceRetired());
  }
}
