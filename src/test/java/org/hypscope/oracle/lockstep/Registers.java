package org.hypscope.oracle.lockstep;

import java.util.Set;
import java.util.stream.Stream;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/** Which system registers a case may access: those whose value is compared or does not move. */
final class Registers {
  /** What counts by itself. */
  private static final Set<String> MOVING = Set.of("Generic Timer", "Performance Monitors");

  /** What would put the vectors, or all memory, elsewhere. */
  private static final Set<String> STANDING = Set.of("SCTLR", "HSCTLR");

  /** Where the supervisor keeps a register of its own. */
  private static final String OCCUPIED = "HTPIDR";

  private Registers() {}

  /** Whether running {@code word} would read what moves or change what the supervisor stands on. */
  static boolean dangerous(int word, Form form) {
    SysReg register = accessed(word, form);
    if (register == null) {
      return false;
    }
    boolean write = form.mnemonic().startsWith("MCR");
    boolean moving = MOVING.contains(register.group()) || register.name().equals(OCCUPIED);
    return moving || write && !writable(register);
  }

  /** The system register that {@code word} of {@code form} transfers, or null. */
  static SysReg accessed(int word, Form form) {
    return switch (form.mnemonic()) {
      case "MCR", "MRC" -> narrow(word);
      case "MCRR", "MRRC" -> wide(word);
      default -> null;
    };
  }

  private static SysReg narrow(int word) {
    int cp = word >>> 8 & 0xf;
    return cp < 14
        ? null
        : SysRegs.narrow(cp, word >>> 21 & 7, word >>> 16 & 0xf, word & 0xf, word >>> 5 & 7);
  }

  private static SysReg wide(int word) {
    int cp = word >>> 8 & 0xf;
    return cp < 14 ? null : SysRegs.wide(cp, word >>> 4 & 0xf, word & 0xf);
  }

  private static boolean writable(SysReg register) {
    boolean compared = Slots.all().stream().anyMatch(slot -> slot.name().equals(register.name()));
    boolean never = Stream.of(Level.values()).noneMatch(register::writableAt);
    return compared && !STANDING.contains(register.name()) || never;
  }
}
