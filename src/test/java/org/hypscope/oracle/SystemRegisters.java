package org.hypscope.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CP15 registers that are compared at the end of a program. */
final class SystemRegisters {
  private record Cp15(String name, int opc1, int crn, int crm, int opc2) {}

  private static final List<Cp15> PL1 =
      List.of(
          new Cp15("SCTLR", 0, 1, 0, 0),
          new Cp15("CPACR", 0, 1, 0, 2),
          new Cp15("TTBR0", 0, 2, 0, 0),
          new Cp15("TTBR1", 0, 2, 0, 1),
          new Cp15("TTBCR", 0, 2, 0, 2),
          new Cp15("DACR", 0, 3, 0, 0),
          new Cp15("DFSR", 0, 5, 0, 0),
          new Cp15("IFSR", 0, 5, 0, 1),
          new Cp15("DFAR", 0, 6, 0, 0),
          new Cp15("IFAR", 0, 6, 0, 2),
          new Cp15("PRRR", 0, 10, 2, 0),
          new Cp15("NMRR", 0, 10, 2, 1),
          new Cp15("VBAR", 0, 12, 0, 0),
          new Cp15("CONTEXTIDR", 0, 13, 0, 1),
          new Cp15("TPIDRURW", 0, 13, 0, 2),
          new Cp15("TPIDRURO", 0, 13, 0, 3),
          new Cp15("TPIDRPRW", 0, 13, 0, 4));

  private static final List<Cp15> HYP =
      List.of(
          new Cp15("VPIDR", 4, 0, 0, 0),
          new Cp15("VMPIDR", 4, 0, 0, 5),
          new Cp15("HSCTLR", 4, 1, 0, 0),
          new Cp15("HCR", 4, 1, 1, 0),
          new Cp15("HDCR", 4, 1, 1, 1),
          new Cp15("HSTR", 4, 1, 1, 3),
          new Cp15("HTCR", 4, 2, 0, 2),
          new Cp15("VTCR", 4, 2, 1, 2),
          new Cp15("HSR", 4, 5, 2, 0),
          new Cp15("HDFAR", 4, 6, 0, 0),
          new Cp15("HIFAR", 4, 6, 0, 2),
          new Cp15("HMAIR0", 4, 10, 2, 0),
          new Cp15("HMAIR1", 4, 10, 2, 1),
          new Cp15("HVBAR", 4, 12, 0, 0),
          new Cp15("HTPIDR", 4, 13, 0, 2));

  private static final List<Cp15> MONITOR =
      List.of(
          new Cp15("SCR", 0, 1, 1, 0),
          new Cp15("NSACR", 0, 1, 1, 2),
          new Cp15("MVBAR", 0, 12, 0, 1));

  private SystemRegisters() {}

  /** All that Hyp mode may read, by name. */
  static Map<String, Integer> seenFromHyp(Inspector inspector) {
    Map<String, Integer> values = read(inspector, PL1);
    values.putAll(read(inspector, HYP));
    return values;
  }

  /** What Monitor mode may read with SCR.NS as it is, by name. */
  static Map<String, Integer> seenFromMonitor(Inspector inspector) {
    Map<String, Integer> values = read(inspector, MONITOR);
    values.putAll(read(inspector, PL1));
    return values;
  }

  private static Map<String, Integer> read(Inspector inspector, List<Cp15> registers) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (Cp15 register : registers) {
      values.put(
          register.name, inspector.cp15(register.opc1, register.crn, register.crm, register.opc2));
    }
    return values;
  }
}
