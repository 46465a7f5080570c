package org.hypscope.arm.decode;

/**
 * One encoding of one instruction: all that the decoder, the disassembler and the documentation
 * need.
 *
 * @param mnemonic the assembler's mnemonic without suffixes
 * @param pattern thirty-two characters as the manual draws them
 * @param template the assembly syntax
 * @param section the manual's section
 */
public record Form(String mnemonic, String pattern, String template, String section) {}
