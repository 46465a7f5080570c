package org.hypscope.abi.infer;

/**
 * Where inputs decided how a handler goes on.
 *
 * @param pc of the instruction
 * @param insn the instruction that went one way
 * @param node what decided: flags, or where PC went
 * @param cond the condition, or -1 where PC was computed
 * @param taken whether the condition passed
 * @param next where execution went on, for a computed PC
 * @param hash of all decisions before and this one
 * @param before of all decisions before
 */
record Decision(
    int pc, Insn insn, Node node, int cond, boolean taken, int next, long hash, long before) {
  boolean computed() {
    return cond < 0;
  }
}
