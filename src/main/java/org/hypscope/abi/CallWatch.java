package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/**
 * Watches one hypercall from its HVC to its end, on a fork to foresee it and on the machine itself
 * to see it. Made while standing at the HVC; asked before every later instruction.
 */
final class CallWatch implements StopCheck {
  private static final SysReg HTTBR = SysRegs.byName("HTTBR");
  private static final int ENDLESS = 16;
  private static final int NOT_TAKEN = -1;

  private final Machine machine;
  private final Core core;
  private final Mode callerMode;
  private final int returnAddress;
  private final Optional<Integer> entered;
  private final long start;
  private final List<String> unpredictable = new ArrayList<>();
  private final List<HypAccess> accesses = new ArrayList<>();
  private final CalleeReads reads = new CalleeReads();
  private Ending.Step last;
  private Ending.Step hvbarWrite;
  private int hvbar;
  private int function = NOT_TAKEN;
  private boolean inFunction;
  private int vector = NOT_TAKEN;
  private boolean vectorThumb;
  private boolean undefined;
  private Ending.Fault firstFault;
  private int faults;
  private Ending.Kind seen;

  /**
   * @param machine standing at the HVC
   * @param entered the address that HYP is to enter for good, if that is what is asked for
   */
  CallWatch(Machine machine, Optional<Integer> entered) {
    this(machine, machine.core(), entered);
  }

  private CallWatch(Machine machine, Core standing, Optional<Integer> entered) {
    this.machine = machine;
    this.core = machine.core();
    this.callerMode = standing.mode();
    this.returnAddress = standing.pc() + 4;
    this.entered = entered;
    this.start = standing.retired();
    this.last = new Ending.Step(new Mark(start, 0), standing.pc());
    this.hvbar = Sight.hvbar(machine);
  }

  /** Watches {@code machine}, which has just taken the HVC at which {@code standing} stands. */
  static CallWatch taken(Machine machine, Core standing, Optional<Integer> entered) {
    return new CallWatch(machine, standing, entered);
  }

  void unpredictable(Core core, int pc, String reason) {
    unpredictable.add(reason);
    HypAccess.of(core, pc, reason).ifPresent(accesses::add);
  }

  /** Watches what a function at {@code address} reads, once HYP enters it. */
  void watchFunction(int address) {
    function = address;
  }

  /** Whether the call is over before the instruction at PC; what other cores do is no matter. */
  @Override
  public boolean stopBefore(Core next) {
    return next == core && isOver();
  }

  private boolean isOver() {
    boolean first = vector == NOT_TAKEN;
    if (first) {
      vector = core.pc();
      vectorThumb = core.thumb();
      undefined = core.exceptionsSinceRetired() > 0;
    } else if (core.exceptionsSinceRetired() > 0) {
      noteFault();
    }
    lookAtFunction();
    lookAtHvbar();
    seen = look();
    if (seen == null) {
      last = new Ending.Step(Marks.of(machine), core.pc());
    }
    return seen != null;
  }

  private void lookAtHvbar() {
    int now = Sight.hvbar(machine);
    if (now != hvbar) {
      hvbar = now;
      hvbarWrite = last;
    }
  }

  private void lookAtFunction() {
    boolean hyp = core.mode() == Mode.HYP;
    inFunction = hyp && (inFunction || core.pc() == function && core.pc() != vector);
    if (inFunction) {
      reads.next(core);
    }
  }

  private void noteFault() {
    int at = core.mode() == Mode.HYP ? core.bank(Bank.ELR_hyp) : core.r(14);
    Ending.Fault fault = new Ending.Fault(at, core.pc(), new Ending.Step(last.at(), at));
    if (firstFault == null) {
      firstFault = fault;
    }
    faults = fault.vector() == firstFault.vector() ? faults + 1 : faults;
  }

  private Ending.Kind look() {
    int pc = core.pc();
    boolean hyp = core.mode() == Mode.HYP;
    if (pc == returnAddress && core.mode() == callerMode) {
      return Ending.Kind.RETURNED;
    }
    if (hyp && entered.isPresent() && pc == (entered.get() & ~1)) {
      return Ending.Kind.ENTERED;
    }
    if (faults >= ENDLESS) {
      return Ending.Kind.EXCEPTION_LOOP;
    }
    boolean handling = hyp || pc == vector;
    boolean left = handling && !CodeMap.inCode(machine, pc);
    return left && !isNext(pc) ? Ending.Kind.WILD : null;
  }

  /**
   * Whether {@code pc} follows the last instruction: if no code is there, nothing branched there.
   */
  private boolean isNext(int pc) {
    int gone = pc - last.pc();
    return gone == 4 || gone == 2;
  }

  /** Whether {@link #stopBefore} saw the end. */
  boolean over() {
    return seen != null;
  }

  /** The ending, where the machine stands now after a run that ended for {@code cause}. */
  Ending ending(StopCause cause) {
    List<Integer> registers = new ArrayList<>();
    for (int n = 0; n < 15; n++) {
      registers.add(core.r(n));
    }
    return new Ending(
        kind(cause),
        core.pc(),
        core.mode(),
        core.thumb(),
        vector,
        vectorThumb,
        undefined,
        registers,
        Sight.hvbar(machine),
        Sight.unnamed(machine).looksLikeTable(Sight.hvbar(machine)),
        core.sysRegs().word(HTTBR),
        HypMapping.isOn(machine),
        core.retired() - start,
        Optional.ofNullable(firstFault),
        last,
        Optional.ofNullable(hvbarWrite),
        List.copyOf(accesses),
        reads.found(),
        List.copyOf(unpredictable));
  }

  private Ending.Kind kind(StopCause cause) {
    return switch (cause) {
      case CHECK -> seen == null ? Ending.Kind.LIMIT : seen;
      case LOOP_TO_SELF ->
          core.exceptionsSinceRetired() > 0 ? Ending.Kind.EXCEPTION_LOOP : Ending.Kind.LOOP;
      case WAITING -> Ending.Kind.LOOP;
      case POWER_OFF, RESET -> Ending.Kind.OFF;
      case STEPS, EVENT -> Ending.Kind.LIMIT;
    };
  }
}
