package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.Registers;

/** What an instruction may change by the words of its row, in the physical register file. */
final class DeclaredWrites {
  private final Set<Bank> banks = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private int psr;

  /** What {@code writes}, such as {@code r0, NZCV}, covers for an instruction run in a mode. */
  DeclaredWrites(String writes, Mode mode) {
    for (String word : writes.split(", ")) {
      words.add(word);
      psr |= psrBits(word);
      for (int n = 0; n < 15; n++) {
        if (word.equals(Registers.name(n))) {
          banks.add(Bank.at(Bank.map(mode)[n]));
        } else if (word.equals(Registers.name(n) + "_usr")) {
          banks.add(Bank.at(Bank.map(Mode.USR)[n]));
        }
      }
    }
    if (words.contains("SPSR") && mode.hasSpsr()) {
      banks.add(Bank.at(Bank.spsr(mode)));
    }
  }

  private static int psrBits(String word) {
    return switch (word) {
      case "CPSR" -> -1;
      case "Q" -> Psr.Q;
      case "GE" -> Psr.GE;
      case "E" -> Psr.E;
      case "T", "pc" -> Psr.T; // what writes the PC may interwork
      case "IT" -> Psr.IT;
      default -> word.matches("[NZCV]+") ? flags(word) : 0;
    };
  }

  private static int flags(String letters) {
    return (letters.contains("N") ? Psr.N : 0)
        | (letters.contains("Z") ? Psr.Z : 0)
        | (letters.contains("C") ? Psr.C : 0)
        | (letters.contains("V") ? Psr.V : 0);
  }

  /** Adds what taking an exception to {@code mode} changes. */
  void addEntry(Mode mode) {
    psr = -1;
    words.add("pc");
    words.add("system register");
    banks.add(mode == Mode.HYP ? Bank.ELR_hyp : Bank.at(Bank.map(mode)[14]));
    banks.add(Bank.at(Bank.spsr(mode)));
  }

  /** Whether {@code bank} may change, other than PC and CPSR. */
  boolean covers(Bank bank) {
    boolean named =
        words.contains("banked register")
            || words.contains("banked SP") && bank.name().startsWith("SP_");
    return named || banks.contains(bank);
  }

  /** Whether the words name {@code what}: {@code memory}, {@code pc}, {@code system register}. */
  boolean says(String what) {
    return words.contains(what);
  }

  /** The floating-point registers that have changed without being named. */
  List<String> undeclaredFp(long[] before, long[] after) {
    List<String> undeclared = new ArrayList<>();
    for (int n = 0; n < after.length; n++) {
      long changed = before[n] ^ after[n];
      long allowed = words.contains("d" + n) || words.contains("q" + n / 2) ? -1L : singles(n);
      if ((changed & ~allowed) != 0) {
        undeclared.add("d" + n);
      }
    }
    return undeclared;
  }

  /** The halves of D{@code n} that are named as single registers. */
  private long singles(int n) {
    return (words.contains("s" + 2 * n) ? 0xffff_ffffL : 0)
        | (words.contains("s" + (2 * n + 1)) ? ~0xffff_ffffL : 0);
  }

  /** The bits of CPSR that may change. */
  int psr() {
    return psr;
  }
}
