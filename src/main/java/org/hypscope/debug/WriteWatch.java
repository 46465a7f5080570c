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
  private static final long NOWHERE = -1;

  private final Place place;

  private final RegisterWriters writers;
  private final Expected expected = new Expected();
  private Machine machine;
  private long value;
  private int sets;
  private Mode entered;
  private Origin.Writer writer = Origin.Writer.INSTRUCTION;
  private int element;
  private long elementStep = NOWHERE;
  private int elements;
  private boolean redirected;
  private boolean switchedOn;
  private int follows;
  private long lastStep;

  WriteWatch(Place place) {
    this.place = place;
    this.writers = place instanceof Place.Register at ? new RegisterWriters(at.bank()) : null;
  }

  /** What wrote where something was seen last. */
  Origin.Writer writer() {
    return writer;
  }

  /** The mode that the exception was taken to whose entry wrote. */
  Mode entered() {
    return entered;
  }

  /** Of firmware that wrote: whether it switched on the core that the place is of. */
  boolean isSwitchedOn() {
    return switchedOn;
  }

  /** Of an instruction that stored several times, which time wrote the place, from 0. */
  int element() {
    return element;
  }

  @Override
  protected void begin(Machine of) {
    machine = of;
    expected.forget();
    look();
    redirected = true;
  }

  private void look() {
    value = PlaceValues.of(machine, place);
    sets = PlaceValues.setCount(machine, place);
  }

  @Override
  protected boolean isPossible(MachineImage from, MachineImage to) {
    return PossibleWrites.between(from, to, place);
  }

  @Override
  public boolean hearsMemory() {
    return place instanceof Place.Memory;
  }

  @Override
  public void memoryWritten(Core core, int pc, int address, int size) {
    Place.Memory at = (Place.Memory) place;
    long step = stepsOf(core);
    elements = step == elementStep ? elements + 1 : 0;
    elementStep = step;
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
      look();
    }
  }

  /** No check is asked before an interrupt. */
  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (core.interrupts().due()) {
      ran(core);
    }
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    expected.taken(core);
    if (place instanceof Place.Register at && isOf(core, at.core())) {
      long now = PlaceValues.of(machine, place);
      if (at.isCpsr() ? now != value : WrittenRegisters.entryWrites(place, to)) {
        entered = to;
        saw(core, Origin.Writer.EXCEPTION);
      }
      value = now;
      redirected = true;
    }
    if (place instanceof Place.SystemRegister at
        && isOf(core, at.core())
        && PlaceValues.setCount(machine, place) != sets) {
      saw(core, Origin.Writer.EXCEPTION);
      look();
    }
  }

  @Override
  public void afterFirmware(Core core, int immediate) {
    expected.confirm();
    if (place instanceof Place.Register at && isOf(core, at.core()) && at.bank() == Bank.R0) {
      switchedOn = false;
      saw(core, Origin.Writer.FIRMWARE);
    }
  }

  /** The firmware sets all of a core that it switches on. */
  @Override
  public void powered(Core core, boolean on) {
    boolean ofCore = !(place instanceof Place.Memory) && isOf(core, PlaceValues.coreOf(place));
    if (on && ofCore) {
      expected.forget();
      switchedOn = true;
      writer = Origin.Writer.FIRMWARE;
      see(core);
      look();
      redirected = true;
    }
  }

  @Override
  protected void hear(Input input) {
    expected.confirm();
    if (input instanceof Input.Typed) {
      return;
    }
    if (isEdited(input)) {
      writer = Origin.Writer.EDIT;
      seeInput();
    }
    look();
    redirected = true;
  }

  private boolean isEdited(Input input) {
    if (input instanceof Input.Register set && place instanceof Place.Register at) {
      return set.core() == at.core() && set.bank() == at.bank();
    }
    if (input instanceof Input.SystemRegister set && place instanceof Place.SystemRegister at) {
      boolean same = !set.register().isBanked() || set.secure() == at.copy().secure();
      return set.core() == at.core() && set.register() == at.copy().register() && same;
    }
    if (input instanceof Input.Doubleword set && place instanceof Place.Doubleword at) {
      return set.core() == at.core() && set.number() == at.number();
    }
    return input instanceof Input.Memory set
        && place instanceof Place.Memory at
        && at.overlaps(set.address(), set.bytes().length);
  }

  @Override
  protected StopCheck check() {
    if (place instanceof Place.Register at && at.isPc()) {
      return new JumpCheck(at);
    }
    if (place instanceof Place.Register at && !at.isCpsr()) {
      return new RegisterCheck(at);
    }
    return WrittenRegisters.isLookedAt(place) ? new ChangeCheck() : null;
  }

  @Override
  protected void ran(Core core) {
    expected.confirm();
    if (place instanceof Place.Register at && at.isPc()) {
      jumped(machine.cores().get(at.core()));
      redirected = true;
    } else if (WrittenRegisters.isLookedAt(place)
        && !(place instanceof Place.Register at && !at.isCpsr())) {
      changed(core);
    }
  }

  @Override
  protected void end() {
    expected.confirm();
  }

  private void jumped(Core core) {
    if (!redirected && core.pc() != follows) {
      writer = Origin.Writer.INSTRUCTION;
      seeAt(lastStep);
    }
  }

  private void changed(Core core) {
    long now = PlaceValues.of(machine, place);
    if (now != value) {
      value = now;
      writer = Origin.Writer.INSTRUCTION;
      seeBefore(core);
    }
  }

  /** An instruction that writes the register if no exception is taken instead. */
  private final class Expected {
    private Core core;
    private long made;
    private long step;

    void next(Core writes) {
      core = writes;
      made = writes.steps();
      step = stepsOf(writes);
    }

    void forget() {
      core = null;
    }

    /** Whether it was executed meanwhile: between two instructions, or before another is heard. */
    void confirm() {
      if (core != null && core.steps() > made) {
        core = null;
        writer = Origin.Writer.INSTRUCTION;
        seeAt(step);
      }
    }

    /** An exception is taken on {@code by}. */
    void taken(Core by) {
      confirm();
      core = core == by ? null : core;
    }
  }

  /** Whether the core stands elsewhere than behind the instruction that it stood before. */
  private final class JumpCheck implements StopCheck {
    private final Place.Register at;

    JumpCheck(Place.Register at) {
      this.at = at;
    }

    @Override
    public boolean stopBefore(Core core) {
      if (isOf(core, at.core())) {
        jumped(core);
        redirected = false;
        follows = core.pc() + Words.size(core);
        lastStep = stepsOf(core);
      }
      return false;
    }
  }

  /** Compares what the place holds, where an instruction may have changed it. */
  private final class ChangeCheck implements StopCheck {
    @Override
    public boolean mayStopWithin(Core core, int bytes, int written) {
      return PlaceValues.of(machine, place) != value
          || isOf(core, PlaceValues.coreOf(place))
              && WrittenRegisters.mayBeWritten(core, place, written);
    }

    @Override
    public boolean stopBefore(Core core) {
      changed(core);
      return false;
    }
  }

  /** Looks at what instructions declare to write, and need not look where none may write it. */
  private final class RegisterCheck implements StopCheck {
    private final Place.Register at;

    RegisterCheck(Place.Register at) {
      this.at = at;
    }

    @Override
    public boolean mayStopWithin(Core core, int bytes, int written) {
      return isOf(core, at.core()) && WrittenRegisters.mayBeWritten(core, at, written);
    }

    @Override
    public boolean stopBefore(Core core) {
      expected.confirm();
      if (isOf(core, at.core()) && writers.isNext(core)) {
        expected.next(core);
      }
      return false;
    }
  }

  private void saw(Core core, Origin.Writer by) {
    writer = by;
    see(core);
  }

  private boolean isOf(Core core, int number) {
    return machine.cores().get(number) == core;
  }
}
