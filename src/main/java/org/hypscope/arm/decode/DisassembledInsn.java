package org.hypscope.arm.decode;

import org.hypscope.arm.arch.Cond;

/**
 * One disassembled instruction, in GNU objdump's spelling.
 *
 * @param address where it lies
 * @param word the instruction word; of a T32 instruction its halfword, or both, the first one above
 * @param size its bytes: 4, or 2
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
    int size,
    String mnemonic,
    String operands,
    String comment,
    Form form,
    String unpredictable,
    String reads,
    String writes,
    Integer target) {

  /** What no encoding matches: {@code word} of {@code size} bytes, 4 or 2. */
  public static DisassembledInsn undefined(int address, int word, int size) {
    String mnemonic = size == 4 ? ".word" : ".short";
    String value = String.format(size == 4 ? "0x%08x" : "0x%04x", word);
    return new DisassembledInsn(address, word, size, mnemonic, value, "", null, null, "", "", null);
  }

  /** The instruction {@code word} of {@code form}, executed if {@code cond} passes. */
  static DisassembledInsn of(
      Form form, int word, int size, Text text, String unpredictable, Cond cond) {
    String line = form.template().format(text);
    int blank = line.indexOf(' ');
    return new DisassembledInsn(
        text.address(),
        word,
        size,
        blank < 0 ? line : line.substring(0, blank),
        blank < 0 ? "" : line.substring(blank + 1),
        text.comment(),
        form,
        unpredictable,
        form.effects().reads(text.word(), cond),
        form.effects().writes(text.word()),
        text.target());
  }

  /** Mnemonic and operands parted by a blank, without the comment. */
  public String text() {
    return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
  }
}
