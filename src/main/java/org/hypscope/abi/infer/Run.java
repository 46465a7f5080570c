package org.hypscope.abi.infer;

import java.util.BitSet;
import java.util.List;

/**
 * One call of a handler, from HVC to end.
 *
 * @param inputs what the caller put in
 * @param ending how it ended
 * @param pc where it stood then
 * @param thumb in which state
 * @param hyp whether in HYP
 * @param place of an exception: the vector's offset; of an entry: the input whose address it is
 * @param site the instruction that entered an address that the caller gave, the last one; or 0
 * @param registers R0 to R12 and LR at the end, as the caller's mode sees them; LR is LR_usr
 * @param nodes what they depend on
 * @param spHyp SP_hyp
 * @param spNode what it depends on
 * @param hvbar HVBAR
 * @param hvbarNode what it depends on
 * @param mmuBefore whether the HYP MMU was on before
 * @param mmu whether it is on
 * @param table the input that became the low word of HTTBR, or -1
 * @param tableHigh the input that became its high word, or -1
 * @param calls functions that were called on the way
 * @param decisions what steered it, in order
 * @param used inputs that went into memory, addresses or system registers
 * @param evidence what the instructions did that a caller can see, in order
 * @param path identifies the way through the handler
 */
record Run(
    Inputs inputs,
    Ending ending,
    int pc,
    boolean thumb,
    boolean hyp,
    int place,
    int site,
    int[] registers,
    Node[] nodes,
    int spHyp,
    Node spNode,
    int hvbar,
    Node hvbarNode,
    boolean mmuBefore,
    boolean mmu,
    int table,
    int tableHigh,
    List<Called> calls,
    List<Decision> decisions,
    BitSet used,
    List<Evidence> evidence,
    long path) {

  /** Whether what was called or entered was so in T32 state. */
  boolean enteredInThumb() {
    return calls.isEmpty() ? thumb : calls.get(0).thumb();
  }

  /**
   * A function that the handler was given and called.
   *
   * @param input whose address it is
   * @param thumb the state in which it was entered
   * @param arguments for R0 to R3 the input that each holds, or -1
   */
  record Called(int input, boolean thumb, List<Integer> arguments) {}

  /**
   * What one instruction did.
   *
   * @param pc where it stands
   * @param insn the instruction
   * @param text what it did
   */
  record Evidence(int pc, Insn insn, String text) {}
}
