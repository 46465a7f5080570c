package org.hypscope.oracle;

import org.hypscope.debug.TraceEvent;

/** An HVC or SMC of a boot: where, and what it found and left in registers. */
record BootCall(int pc, String before, String after) {
  /** PSCI's function that ends the machine: nobody sees what it leaves. */
  private static final int SYSTEM_OFF = 0x84000008;

  /** A call about to be made. */
  static BootCall made(int[] r, int hvbar) {
    return new BootCall(r[Target.PC], words(r[0], r[1], r[2], r[3], hvbar), "");
  }

  /** The call as the product's trace has it. */
  static BootCall of(TraceEvent call) {
    BootCall made =
        new BootCall(
            call.pc(), words(call.r0(), call.r1(), call.r2(), call.r3(), call.hvbar()), "");
    boolean seen = call.ret() != null && !(call.isFirmwareCall() && call.r0() == SYSTEM_OFF);
    return !seen ? made : made.returned(call.ret().r0(), call.ret().hvbar());
  }

  boolean returnsTo(int address) {
    return address == pc + 4 && after.isEmpty();
  }

  BootCall returned(int r0, int hvbar) {
    return new BootCall(pc, before, String.format("r0=%08x hvbar=%08x", r0, hvbar));
  }

  private static String words(int r0, int r1, int r2, int r3, int hvbar) {
    return String.format("r0=%08x r1=%08x r2=%08x r3=%08x hvbar=%08x", r0, r1, r2, r3, hvbar);
  }

  @Override
  public String toString() {
    return String.format("%08x %s -> %s", pc, before, after);
  }
}
