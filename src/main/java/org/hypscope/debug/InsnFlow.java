package org.hypscope.debug;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.decode.Registers;

/**
 * What an instruction writes, and from what, by what its row declares and the mode that it is
 * executed in.
 *
 * @param insn the instruction
 * @param word the A32 word as which it is executed, with the condition of an IT block in its place
 */
record InsnFlow(DisassembledInsn insn, int word) {
  private static final int UNCONDITIONAL = 15;
  private static final int SP = 13;
  private static final int LR = 14;
  private static final int PC = 15;

  /** The instruction that {@code core} executes next; null where the fetch faults. */
  static InsnFlow of(Core core) {
    DisassembledInsn insn = Words.disassembled(core);
    return insn == null || insn.form() == null ? null : new InsnFlow(insn, Words.fetched(core));
  }

  boolean writesMemory() {
    return names(insn.writes()).anyMatch("memory"::equals);
  }

  boolean readsMemory() {
    return names(insn.reads()).anyMatch("memory"::equals);
  }

  boolean readsSystemRegister() {
    return names(insn.reads()).anyMatch("system register"::equals);
  }

  /** The physical registers that it writes in the mode of {@code core}. */
  Set<Bank> written(Core core) {
    return banks(insn.writes(), core.mode());
  }

  /** The physical registers that it reads in the mode of {@code core}, in the order declared. */
  List<Bank> read(Core core) {
    return List.copyOf(banks(insn.reads(), core.mode()));
  }

  /**
   * Those that it reads to make an address of: what stands in brackets and behind, or before a
   * list.
   */
  Set<Bank> addressed(Core core) {
    String operands = insn.operands();
    int open = operands.lastIndexOf('['); // Lanes, which come first, have brackets too.
    int list = operands.indexOf('{');
    String part =
        open >= 0 ? operands.substring(open + 1) : list >= 0 ? operands.substring(0, list) : "";
    Set<Bank> banks = EnumSet.noneOf(Bank.class);
    for (String each : part.split("[^a-z0-9]+")) {
      add(each, core.mode(), banks);
    }
    if (open < 0 && list == 0) {
      add(Registers.name(SP), core.mode(), banks);
    }
    return banks;
  }

  private Set<Bank> banks(String names, Mode mode) {
    Set<Bank> banks = new java.util.LinkedHashSet<>();
    names(names).forEach(each -> add(each, mode, banks));
    return banks;
  }

  private void add(String name, Mode mode, Set<Bank> banks) {
    if (name.equals("SPSR") && Bank.spsr(mode) >= 0) {
      banks.add(Bank.at(Bank.spsr(mode)));
    } else if (name.equals("CPSR")) {
      banks.add(Bank.CPSR);
    } else if (name.equals("ELR hyp or lr")) {
      banks.add(mode == Mode.HYP ? Bank.ELR_hyp : Bank.at(Bank.map(mode)[LR]));
    } else if (name.equals("banked register")) {
      Stream.of(insn.operands().split(", ")).forEach(each -> addBank(each, banks));
    } else if (name.endsWith("_usr")) {
      addNumber(name.substring(0, name.length() - 4), Mode.USR, banks);
    } else {
      addNumber(name, mode, banks);
    }
  }

  private static void addNumber(String name, Mode mode, Set<Bank> banks) {
    for (int n = 0; n <= LR; n++) {
      if (Registers.name(n).equals(name)) {
        banks.add(Bank.at(Bank.map(mode)[n]));
      }
    }
  }

  private static void addBank(String name, Set<Bank> banks) {
    for (Bank bank : Bank.values()) {
      if (name.contains("_") && bank.name().equalsIgnoreCase(name)) {
        banks.add(bank);
      }
    }
  }

  private static Stream<String> names(String list) {
    return Stream.of(list.split(", "));
  }

  /** How it reads: {@code str r0, [r1, #4]}. */
  @Override
  public String toString() {
    return insn.text().toLowerCase(Locale.ROOT);
  }

  /** The registers of a register list, ascending. */
  List<Bank> listed(Core core) {
    List<Bank> banks = new ArrayList<>();
    for (int n = 0; n <= PC; n++) {
      if ((word >>> n & 1) != 0) {
        banks.add(Bank.at(Bank.map(core.mode())[n]));
      }
    }
    return banks;
  }

  /** Whether it loads or stores a register list in bits 15:0. */
  boolean isBlockTransfer() {
    return (word & 0x0e00_0000) == 0x0800_0000 && word >>> 28 != UNCONDITIONAL;
  }
}
