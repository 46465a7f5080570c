package org.hypscope.oracle;

import org.hypscope.debug.TraceEvent;

/**
 * One hypercall as a trace shows it, made by the host or by the virtual machine {@code vmid};
 * {@code ret} is empty while it has not returned.
 */
record HypercallLine(int pc, int mode, int vmid, String entry, String ret) {
  private static final int MODE = 0x1f;

  /** A call just taken, from the registers before it. */
  static HypercallLine entered(int[] r, int hvbar, int vmid, int vectorPc) {
    return new HypercallLine(
        r[Target.PC],
        r[Target.CPSR] & MODE,
        vmid,
        entry(r[0], r[1], r[2], r[3], hvbar, vectorPc),
        "");
  }

  /** The call as the product's trace has it. */
  static HypercallLine of(TraceEvent call) {
    HypercallLine line =
        new HypercallLine(
            call.pc(),
            call.mode().encoding(),
            (int) (call.vttbr() >>> 48) & 0xff,
            entry(call.r0(), call.r1(), call.r2(), call.r3(), call.hvbar(), call.vectorPc()),
            "");
    return call.ret() == null ? line : line.returned(call.ret().r0(), call.ret().hvbar());
  }

  /** This call, returned. */
  HypercallLine returned(int r0, int hvbar) {
    return new HypercallLine(pc, mode, vmid, entry, String.format("r0=%08x hvbar=%08x", r0, hvbar));
  }

  private static String entry(int r0, int r1, int r2, int r3, int hvbar, int vectorPc) {
    return String.format(
        "r0=%08x r1=%08x r2=%08x r3=%08x hvbar=%08x vector=%08x", r0, r1, r2, r3, hvbar, vectorPc);
  }
}
