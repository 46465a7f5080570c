package org.hypscope.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.Trap;

/** Writes the reference table of system registers from the rows. */
public final class GeneratedDocs {
  private GeneratedDocs() {}

  /** Every system register and operation: encoding, width, access, traps and reset value. */
  public static String sysregs() {
    List<String> lines = new ArrayList<>();
    lines.add("# System registers");
    lines.add("");
    lines.add("Made from the rows of `arm/sysreg`; sections are those of DDI 0406C.");
    lines.add("");
    lines.add(
        "| Name | Title | Encoding | Bits | Read at | Written at | Trapped by | Reset | Section |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    SysRegs.rows().stream().map(GeneratedDocs::line).forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String line(SysReg register) {
    String encodings =
        register.encodings().stream().map(GeneratedDocs::code).collect(Collectors.joining("; "));
    String traps =
        Arrays.stream(Trap.values())
            .filter(register.traps()::contains)
            .map(trap -> trap.name().replace('_', '.'))
            .collect(Collectors.joining(", "));
    return row(
        register.name() + (register.isBanked() ? " (banked)" : ""),
        register.title(),
        encodings,
        Integer.toString(register.width()),
        levels(register, true),
        levels(register, false),
        traps,
        register.isOperation() ? "" : "0x" + Long.toHexString(register.reset()),
        register.section());
  }

  private static String levels(SysReg register, boolean read) {
    return Arrays.stream(Level.values())
        .filter(level -> read ? register.readableAt(level) : register.writableAt(level))
        .map(Level::name)
        .collect(Collectors.joining(" "));
  }

  private static String code(Object text) {
    return "`" + text + "`";
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
