package org.hypscope.arm.core;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.mmu.Lookup;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;

/**
 * Virtual memory as each regime and privilege sees it: a mode change selects another {@link View},
 * which keeps its pages for when the core comes back.
 */
final class Views {
  private static final int A = 1 << 1;

  private final Core core;
  private final Lookup lookup;
  private final View secureUser = new View(Regime.PL1_S, false);
  private final View securePl1 = new View(Regime.PL1_S, true);
  private final View user = new View(Regime.PL1_NS, false);
  private final View pl1 = new View(Regime.PL1_NS, true);
  private final View hyp = new View(Regime.HYP, true);
  private final View[] all = {secureUser, securePl1, user, pl1, hyp};

  Views(Core core, Bus bus) {
    this.core = core;
    this.lookup = new Lookup(core.sysRegs(), bus);
  }

  Lookup lookup() {
    return lookup;
  }

  /** The view of the current mode. */
  View current() {
    Mode mode = core.mode();
    if (mode == Mode.HYP) {
      return hyp;
    }
    if (core.isSecure()) {
      return mode == Mode.USR ? secureUser : securePl1;
    }
    return mode == Mode.USR ? user : pl1;
  }

  /** How User mode would see memory; from HYP, where that is UNPREDICTABLE, as QEMU has it. */
  View unprivileged() {
    return core.isSecure() ? secureUser : user;
  }

  /** SCTLR.A or HSCTLR.A of the current regime. */
  boolean alignmentChecked() {
    int control =
        core.currentModeIsHyp()
            ? core.sysRegs().word(HypRegs.HSCTLR)
            : core.sysRegs().word(ControlRegs.SCTLR, core.isSecure());
    return (control & A) != 0;
  }

  /** Looks at the registers of translation again. Returns whether something changed. */
  boolean refresh() {
    boolean changed = lookup.refresh();
    if (changed) {
      flush();
    }
    return changed;
  }

  void flush() {
    for (View view : all) {
      view.flush();
    }
  }

  /** Forgets what the last invalidation of the TLB may have concerned. */
  void flushInvalidated() {
    if (lookup.invalidated() < 0) {
      flush();
    } else {
      forget(lookup.invalidated());
    }
  }

  private void forget(int number) {
    for (View view : all) {
      view.forget(number);
    }
  }

  void flushWritable() {
    for (View view : all) {
      view.flushWritable();
    }
  }

  void forget(Page page) {
    for (View view : all) {
      view.forget(page);
    }
  }

  /** The physical address of {@code address}; throws the abort of an access that faults. */
  long physical(View view, int address, AccessKind kind) {
    long pa = lookup.physical(view.regime, address, kind, view.privileged);
    if (pa < 0) {
      throw core.exceptions().abort(address, kind, lookup.result());
    }
    if (lookup.evicted() >= 0) {
      forget(lookup.evicted());
    }
    return pa;
  }
}
