package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;

/**
 * The state of a case: every word that is set before it and compared after it, in the order in
 * which the supervisor's records hold them.
 */
final class Slots {
  /** HCPTR.TCP11 and TCP10; QEMU gives other values to bits of coprocessors not there. */
  private static final int HCPTR_FP = 0xc00;

  private static final List<Slot> ALL = build();

  /** How many there are. */
  static final int COUNT = ALL.size();

  /** Where R0 to R12 are. */
  static final int R0 = 0;

  static final int SP_HYP = indexOf("SP_hyp");
  static final int ELR_HYP = indexOf("ELR_hyp");
  static final int SPSR_HYP = indexOf("SPSR_hyp");
  static final int CPSR = indexOf("CPSR");
  static final int DFAR = indexOf("DFAR");
  static final int DFSR = indexOf("DFSR");
  static final int HSR = indexOf("HSR");
  static final int HDFAR = indexOf("HDFAR");
  static final int VECTOR = indexOf("vector");
  static final int FPSCR = indexOf("FPSCR");
  static final int CPACR = indexOf("CPACR");
  static final int FPEXC = indexOf("FPEXC");
  static final int SCTLR = indexOf("SCTLR");
  static final int HSCTLR = indexOf("HSCTLR");
  static final int HCPTR = indexOf("HCPTR");

  /** Where the doublewords begin, low word first. */
  static final int D0 = indexOf("D0.low");

  private static final int[][] REGISTERS = registers();
  private static final boolean[] SPSRS = spsrs();

  private Slots() {}

  /** All, in order. */
  static List<Slot> all() {
    return ALL;
  }

  private static List<Slot> build() {
    List<Slot> slots = new ArrayList<>();
    for (int n = 0; n <= 12; n++) {
      slots.add(Slot.bank(Bank.at(n), "", ""));
    }
    slots.add(Slot.banked(Bank.SP_usr));
    slots.add(Slot.bank(Bank.LR_usr, "mov lr, r1", "mov r1, lr"));
    for (String mode : List.of("svc", "abt", "und", "irq", "fiq")) {
      for (String register : List.of("SP_", "LR_", "SPSR_")) {
        slots.add(Slot.banked(Bank.valueOf(register + mode)));
      }
    }
    for (int n = 8; n <= 12; n++) {
      slots.add(Slot.banked(Bank.valueOf("R" + n + "_fiq")));
    }
    slots.add(Slot.bank(Bank.SP_hyp, "", "mrc p15, 4, r1, c13, c0, 2"));
    slots.add(Slot.bank(Bank.ELR_hyp, "msr ELR_hyp, r1", "mrs r1, ELR_hyp"));
    slots.add(Slot.bank(Bank.SPSR_hyp, "msr SPSR_cxsf, r1", "mrs r1, SPSR"));
    slots.add(Slot.bank(Bank.CPSR, "", "mrs r1, CPSR"));
    slots.add(new Slot("vector", "", "", new Vector()));
    for (String name :
        List.of(
            "HSR",
            "HDFAR",
            "HIFAR",
            "HPFAR",
            "DFSR",
            "DFAR",
            "IFSR",
            "IFAR",
            "CPACR",
            "DACR",
            "CONTEXTIDR",
            "TPIDRURW",
            "TPIDRURO",
            "TPIDRPRW")) {
      slots.add(Slot.cp15(name));
    }
    slots.add(Slot.cp15("SCTLR"));
    slots.add(Slot.cp15("HSCTLR"));
    slots.add(Slot.cp15("HCPTR", HCPTR_FP, "movw r1, #0x33ff\nmcr p15, 4, r1, c1, c1, 2\nisb"));
    slots.add(
        new Slot(
            "FPEXC",
            "vmsr FPEXC, r1",
            "vmrs r1, FPEXC",
            "mov r1, #0x40000000\nvmsr FPEXC, r1",
            Slot.sysRegAccess("FPEXC")));
    slots.add(new Slot("FPSCR", "vmsr FPSCR, r1", "vmrs r1, FPSCR", new Fpscr()));
    for (int n = 0; n < 32; n++) {
      slots.add(Slot.doubleword(n, false));
      slots.add(Slot.doubleword(n, true));
    }
    return List.copyOf(slots);
  }

  /** Which vector of Hyp mode was reached, 0 to 7. */
  private record Vector() implements Slot.Access {
    @Override
    public int get(Core core) {
      return core.pc() >>> 2 & 7;
    }

    @Override
    public void set(Core core, int value) {
      // an outcome only
    }
  }

  private record Fpscr() implements Slot.Access {
    @Override
    public int get(Core core) {
      return core.fp().fpscr();
    }

    @Override
    public void set(Core core, int value) {
      core.fp().setFpscr(value);
    }
  }

  /** The position of the slot called {@code name}. */
  static int indexOf(String name) {
    for (int n = 0; n < ALL.size(); n++) {
      if (ALL.get(n).name().equals(name)) {
        return n;
      }
    }
    throw new IllegalArgumentException("no slot " + name);
  }

  /** The position of the slot that R{@code n}, 0 to 14, names in {@code mode}, not Monitor. */
  static int register(int n, Mode mode) {
    return REGISTERS[mode.ordinal()][n];
  }

  /** Whether the slot at {@code n} is a saved program status. */
  static boolean isSpsr(int n) {
    return SPSRS[n];
  }

  private static int[][] registers() {
    int[][] positions = new int[Mode.values().length][15];
    for (Mode mode : Mode.values()) {
      for (int n = 0; n < 15 && mode != Mode.MON; n++) {
        positions[mode.ordinal()][n] = indexOf(Bank.at(Bank.map(mode)[n]).name());
      }
    }
    return positions;
  }

  private static boolean[] spsrs() {
    boolean[] are = new boolean[COUNT];
    for (int n = 0; n < COUNT; n++) {
      are[n] = ALL.get(n).name().startsWith("SPSR");
    }
    return are;
  }
}
