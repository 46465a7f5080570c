package org.hypscope.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.Trap;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.oracle.AccessDifferences;

/** Writes the reference of system registers from the rows and the boards. */
public final class GeneratedDocs {
  private static final List<Board> BOARDS = Boards.names().stream().map(Boards::byName).toList();

  private static final String INTRODUCTION =
      """
      # System registers

      Made from the rows of `arm/sysreg` and the boards; sections are those of DDI 0406C, or of a core's own
      manual. Levels are PL0 (User), PL1_NS and PL1_S (the PL1 modes of each world), HYP and MON. What a level
      may not do is UNDEFINED there; PL1_S at a register of HYP is UNPREDICTABLE, and works here as in QEMU. A
      trap acts on accesses from Non-secure PL1 and PL0 that are not UNDEFINED. `writes change` are the bits
      that a write changes; the others keep what they hold. An encoding of CP14 or CP15 without a row is
      UNDEFINED here, which the manual leaves UNPREDICTABLE from PL1.
      """;

  private GeneratedDocs() {}

  /** Every system register and operation, group by group, then where QEMU differs. */
  public static String sysregs() {
    List<String> lines = new ArrayList<>();
    lines.addAll(INTRODUCTION.lines().toList());
    groups()
        .forEach(
            (title, registers) -> {
              lines.add("");
              lines.add("## " + title);
              registers.forEach(register -> describe(lines, register));
            });
    differences(lines);
    return String.join("\n", lines) + "\n";
  }

  private static Map<String, List<SysReg>> groups() {
    Map<String, List<SysReg>> groups = new LinkedHashMap<>();
    for (SysReg register : SysRegs.rows()) {
      groups.computeIfAbsent(register.group(), group -> new ArrayList<>()).add(register);
    }
    return groups;
  }

  private static void describe(List<String> lines, SysReg register) {
    lines.add("");
    lines.add("### " + register.name() + aliases(register));
    lines.add("");
    lines.add(
        register.title()
            + ". "
            + (register.isOperation() ? "An operation" : register.width() + " bits")
            + (register.isBanked() ? ", banked (Secure and Non-secure)" : "")
            + "; "
            + register.section()
            + ".");
    lines.add("");
    register.encodings().forEach(e -> lines.add("- " + instructions(register, e)));
    if (!register.encodings().isEmpty()) {
      lines.add("- read at " + levels(register, true) + "; written at " + levels(register, false));
    }
    traps(register).ifPresent(traps -> lines.add("- trapped by " + traps));
    if (!register.isOperation()) {
      lines.add("- " + values(register));
    }
    fields(lines, register);
  }

  private static String aliases(SysReg register) {
    return register.aliases().isEmpty() ? "" : " (" + String.join(", ", register.aliases()) + ")";
  }

  private static String instructions(SysReg register, Encoding e) {
    boolean read = Arrays.stream(Level.values()).anyMatch(register::readableAt);
    boolean written = Arrays.stream(Level.values()).anyMatch(register::writableAt);
    List<String> names = new ArrayList<>();
    if (read) {
      names.add(e.wide() ? "MRRC" : "MRC");
    }
    if (written) {
      names.add(e.wide() ? "MCRR" : "MCR");
    }
    return String.join("/", names) + " `" + e + "`";
  }

  private static String levels(SysReg register, boolean read) {
    String levels =
        Arrays.stream(Level.values())
            .filter(level -> read ? register.readableAt(level) : register.writableAt(level))
            .map(level -> level.name() + condition(register, level))
            .collect(Collectors.joining(" "));
    return levels.isEmpty() ? "no level" : levels;
  }

  private static String condition(SysReg register, Level level) {
    boolean granted = level == Level.PL0 && register.userGrant() != null;
    return granted ? " (where " + register.userGrant().condition() + ")" : "";
  }

  private static Optional<String> traps(SysReg register) {
    List<String> traps = new ArrayList<>();
    boolean below = register.readableAt(Level.PL1_NS) || register.writableAt(Level.PL1_NS);
    for (Trap trap : Trap.values()) {
      if (register.traps().contains(trap)) {
        traps.add(
            trap.name().replace('_', '.')
                + (trap.whenSet() ? "" : " = 0")
                + (trap.writesOnly() ? " (writes)" : ""));
      }
    }
    for (Encoding e : below ? register.encodings() : List.<Encoding>of()) {
      if (e.hstrBit() >= 0) {
        traps.add("HSTR.T" + e.hstrBit());
      }
      if (e.isImplementationDefined()) {
        traps.add("HCR.TIDCP");
      }
    }
    String joined = traps.stream().distinct().collect(Collectors.joining(", "));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  private static String values(SysReg register) {
    String format = "`0x%0" + register.width() / 4 + "x`";
    StringBuilder text = new StringBuilder("reset ");
    text.append(String.format(format, register.reset()));
    for (Board board : BOARDS) {
      long value = onBoard(board, register);
      if (value != register.reset()) {
        text.append(", on ").append(board.name()).append(' ').append(String.format(format, value));
      }
    }
    boolean written = Arrays.stream(Level.values()).anyMatch(register::writableAt);
    if (written) {
      String mask = String.format(format, register.writeMask());
      text.append("; writes ").append(register.writeMask() == 0 ? "are ignored" : "change " + mask);
    }
    return text.toString();
  }

  private static long onBoard(Board board, SysReg register) {
    String name = new SysRegCopy(register, false).name();
    Long identity = board.identity().get(name);
    Long given = board.reset().systemRegisters().get(name);
    return given != null ? given : identity != null ? identity : register.reset();
  }

  private static void fields(List<String> lines, SysReg register) {
    if (register.fields().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| Bits | Field | Meaning | Values |");
    lines.add("|---|---|---|---|");
    for (Field field : register.fields()) {
      lines.add(
          String.format(
              "| %s | %s | %s | %s |",
              field.bits(), field.name(), field.meaning(), values(field).replace("|", "\\|")));
    }
  }

  private static String values(Field field) {
    List<String> values = new ArrayList<>();
    for (int n = 0; n < field.values().size(); n++) {
      if (!field.values().get(n).equals("reserved")) {
        values.add(n + ": " + field.values().get(n));
      }
    }
    return String.join("; ", values);
  }

  private static void differences(List<String> lines) {
    lines.add("");
    lines.add("## Where QEMU 7.2 departs from the manuals");
    lines.add("");
    lines.add("| Registers | Section, and what differs |");
    lines.add("|---|---|");
    for (String[] known : AccessDifferences.listed()) {
      lines.add("| `" + known[0].replace("|", "\\|") + "` | " + known[1] + " |");
    }
  }
}
