package org.hypscope.arm.decode;

/**
 * One disassembled instruction, in GNU objdump's spelling.
 *
 * @param address where it lies
 * @param word the instruction word
 * @param mnemonic with its suffixes: {@code ldrne}; {@code .word} where no encoding matches
 * @param operands {@code r0, [r1, #4]}; empty for none
 * @param comment what objdump writes after {@code @}: the value of an immediate in hexadecimal or
 *     the address of a literal; empty for none
 * @param form the encoding, or null where none matches: the word is UNDEFINED
 * @param unpredictable why the word is UNPREDICTABLE, one sentence, or null
 * @param reads what it reads, in words: {@code r1, r2, C}; empty for nothing
 * @param writes what it writes, in words: {@code r0, NZCV}; empty for nothing
 * @param target the address that a branch leads to or a literal lies at, or null
 */
public record DisassembledInsn(
    int address,
    int word,
    String mnemonic,
    String operands,
    String comment,
    Form form,
    String unpredictable,
    String reads,
    String writes,
    Integer target) {

  /** Mnemonic and operands parted by a blank, without the comment. */
  public String text() {
    return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
  }
}
