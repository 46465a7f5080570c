package org.hypscope.arm.core;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.mmu.Translation;

/** The preallocated exceptions of one core; each is filled in just before it is thrown. */
final class Thrown {
  private static final long serialVersionUID = 1L;

  private Thrown() {}

  static final class Undefined extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    private boolean access;

    Undefined() {
      super("Undefined Instruction");
    }

    Undefined of(boolean isAccess) {
      access = isAccess;
      return this;
    }

    @Override
    protected boolean isRefusedAccess() {
      return access;
    }

    @Override
    protected boolean takesTime() {
      return true;
    }

    @Override
    protected void take(Core core) {
      core.exceptions().takeUndefInstr();
    }
  }

  static final class HypTrap extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    private int hsr;
    private boolean access;

    HypTrap() {
      super("Hyp Trap");
    }

    @Override
    protected boolean isRefusedAccess() {
      return access;
    }

    @Override
    protected boolean takesTime() {
      return true;
    }

    HypTrap with(int syndrome, boolean isAccess) {
      hsr = syndrome;
      access = isAccess;
      return this;
    }

    @Override
    protected void take(Core core) {
      core.exceptions().takeHypTrap(hsr);
    }
  }

  /** A Prefetch Abort or a Data Abort, with what its fault status will say. */
  static final class Abort extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    int address;
    Fault fault;
    int level;
    int domain;
    boolean stage2;
    boolean s1ptw;
    long ipa;
    boolean maintenance;
    private AccessKind kind;

    Abort() {
      super("Abort");
    }

    /** A fault that no translation table has caused. */
    Abort with(int faultAddress, AccessKind access, Fault cause) {
      address = faultAddress;
      kind = access;
      fault = cause;
      level = 1;
      domain = 0;
      stage2 = false;
      s1ptw = false;
      ipa = -1;
      maintenance = false;
      return this;
    }

    /** A fault of a translation. */
    Abort with(int faultAddress, AccessKind access, Translation failed) {
      with(faultAddress, access, failed.fault());
      level = failed.level();
      domain = failed.domain();
      stage2 = failed.faultInStage2();
      s1ptw = failed.s1ptw();
      ipa = failed.ipa();
      return this;
    }

    @Override
    protected boolean takesTime() {
      return fault == Fault.DEBUG;
    }

    boolean writes() {
      return kind == AccessKind.WRITE;
    }

    @Override
    protected void take(Core core) {
      if (kind == AccessKind.FETCH) {
        core.exceptions().aborts().takePrefetch(this);
      } else {
        core.exceptions().aborts().takeData(this);
      }
    }
  }
}
