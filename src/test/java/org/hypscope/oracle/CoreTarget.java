package org.hypscope.oracle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;

/**
 * This project's core, on a machine of its own, as a {@link Target}. It takes every trap, as the
 * manual has it.
 */
final class CoreTarget implements Target {
  private final Machine machine;
  private StopCause stopped = StopCause.STEPS;

  /** A machine that stands before the first instruction of {@code elf}. */
  CoreTarget(String board, Path elf) {
    this(board, 1, elf);
  }

  /** As {@link #CoreTarget(String, Path)}, with {@code cores} cores, of which it is the first. */
  CoreTarget(String board, int cores, Path elf) {
    try {
      Board plan = Boards.byName(board).withCores(cores).withEveryTrap();
      machine = Machine.create(plan, ImageLoader.load(elf, LoadOptions.on(plan)));
    } catch (ImageException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The machine itself. */
  Machine machine() {
    return machine;
  }

  /** Why the last step ended the run, or {@link StopCause#STEPS}. */
  StopCause stopped() {
    return stopped;
  }

  @Override
  public int[] registers() {
    Core core = machine.core();
    int[] values = new int[17];
    for (int n = 0; n < PC; n++) {
      values[n] = core.r(n);
    }
    values[PC] = core.pc();
    values[CPSR] = core.cpsr();
    return values;
  }

  @Override
  public void setRegister(int n, int value) {
    Core core = machine.core();
    switch (n) {
      case PC -> core.setPc(value);
      case CPSR -> core.setBank(Bank.CPSR, value);
      default -> core.setR(n, value);
    }
  }

  @Override
  public int[] words(int address, int count) {
    int[] words = new int[count];
    for (int n = 0; n < count; n++) {
      int at = address + 4 * n;
      byte[] page = machine.ram().readable(at & 0xffffffffL).bytes;
      words[n] = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(at & 0xffc);
    }
    return words;
  }

  @Override
  public void setWords(int address, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    machine.edit(address & 0xffffffffL, bytes.array());
  }

  /** Whether the next step only enters an exception, at {@code vector}. */
  boolean nextIsException(int vector) {
    Machine ahead = machine.fork();
    ahead.run(1, null);
    return ahead.core().exceptionsSinceRetired() > 0 && ahead.core().pc() == vector;
  }

  @Override
  public boolean step() {
    stopped = machine.run(1, null);
    return stopped != StopCause.POWER_OFF;
  }

  /** Runs until the instruction at {@code address} is next, for {@code most} steps at most. */
  void runTo(int address, int most) {
    stopped = machine.run(most, core -> core.pc() == address);
  }

  @Override
  public void close() {
    // the machine holds nothing but memory
  }
}
