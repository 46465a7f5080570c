package org.hypscope.arm.core;

/**
 * What an instruction does. Takes its fields from the word, so that the same static method serves
 * the interpreter and generated code.
 */
@FunctionalInterface
public interface Operation {
  /**
   * Executes {@code insn} on {@code core}, whose condition check has passed.
   *
   * @throws ArmException when the instruction takes a synchronous exception instead of completing;
   *     nothing that the manual keeps may have been changed then
   */
  void execute(Core core, int insn);
}
