package org.hypscope.debug.symbols.unwind;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;

/** A machine that is nothing but what a test puts there: registers 0, in SVC, until told. */
final class BareMachine implements StackReader {
  private static final int CPSR_SVC = 0x1d3;

  /** Where the tests' vector tables are. */
  static final int VECTORS = 0xffff0000;

  final Map<Bank, Integer> registers = new HashMap<>();
  final Map<Integer, Integer> words = new HashMap<>();
  private final OptionalInt otherwise;

  /** A machine where every word that no test put there is {@code otherwise}. */
  BareMachine(OptionalInt otherwise) {
    this.otherwise = otherwise;
    registers.put(Bank.CPSR, CPSR_SVC);
  }

  @Override
  public int register(Bank bank) {
    return registers.getOrDefault(bank, 0);
  }

  @Override
  public OptionalInt word(Mode mode, int address) {
    return words.containsKey(address) ? OptionalInt.of(words.get(address)) : otherwise;
  }

  @Override
  public int vectors(Mode mode) {
    return VECTORS;
  }
}
