package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;

/** What comes into a random program, drawn: keys, and edits of everything that can be edited. */
public final class RandomInputs {
  private static final long RAM = 0x4000_0000L;
  private static final int CODE_AND_DATA = 0x10000;
  private static final Bank[] BANKS = Bank.values();
  private static final List<SysRegCopy> COPIES = SysRegs.copies();

  /** What a program stands on, so that an edit of any value mostly ends it. */
  private static final List<String> STANDING =
      List.of("SCTLR", "HSCTLR", "VBAR", "HVBAR", "SCR", "TTBR0", "HTTBR", "VTTBR", "HCPTR");

  private final SplittableRandom random;
  private final int cores;

  /** For a machine of {@code cores} cores. */
  public RandomInputs(SplittableRandom random, int cores) {
    this.random = random;
    this.cores = cores;
  }

  /** At most {@code most} entries before step {@code end}, some of them at one instant. */
  List<InputJournal.Entry> journal(int most, long end) {
    List<InputJournal.Entry> all = new ArrayList<>();
    int count = random.nextInt(most + 1);
    long[] places = random.longs(count, 0, end).sorted().toArray();
    for (int n = 0; n < count; n++) {
      places[n] = n > 0 && random.nextInt(4) == 0 ? places[n - 1] : places[n];
      all.add(new InputJournal.Entry(n == 0 && random.nextInt(4) == 0 ? 0 : places[n], draw()));
    }
    return all;
  }

  /** One input. */
  public Input draw() {
    int core = random.nextInt(cores);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Input.Typed(bytes(1 + random.nextInt(20)));
      case 3 -> new Input.Register(core, bank(), value());
      case 4, 5 -> systemRegister(core);
      case 6 -> new Input.Doubleword(core, random.nextInt(32), random.nextLong());
      default -> memory();
    };
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int n = 0; n < length; n++) {
      bytes[n] = (byte) random.nextInt();
    }
    return bytes;
  }

  private Bank bank() {
    Bank bank = BANKS[random.nextInt(BANKS.length)];
    return bank == Bank.PC || bank == Bank.CPSR ? Bank.R7 : bank;
  }

  private int value() {
    return random.nextBoolean() ? random.nextInt() : (int) RAM + 0x60000 + random.nextInt(1 << 16);
  }

  private Input systemRegister(int core) {
    SysRegCopy copy = COPIES.get(random.nextInt(COPIES.size()));
    SysReg register = copy.register();
    if (random.nextInt(20) == 0) {
      return new Input.SystemRegister(core, FpRegs.FPSCR, false, random.nextInt());
    }
    if (STANDING.contains(register.name()) && random.nextInt(10) != 0) {
      return new Input.SystemRegister(core, SysRegs.byName("MAIR0"), false, random.nextInt());
    }
    return new Input.SystemRegister(core, register, copy.secure(), random.nextLong());
  }

  private Input memory() {
    long window = RAM + (random.nextInt(8) + 8L << 20) + random.nextInt(0x4000);
    long data = RAM + CODE_AND_DATA + 0x50000 + random.nextInt(0x2000);
    return new Input.Memory(random.nextBoolean() ? window : data, bytes(1 + random.nextInt(16)));
  }
}
