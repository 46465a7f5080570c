package org.hypscope.machine;

import java.util.List;
import java.util.Map;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.SecureFirmware;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Firmware;
import org.hypscope.machine.device.Pl011;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;

/**
 * A core on a board with an image in its memory. Single-threaded: one thread at a time may use it.
 * What it does follows from board and image alone.
 */
public final class Machine {
  private final Board board;
  private final LoadedImage image;
  private final Ram ram;
  private final Console console = new Console();
  private final Pl011 uart;
  private final Core core;

  private Machine(Board board, LoadedImage image) {
    this.board = board;
    this.image = image;
    this.ram = new Ram(board.ram().start(), board.ram().size());
    this.uart = new Pl011(this::print);
    this.core = new Core(A32.decoder(), new SysRegFile(), bus(), firmware(board));
  }

  private Machine(Machine from, MemoryImage memory) {
    this.board = from.board;
    this.image = from.image;
    this.ram = new Ram(memory);
    this.uart = from.uart.fork(this::print);
    this.core = from.core.fork(bus(), firmware(board));
  }

  /** A machine that stands before the first instruction of {@code image}. */
  public static Machine create(Board board, LoadedImage image) {
    Machine machine = new Machine(board, image);
    image.segments().forEach(machine::put);
    machine.reset();
    machine.freezeMemory();
    return machine;
  }

  /** The core. */
  public Core core() {
    return core;
  }

  /** Its memory. */
  public Ram ram() {
    return ram;
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

  /** Runs as {@link Core#run} does. */
  public StopCause run(long steps, StopCheck check) {
    return core.run(steps, check);
  }

  /**
   * The memory as it is now, at a cost that does not depend on its size; free if it was not written
   * since the last time.
   */
  public MemoryImage freezeMemory() {
    if (ram.changedSinceFreeze()) {
      core.forgetWritablePages();
    }
    return ram.freeze();
  }

  /**
   * A copy that goes on from here independently, with an empty console and no listener. Memory is
   * shared copy-on-write. Made between two instructions, or by a listener before an exception.
   */
  public Machine fork() {
    return new Machine(this, freezeMemory());
  }

  /** Writes {@code bytes} to RAM at physical {@code address}, as a debugger does. */
  public void edit(long address, byte[] bytes) {
    copyIn(address, bytes);
    freezeMemory();
    core.flushPageCache();
  }

  private void put(Segment segment) {
    copyIn(segment.address(), segment.bytes());
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
    board.identity().forEach(this::setSystemRegister);
    board.reset().systemRegisters().forEach(this::setSystemRegister);
    for (Map.Entry<Bank, Integer> each : board.reset().registers().entrySet()) {
      core.setBank(each.getKey(), each.getValue());
    }
    core.setCpsr(board.reset().cpsr());
    if ((image.entry() & 1) != 0) {
      core.setThumb(true);
    }
    core.setPc(image.entry() & ~1);
  }

  private void setSystemRegister(String name, long value) {
    SysRegCopy copy = SysRegs.copyByName(name);
    if (copy == null) {
      throw new IllegalArgumentException(
          "Board " + board.name() + " sets " + name + ", which is no system register.");
    }
    core.sysRegs().rawSet(copy.register(), copy.secure(), value);
  }

  private PhysicalBus bus() {
    return new PhysicalBus(
        ram, board.flash(), List.of(new PhysicalBus.Attached(board.uart(), uart)));
  }

  private static SecureFirmware firmware(Board board) {
    return board.firmware() == Firmware.PSCI ? new Psci() : null;
  }

  private void print(int value) {
    console.print(value, core.retired(), core.exceptionsSinceRetired());
  }
}
