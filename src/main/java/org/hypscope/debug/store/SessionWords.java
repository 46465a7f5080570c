package org.hypscope.debug.store;

import java.util.regex.Pattern;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.StopNames;
import org.hypscope.time.Mark;

/** How a session file writes small things, and reads them back. */
final class SessionWords {
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,16}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String SECURE = "(S)";

  private SessionWords() {}

  static String number(long value) {
    return String.format("0x%x", value);
  }

  static long number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("which is no number like 0x40010000");
    }
    return Long.parseUnsignedLong(text.substring(2), 16);
  }

  static int word(String text) {
    long value = number(text);
    if (value >>> Integer.SIZE != 0) {
      throw new IllegalArgumentException("which has more than 32 bits");
    }
    return (int) value;
  }

  static String hash(String text) {
    if (!HASH.matcher(text).matches()) {
      throw new IllegalArgumentException("which is no SHA-256 of 64 digits");
    }
    return text;
  }

  static Mark mark(String text) {
    try {
      if (MarkExpression.parse(text) instanceof MarkExpression.At at) {
        return at.mark();
      }
    } catch (IllegalArgumentException e) {
      // Told below: its own words repeat the text as it is.
    }
    throw new IllegalArgumentException("which is no instant like #12345");
  }

  static Bank bank(String text) {
    try {
      return Bank.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("which is no physical register", e);
    }
  }

  static String copy(SysRegCopy copy) {
    return copy.register().name() + (copy.secure() && copy.register().isBanked() ? SECURE : "");
  }

  static SysRegCopy copy(String text) {
    SysRegCopy copy =
        text.equals(FpRegs.FPSCR.name())
            ? new SysRegCopy(FpRegs.FPSCR, false)
            : SysRegs.copyByName(text);
    if (copy == null) {
      throw new IllegalArgumentException("which is no system register");
    }
    return copy;
  }

  static Breakpoint breakpoint(String text) {
    return StopNames.caught(text)
        .orElseGet(
            () -> {
              if (NUMBER.matcher(text).matches()) {
                return new Breakpoint.Address(word(text));
              }
              throw new IllegalArgumentException(
                  "which is no breakpoint: 0x40010000, HVBAR+0x14 and mode=HYP are some");
            });
  }
}
