package org.hypscope.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * One case of the table of exceptions: an instruction in one state, and where it leads.
 *
 * @param cause the instruction, in assembly, or {@code @} and the address of a faulting fetch
 * @param thumb whether it is T32 code
 * @param from the mode: {@code svc}, {@code s.svc} in Secure state, {@code mon}, {@code mon.ns}
 * @param with what is set: {@code HCR.TGE}, {@code SCR.HCE=0}, {@code CPSR.I}, {@code HSTR=2000},
 *     {@code SCTLR(S).EE}, and {@code IT=08}, the ITSTATE
 * @param to the mode taken to
 * @param vector its offset from the vector base
 * @param link the link value less the address of the cause
 * @param masks the bits A, I, F and E of CPSR on entry, and T where it enters T32 state
 * @param registers what fault registers then say: {@code HSR=4600abcd HDFAR=0b000000}, and {@code
 *     IT=00}, the ITSTATE in SPSR where the exception has moved it on
 * @param qemu why QEMU differs, or empty
 */
record ExceptionCase(
    String cause,
    boolean thumb,
    String from,
    List<String> with,
    Mode to,
    int vector,
    int link,
    String masks,
    List<String> registers,
    String qemu) {
  private static final int COLUMNS = 10;
  private static final String IT = "IT=";
  private static final int NS = 1;
  private static final int HCE = 1 << 8;

  /** The cases that a line stands for, one for each of its instruction sets and modes. */
  static List<ExceptionCase> of(String line) {
    String[] columns = line.split("\\|", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(COLUMNS + " columns are wanted: " + line);
    }
    for (int n = 0; n < COLUMNS; n++) {
      columns[n] = columns[n].strip();
    }
    List<ExceptionCase> cases = new ArrayList<>();
    for (String set : columns[1].split(" ")) {
      for (String from : columns[2].split(" ")) {
        cases.add(
            new ExceptionCase(
                columns[0],
                set.equals("T32"),
                from,
                words(columns[3]),
                Mode.valueOf(columns[4].toUpperCase(Locale.ROOT)),
                Integer.parseInt(columns[5], 16),
                Integer.parseInt(columns[6], 16),
                columns[7],
                words(columns[8]),
                columns[9]));
      }
    }
    return cases;
  }

  private static List<String> words(String column) {
    return column.isEmpty() || column.equals("-") ? List.of() : List.of(column.split(" "));
  }

  /** Whether it begins in Secure state. */
  boolean fromSecure() {
    return from.startsWith("s.") || from.equals("mon");
  }

  private Mode mode() {
    return Mode.valueOf(from.replaceAll("^s\\.|\\.ns$", "").toUpperCase(Locale.ROOT));
  }

  /** CPSR in which the cause is executed. */
  int psr() {
    return value("CPSR", mode().encoding() | (thumb ? Psr.T : 0)) | itBits(itState(with, 0));
  }

  /** SPSR after it: with the ITSTATE that {@code registers} names, if they do. */
  int spsr() {
    return psr() & ~Psr.IT | itBits(itState(registers, itState(with, 0)));
  }

  /** The registers but for ITSTATE. */
  List<String> faultRegisters() {
    return registers.stream().filter(word -> !word.startsWith(IT)).toList();
  }

  private static int itState(List<String> words, int usual) {
    return words.stream()
        .filter(word -> word.startsWith(IT))
        .mapToInt(word -> Integer.parseInt(word.substring(IT.length()), 16))
        .findFirst()
        .orElse(usual);
  }

  private static int itBits(int itState) {
    return (itState & 3) << 25 | (itState >>> 2) << 10;
  }

  /** SCR in which it is executed. */
  int scr() {
    return value("SCR", (fromSecure() ? 0 : NS) | HCE);
  }

  /** What {@code with} makes of a register that is otherwise {@code usual}. */
  int value(String register, int usual) {
    int value = usual;
    for (String word : with) {
      if (word.startsWith(register + "=")) {
        value = Integer.parseUnsignedInt(word.substring(register.length() + 1), 16);
      } else if (word.startsWith(register + ".")) {
        String[] parts = word.substring(register.length() + 1).split("=");
        int bit = bit(register, parts[0]);
        value = parts.length == 2 && parts[1].equals("0") ? value & ~bit : value | bit;
      }
    }
    return value;
  }

  private static int bit(String register, String field) {
    if (register.equals("CPSR")) {
      return switch (field) {
        case "A" -> Psr.A;
        case "I" -> Psr.I;
        case "F" -> Psr.F;
        case "E" -> Psr.E;
        case "Z" -> Psr.Z;
        default -> throw new IllegalArgumentException(field);
      };
    }
    Field found = SysRegs.copyByName(register).register().field(field);
    if (found == null) {
      throw new IllegalArgumentException("no field " + register + "." + field);
    }
    return 1 << found.low();
  }

  /** The address of a fetch that faults, or -1 where the cause is an instruction. */
  long fetched() {
    return cause.startsWith("@") ? Long.parseLong(cause.substring(1), 16) : -1;
  }

  /** Whether nothing can follow it in a program: SCR.SCD bars the way back to Monitor mode. */
  boolean isLast() {
    return with.contains("SCR.SCD");
  }

  @Override
  public String toString() {
    return cause + (thumb ? " (T32)" : "") + " from " + from + " with " + with;
  }
}
