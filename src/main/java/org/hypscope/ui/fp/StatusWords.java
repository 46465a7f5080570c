package org.hypscope.ui.fp;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;

/** FPSCR, FPEXC and what grants the use of the registers, in words. */
final class StatusWords {
  private static final List<String> FLAGS = List.of("N", "Z", "C", "V");
  private static final List<String> MODES = List.of("RMode", "FZ", "DN");
  private static final List<String> EXCEPTIONS =
      List.of("IOC", "DZC", "OFC", "UFC", "IXC", "IDC", "QC");
  private static final SysReg CPACR = SysRegs.byName("CPACR");
  private static final SysReg HCPTR = SysRegs.byName("HCPTR");
  private static final SysReg NSACR = SysRegs.byName("NSACR");

  private StatusWords() {}

  /** Flags, a set one in capitals, modes, and the exceptions that were seen. */
  static String fpscr(int value) {
    StringBuilder flags = new StringBuilder();
    for (String flag : FLAGS) {
      flags.append(flags.length() == 0 ? "" : " ");
      flags.append(isSet(flag, value) ? flag : flag.toLowerCase(java.util.Locale.ROOT));
    }
    List<String> parts = new ArrayList<>(List.of(flags.toString()));
    MODES.forEach(mode -> parts.add(field(mode).describe(value)));
    List<String> seen =
        EXCEPTIONS.stream().filter(each -> isSet(each, value)).map(StatusWords::name).toList();
    if (isSet("AHP", value)) {
      parts.add(field("AHP").describe(value));
    }
    parts.add(seen.isEmpty() ? "no exception seen" : "seen: " + String.join(", ", seen));
    return String.join("; ", parts);
  }

  /** FPEXC.EN, and what CPACR, NSACR and HCPTR say of coprocessor 10. */
  static String access(Snapshot snapshot) {
    List<String> parts = new ArrayList<>();
    parts.add(says(FpRegs.FPEXC, "EN", snapshot));
    parts.add(says(CPACR, "cp10", snapshot));
    if (!snapshot.secure()) {
      parts.add(says(NSACR, "cp10", snapshot));
      parts.add(says(HCPTR, "TCP10", snapshot));
    }
    return String.join("; ", parts);
  }

  /** Every field of FPSCR, a line each. */
  static String fields(int value) {
    StringBuilder text = new StringBuilder("FPSCR: " + FpRegs.FPSCR.title());
    for (Field field : FpRegs.FPSCR.fields()) {
      text.append(String.format("%n%-6s %-6s ", field.bits(), field.name()));
      text.append(field.describe(value));
    }
    return text.toString();
  }

  /** {@code CPACR.cp10 all}. */
  private static String says(SysReg register, String name, Snapshot snapshot) {
    Field field = register.field(name);
    int value = (int) field.of(snapshot.sysReg(register));
    return register.name() + "." + name + " " + field.values().get(value);
  }

  private static Field field(String name) {
    return FpRegs.FPSCR.field(name);
  }

  private static boolean isSet(String name, int value) {
    return field(name).of(value) != 0;
  }

  private static String name(String exception) {
    return field(exception).meaning();
  }
}
