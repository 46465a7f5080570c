package org.hypscope.arm.sysreg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows, and the ways to find one. */
public final class SysRegs {
  /** Slots of a {@link SysRegFile}. */
  public static final int SLOTS = 13 * Rows.SLOTS;

  private static final List<SysReg> ROWS =
      concat(
          List.of(
              HypRegs.ROWS,
              SecurityRegs.ROWS,
              ControlRegs.ROWS,
              TranslationRegs.ROWS,
              IdRegs.ROWS,
              FeatureRegs.ROWS,
              MaintenanceOps.ROWS,
              TimerRegs.ROWS,
              PmuRegs.ROWS,
              DebugRegs.ROWS,
              ThumbEeRegs.ROWS,
              ThreadRegs.ROWS,
              FpRegs.ROWS));
  private static final List<SysReg> REGISTERS =
      ROWS.stream().filter(row -> !row.isOperation()).toList();
  private static final List<SysRegCopy> COPIES = buildCopies();
  private static final Map<String, SysReg> NAMES = buildNames();
  private static final SysReg[] NARROW = new SysReg[3 << 14];
  private static final SysReg[] WIDE = new SysReg[1 << 9];

  static {
    for (SysReg row : ROWS) {
      for (Encoding encoding : row.encodings()) {
        enter(row, encoding);
      }
    }
  }

  private SysRegs() {}

  /** Every register that keeps a value, group by group. */
  public static List<SysReg> all() {
    return REGISTERS;
  }

  /** Every row: registers and operations, group by group. */
  public static List<SysReg> rows() {
    return ROWS;
  }

  /** Every copy of every register, group by group. */
  public static List<SysRegCopy> copies() {
    return COPIES;
  }

  /** The row called {@code name} or an alias of it, or null where there is none. */
  public static SysReg byName(String name) {
    return NAMES.get(name);
  }

  /**
   * The copy called {@code name}: {@code VBAR}, or {@code VBAR(S)} for the Secure copy; null where
   * there is none.
   */
  public static SysRegCopy copyByName(String name) {
    boolean secure = name.endsWith("(S)");
    SysReg row = byName(secure ? name.substring(0, name.length() - 3) : name);
    return row == null || secure && !row.isBanked() ? null : new SysRegCopy(row, secure);
  }

  /** The row that MRC and MCR reach with these operands in CP14, CP15 or CP10 (VMRS), or null. */
  public static SysReg narrow(int cp, int opc1, int crn, int crm, int opc2) {
    SysReg row = NARROW[narrowKey(cp, opc1, crn, crm, opc2)];
    return row == null && cp == 15 ? space(opc1, crn, crm) : row;
  }

  /** The row that MRRC and MCRR reach with these operands in CP14 or CP15, or null. */
  public static SysReg wide(int cp, int opc1, int crm) {
    return WIDE[wideKey(cp, opc1, crm)];
  }

  /** The row that stands for a whole space of CP15 encodings, or null. */
  private static SysReg space(int opc1, int crn, int crm) {
    if (crn == 15) {
      return ControlRegs.C15;
    }
    return crn == 0 && opc1 == 0 && crm >= 3 && crm <= 7 ? IdRegs.RESERVED : null;
  }

  private static int narrowKey(int cp, int opc1, int crn, int crm, int opc2) {
    int space = cp == 10 ? 2 : cp & 1;
    return space << 14 | opc1 << 11 | crn << 7 | crm << 3 | opc2;
  }

  private static int wideKey(int cp, int opc1, int crm) {
    return (cp & 1) << 8 | opc1 << 4 | crm;
  }

  private static void enter(SysReg row, Encoding e) {
    SysReg[] table = e.wide() ? WIDE : NARROW;
    int key =
        e.wide()
            ? wideKey(e.cp(), e.opc1(), e.crm())
            : narrowKey(e.cp(), e.opc1(), e.crn(), e.crm(), e.opc2());
    if (table[key] != null) {
      throw new IllegalStateException(row + " and " + table[key] + " share the encoding " + e);
    }
    table[key] = row;
  }

  private static List<SysReg> concat(List<List<SysReg>> groups) {
    List<SysReg> all = new ArrayList<>();
    groups.forEach(all::addAll);
    return List.copyOf(all);
  }

  private static List<SysRegCopy> buildCopies() {
    List<SysRegCopy> copies = new ArrayList<>();
    for (SysReg register : REGISTERS) {
      copies.add(new SysRegCopy(register, false));
      if (register.isBanked()) {
        copies.add(new SysRegCopy(register, true));
      }
    }
    return List.copyOf(copies);
  }

  private static Map<String, SysReg> buildNames() {
    Map<String, SysReg> names = new LinkedHashMap<>();
    for (SysReg row : ROWS) {
      names.put(row.name(), row);
      row.aliases().forEach(alias -> names.put(alias, row));
    }
    return names;
  }
}
