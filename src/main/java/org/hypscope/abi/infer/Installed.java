package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/** Runs an image and keeps the machine as it was when each vector table had been installed. */
final class Installed implements CoreListener, StopCheck {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final int TE = 1 << 30;
  private static final double SHARE = 0.35;
  private static final long SLICE = 200_000;
  private static final long MOST_STEPS = 8_000_000;
  private static final int MOST_TABLES = 16;
  private static final int LONGEST_HYP = 5_000;

  private final Machine machine;
  private final Map<Integer, Machine> tables = new LinkedHashMap<>();
  private boolean written;
  private int inHyp;

  private Installed(Machine machine) {
    this.machine = machine;
  }

  /**
   * Runs {@code machine}, which nobody else uses, until {@code wanted} is installed, or else until
   * it ends or {@code deadline} is near.
   */
  static Installed of(Machine machine, OptionalInt wanted, Deadline deadline) {
    Installed installed = new Installed(machine);
    installed.run(wanted, deadline);
    return installed;
  }

  private void run(OptionalInt wanted, Deadline deadline) {
    Core core = machine.core();
    core.setListener(this);
    boolean goesOn;
    do {
      StopCause cause = machine.run(SLICE, written ? this : null);
      if (written && core.mode() != Mode.HYP && core.mode() != Mode.MON) {
        written = false;
        keep(core.sysRegs().word(HVBAR));
      }
      boolean found = wanted.isPresent() && tables.containsKey(wanted.getAsInt() & ~0x1f);
      boolean over = cause != StopCause.STEPS && cause != StopCause.CHECK;
      boolean late = core.retired() >= MOST_STEPS || deadline.isOver(SHARE);
      goesOn = !found && !over && tables.size() < MOST_TABLES && (written || !late);
    } while (goesOn);
    core.setListener(null);
  }

  private void keep(int vectors) {
    if (!tables.containsKey(vectors)) {
      tables.put(vectors, machine.fork());
    }
  }

  @Override
  public void sysRegWritten(Core core, int pc, SysReg register, long before, long after) {
    if (register == HVBAR && !written) {
      written = true;
      inHyp = 0;
      core.requestStop(StopCause.CHECK);
    }
  }

  @Override
  public boolean stopBefore(Core core) {
    return core.mode() != Mode.HYP && core.mode() != Mode.MON || ++inHyp > LONGEST_HYP;
  }

  /** The tables that were installed, in order. */
  List<Integer> tables() {
    return new ArrayList<>(tables.keySet());
  }

  /** The machine when {@code vectors} had just been installed, to be used once. */
  Optional<Machine> at(int vectors) {
    return Optional.ofNullable(tables.get(vectors & ~0x1f));
  }

  /**
   * Runs on, and gives the machine where that ends, if {@code vectors} are still installed then: a
   * loader may install vectors before it puts them there.
   */
  Optional<Machine> later(int vectors, Deadline deadline) {
    run(OptionalInt.empty(), deadline);
    Core core = machine.core();
    boolean outside = core.mode() != Mode.HYP && core.mode() != Mode.MON;
    boolean still = core.sysRegs().word(HVBAR) == (vectors & ~0x1f);
    return outside && still ? Optional.of(machine.fork()) : Optional.empty();
  }

  /** Whether HYP of {@code machine} takes exceptions in T32. */
  static boolean thumb(Machine machine) {
    return (machine.core().sysRegs().rawGet(HSCTLR) & TE) != 0;
  }
}
