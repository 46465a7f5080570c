package org.hypscope.debug;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;
import org.hypscope.time.Input;
import org.hypscope.time.Watch;

/** Sees the instructions, exception entries and edits that write one {@link Place}. */
final class WriteWatch extends Watch {
  private static final int BANKED_LR = 14;
  private static final long NOWHERE = -1;

  private final Place place;
  private Machine machine;
  private long value;
  private Origin.Writer writer = Origin.Writer.INSTRUCTION;
  private int element;
  private long elementStep = NOWHERE;
  private int elements;

  WriteWatch(Place place) {
    this.place = place;
  }

  /** What wrote where something was seen last. */
  Origin.Writer writer() {
    return writer;
  }

  /** Of an instruction that stored several times, which time wrote the place, from 0. */
  int element() {
    return element;
  }

  @Override
  protected void begin(Machine of) {
    machine = of;
    value = PlaceValues.of(machine, place);
  }

  @Override
  protected boolean isPossible(MachineImage from, MachineImage to) {
    if (place instanceof Place.SystemRegister at && !at.isFpscr()) {
      SysReg register = at.copy().register();
      return to.cores()
          .get(at.core())
          .sysRegs()
          .setSince(from.cores().get(at.core()).sysRegs(), register, at.copy().secure());
    }
    if (place instanceof Place.Memory at) {
      return !to.memory().sharesPage(from.memory(), at.address())
          || !to.memory().sharesPage(from.memory(), at.address() + at.length() - 1);
    }
    return true;
  }

  @Override
  public boolean hearsMemory() {
    return place instanceof Place.Memory;
  }

  @Override
  public void memoryWritten(Core core, int pc, int address, int size) {
    Place.Memory at = (Place.Memory) place;
    elements = core.steps() == elementStep ? elements + 1 : 0;
    elementStep = core.steps();
    if (Watchpoints.overlaps(core, at, address, size)) {
      element = elements;
      saw(core, Origin.Writer.INSTRUCTION);
    }
  }

  @Override
  public void sysRegWritten(Core core, int pc, SysReg register, long before, long after) {
    if (place instanceof Place.SystemRegister at
        && isOf(core, at.core())
        && (register == at.copy().register() || PlaceValues.of(machine, place) != value)) {
      saw(core, Origin.Writer.INSTRUCTION);
      value = PlaceValues.of(machine, place);
    }
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (place instanceof Place.Register at && isOf(core, at.core()) && entryWrites(at.bank(), to)) {
      saw(core, Origin.Writer.EXCEPTION);
    }
    if (place instanceof Place.SystemRegister at && isOf(core, at.core())) {
      long now = PlaceValues.of(machine, place);
      if (now != value) {
        value = now;
        saw(core, Origin.Writer.EXCEPTION);
      }
    }
  }

  private static boolean entryWrites(Bank bank, Mode to) {
    Bank link = to == Mode.HYP ? Bank.ELR_hyp : Bank.at(Bank.map(to)[BANKED_LR]);
    return bank == link || bank.ordinal() == Bank.spsr(to);
  }

  @Override
  public void afterFirmware(Core core, int immediate) {
    if (place instanceof Place.Register at && isOf(core, at.core()) && at.bank() == Bank.R0) {
      saw(core, Origin.Writer.FIRMWARE);
    }
  }

  @Override
  protected void hear(Input input) {
    long now = PlaceValues.of(machine, place);
    if (now != value) {
      value = now;
      writer = Origin.Writer.EDIT;
      seeInput();
    }
  }

  @Override
  protected StopCheck check() {
    if (place instanceof Place.Register at) {
      return new RegisterCheck(at);
    }
    boolean floating = place instanceof Place.SystemRegister at && at.isFpscr();
    return floating || place instanceof Place.Doubleword ? this::changed : null;
  }

  private boolean changed(Core core) {
    long now = PlaceValues.of(machine, place);
    if (now != value) {
      value = now;
      writer = Origin.Writer.INSTRUCTION;
      seeBefore(core);
    }
    return false;
  }

  /** Looks at what instructions declare to write, and need not look where the bank is not used. */
  private final class RegisterCheck implements StopCheck {
    private final Place.Register at;

    RegisterCheck(Place.Register at) {
      this.at = at;
    }

    @Override
    public boolean mayStopWithin(Core core, int bytes) {
      return isOf(core, at.core()) && isSeenFrom(core.mode(), at.bank());
    }

    @Override
    public boolean stopBefore(Core core) {
      if (isOf(core, at.core()) && writes(core)) {
        saw(core, Origin.Writer.INSTRUCTION);
      }
      return false;
    }

    private boolean writes(Core core) {
      InsnFlow flow = InsnFlow.of(core);
      return flow != null && flow.isExecuted(core) && flow.written(core).contains(at.bank());
    }
  }

  private static boolean isSeenFrom(Mode mode, Bank bank) {
    for (int slot : Bank.map(mode)) {
      if (slot == bank.ordinal()) {
        return true;
      }
    }
    return false;
  }

  private void saw(Core core, Origin.Writer by) {
    writer = by;
    see(core);
  }

  private boolean isOf(Core core, int number) {
    return machine.cores().get(number) == core;
  }
}
