package org.hypscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;

/** System registers with values, as people type them: {@code TTBR0=0x80004000}. */
final class RegisterValues {
  private RegisterValues() {}

  /**
   * The copies and values that {@code typed} names, in order.
   *
   * @throws UsageException where a name is no register or a value no number of its width
   */
  static Map<SysRegCopy, Long> parse(List<String> typed) {
    Map<SysRegCopy, Long> values = new LinkedHashMap<>();
    for (String each : typed) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "'" + each + "' gives no value: write NAME=VALUE, such as TTBR0=0x80004000.");
      }
      String name = each.substring(0, equals);
      values.put(copy(name), value(name, each.substring(equals + 1)));
    }
    return values;
  }

  private static SysRegCopy copy(String name) {
    SysRegCopy copy = SysRegs.copyByName(name.trim().toUpperCase(java.util.Locale.ROOT));
    if (copy == null || copy.register().isOperation()) {
      throw new UsageException(
          "'" + name + "' is no system register: write NAME=VALUE, such as TTBR0=0x80004000.");
    }
    return copy;
  }

  private static long value(String name, String text) {
    try {
      String digits = text.trim().toLowerCase(java.util.Locale.ROOT);
      long value =
          digits.startsWith("0x")
              ? Long.parseUnsignedLong(digits.substring(2), 16)
              : Long.parseUnsignedLong(digits);
      if (copy(name).register().width() == 64 || value >>> 32 == 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("'" + text + "' is no value for " + name + ": write 0x... .");
    }
    throw new UsageException("'" + text + "' does not fit into " + name + ", which has 32 bits.");
  }
}
