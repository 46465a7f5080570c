package org.hypscope.arm.core;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.mmu.Fault;

/** The preallocated exceptions of one core; each is filled in just before it is thrown. */
final class Thrown {
  private static final long serialVersionUID = 1L;

  private Thrown() {}

  static final class Undefined extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    Undefined() {
      super("Undefined Instruction");
    }

    @Override
    protected void take(Core core) {
      core.exceptions().takeUndefInstr();
    }
  }

  static final class HypTrap extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    private int hsr;

    HypTrap() {
      super("Hyp Trap");
    }

    HypTrap with(int syndrome) {
      hsr = syndrome;
      return this;
    }

    @Override
    protected void take(Core core) {
      core.exceptions().takeHypTrap(hsr);
    }
  }

  static final class Abort extends ArmException {
    private static final long serialVersionUID = Thrown.serialVersionUID;

    private int address;
    private AccessKind kind;
    private Fault fault;

    Abort() {
      super("Abort");
    }

    Abort with(int faultAddress, AccessKind access, Fault cause) {
      address = faultAddress;
      kind = access;
      fault = cause;
      return this;
    }

    @Override
    protected void take(Core core) {
      if (kind == AccessKind.FETCH) {
        core.exceptions().takePrefetchAbort(address, fault);
      } else {
        core.exceptions().takeDataAbort(address, kind == AccessKind.WRITE, fault);
      }
    }
  }
}
