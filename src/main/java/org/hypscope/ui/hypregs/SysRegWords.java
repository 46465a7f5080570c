package org.hypscope.ui.hypregs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.Trap;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.ui.NumberWords;

/** What a system register's value means, from its row. */
final class SysRegWords {
  private static final Set<String> ADDRESSES =
      Set.of("HVBAR", "VBAR", "MVBAR", "HIFAR", "HDFAR", "HPFAR", "IFAR", "DFAR");

  private SysRegWords() {}

  /** The fields that are not zero in words, then what is trapped; or that there are none. */
  static String sentence(SysReg register, long value, Symbols symbols) {
    List<String> parts = new ArrayList<>();
    if (ADDRESSES.contains(register.name())) {
      parts.add(NumberWords.symbol((int) value, symbols).orElse("no symbol there"));
    } else {
      for (Field field : register.fields()) {
        if (field.of(value) != 0 && !alwaysSo(register, field)) {
          parts.add(field.name() + " " + field.describe(value));
        }
      }
    }
    traps(register, value, parts);
    if (parts.isEmpty()) {
      return value == 0 ? "every field is 0" : "every field that can change is 0";
    }
    return String.join("; ", parts);
  }

  /** Every field with its bits and its meaning, a line each. */
  static String fields(SysReg register, long value) {
    StringBuilder text = new StringBuilder(register.name() + ": " + register.title());
    text.append(" (").append(register.section()).append(')');
    for (Field field : register.fields()) {
      text.append(String.format("%n%-6s %-8s ", field.bits(), field.name()));
      text.append(field.describe(value));
    }
    return text.toString();
  }

  /** Bits of a writable register that no write changes say nothing. */
  private static boolean alwaysSo(SysReg register, Field field) {
    boolean fixed = register.writeMask() != 0 && field.of(register.writeMask()) == 0;
    return fixed && field.of(register.reset()) != 0;
  }

  private static void traps(SysReg register, long value, List<String> parts) {
    Arrays.stream(Trap.values())
        .filter(trap -> trap.register().equals(register.name()))
        .filter(trap -> trap.traps(value))
        .forEach(trap -> parts.add("traps " + trap.what() + " to HYP"));
  }
}
