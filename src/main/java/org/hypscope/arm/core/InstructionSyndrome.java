package org.hypscope.arm.core;

/**
 * ISV, SAS, SSE and SRT of HSR: what a hypervisor needs to carry out a load or store for its guest
 * without reading the instruction (ARM ARM B3.13.6, "ISS encoding for Data Abort exceptions").
 */
final class InstructionSyndrome {
  private static final int ISV = 1 << 24;
  private static final int SSE = 1 << 21;
  private static final int PC = 15;

  private InstructionSyndrome() {}

  /**
   * The four fields for an instruction, given as the A32 word it is executed as; 0 where it is not
   * a load or store of one register without writeback, or its register is the PC.
   */
  static int of(int insn) {
    boolean offset = (insn & 1 << 24) != 0 && (insn & 1 << 21) == 0;
    int t = insn >>> 12 & 15;
    int kind = sizeAndSign(insn);
    return offset && t != PC && kind >= 0 ? ISV | kind | t << 16 : 0;
  }

  /** SAS and SSE, or -1 for another kind of instruction. */
  private static int sizeAndSign(int insn) {
    boolean load = (insn & 1 << 20) != 0;
    switch (insn >>> 25 & 7) {
      case 2:
        return sas((insn & 1 << 22) != 0 ? 0 : 2);
      case 3:
        return (insn & 1 << 4) != 0 ? -1 : sas((insn & 1 << 22) != 0 ? 0 : 2);
      case 0:
        return switch (insn >>> 4 & 15) {
          case 0xb -> sas(1);
          case 0xd -> load ? sas(0) | SSE : -1;
          case 0xf -> load ? sas(1) | SSE : -1;
          default -> -1;
        };
      default:
        return -1;
    }
  }

  private static int sas(int size) {
    return size << 22;
  }
}
