package org.hypscope.arm.core;

import org.hypscope.arm.bus.AccessKind;

/** The exception model of one core: one method per TakeXxxException of the manual (B1.9). */
public final class Exceptions {
  private final Core core;

  Exceptions(Core core) {
    this.core = core;
  }

  /** The exception to throw where an instruction is UNDEFINED. */
  public ArmException undefined() {
    return new ArmException("undefined") {
      private static final long serialVersionUID = 1L;

      @Override
      protected void take(Core at) {
        at.branchTo(at.pc());
      }
    };
  }

  /** The exception to throw where an access to {@code address} faults. */
  public ArmException abort(int address, AccessKind kind, Fault fault) {
    return undefined();
  }

  /** The core it belongs to. */
  Core core() {
    return core;
  }
}
