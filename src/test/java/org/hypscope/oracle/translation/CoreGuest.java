package org.hypscope.oracle.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.isa.IsaDecoder;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.Ram;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;
import org.hypscope.oracle.lockstep.Layout;
import org.hypscope.oracle.lockstep.Supervisor;

/** The supervisor's program on the core. */
final class CoreGuest {
  private static final int MOST_STEPS = 6_000;
  private static final int OUT = Supervisor.OUT;

  private final Supervisor supervisor;
  private final Ram ram = new Ram(Layout.RAM, Layout.RAM_SIZE);
  private final Core core;

  /** A core that has made the program's set-up; files are made in {@code folder}. */
  CoreGuest(String boardName, Supervisor supervisor, Path folder) {
    this.supervisor = supervisor;
    int start = supervisor.symbol("_start");
    Board board = Boards.byName(boardName).withRam(Layout.RAM_SIZE);
    LoadedImage nothing = new LoadedImage("nothing", List.of(), start, List.of(), List.of());
    Core made = Machine.create(board, nothing).core();
    core =
        new Core(
            IsaDecoder.instance(),
            made.sysRegs().copy(),
            new Memory(ram, start, text(supervisor, folder)),
            made.firmware());
    core.setCpsr(made.cpsr());
    core.setPc(start);
    runTo(supervisor.symbol("batch_done"));
  }

  private static byte[] text(Supervisor supervisor, Path folder) {
    Path file = folder.resolve("text");
    Tools.run(
        List.of(
            "arm-linux-gnueabihf-objcopy",
            "-O",
            "binary",
            "-j",
            ".text",
            supervisor.elf().toString(),
            file.toString()));
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean runTo(int address) {
    core.run(MOST_STEPS, each -> each.pc() == address);
    return core.pc() == address;
  }

  /** Writes a word at a physical address of RAM. */
  void setWord(int address, int value) {
    ram.writable(address & 0xffff_ffffL).setWord(address & Page.SIZE - 1, value);
  }

  /** The word at a physical address of RAM. */
  int word(int address) {
    return ram.readable(address & 0xffff_ffffL).word(address & Page.SIZE - 1);
  }

  /** The bytes of a page of RAM. */
  byte[] page(int address) {
    return ram.readable(address & 0xffff_ffffL).bytes;
  }

  /** Runs the first record; false where it does not come to its end. */
  boolean run(int[] words, int[] out) {
    for (int n = 0; n < words.length; n++) {
      setWord(Layout.RECORDS + 4 * n, words[n]);
    }
    setWord(supervisor.symbol("current"), Layout.RECORDS);
    setWord(supervisor.symbol("current") + 4, 1);
    core.flushPageCache();
    core.setCpsr(0x1da);
    core.sysRegs().rawSet(HypRegs.HSCTLR, 0x30c5_0838);
    core.setPc(supervisor.symbol("load_case"));
    boolean ended = runTo(supervisor.symbol("batch_done"));
    for (int n = 0; n < out.length; n++) {
      out[n] = word(Layout.RECORDS + OUT + 4 * n);
    }
    return ended;
  }

  /** RAM, and the program in flash. */
  private static final class Memory implements Bus {
    private final Ram ram;
    private final int start;
    private final Page[] program;

    Memory(Ram ram, int start, byte[] text) {
      this.ram = ram;
      this.start = start;
      this.program = new Page[(text.length >>> Page.SHIFT) + 1];
      for (int n = 0; n < program.length; n++) {
        byte[] bytes = new byte[Page.SIZE];
        int at = n << Page.SHIFT;
        System.arraycopy(text, at, bytes, 0, Math.min(Page.SIZE, text.length - at));
        program[n] = new Page(bytes, null);
      }
    }

    @Override
    public Page readable(long address) {
      long page = address - start >> Page.SHIFT;
      if (page >= 0 && page < program.length) {
        return program[(int) page];
      }
      return ram.contains(address) ? ram.readable(address) : null;
    }

    @Override
    public Page writable(long address) {
      return ram.contains(address) ? ram.writable(address) : null;
    }

    @Override
    public int read(long address, int size) throws BusFault {
      throw new BusFault(address);
    }

    @Override
    public void write(long address, int size, int value) throws BusFault {
      throw new BusFault(address);
    }
  }
}
