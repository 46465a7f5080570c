package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.FpRegisters;
import org.hypscope.debug.Logged;
import org.hypscope.debug.Notice;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.dwarf.SourceLine;

/**
 * What {@code run} prints of the instant at which a run ended.
 *
 * @param end seen from the core whose state is printed
 * @param console whether the JSON object holds what was printed
 * @param range memory to print, or null
 */
record RunReport(
    Snapshot end,
    boolean registers,
    boolean stack,
    boolean devices,
    MemoryRequest range,
    boolean console) {
  void print(PrintWriter out, boolean json) {
    if (json) {
      json(out);
    } else {
      text(out);
    }
    out.flush();
  }

  private void text(PrintWriter out) {
    end.log().forEach(each -> out.printf("watch %s %s%n", each.at(), each.text()));
    end.notices().forEach(n -> out.printf("note %s 0x%08x: %s%n", n.at(), n.pc(), n.text()));
    String place = end.symbols().describe(end.pc());
    String line = end.sources().describe(end.pc());
    out.printf(
        "%s%nstopped %s after %d instructions, %s, pc 0x%08x%s%n",
        end.stop().text(),
        kind(),
        end.mark().retired(),
        end.mode(),
        end.pc(),
        (place.isEmpty() ? "" : " (" + place + ")") + (line.isEmpty() ? "" : " at " + line));
    if (severalCores()) {
      new CoreLines(end).print(out);
    }
    if (stack) {
      StackLines.of(end).forEach(out::println);
    }
    if (registers) {
      registers(out);
    }
    if (devices) {
      DeviceLines.text(end.devices(), out);
    }
    if (range != null) {
      memory(out);
    }
  }

  private void json(PrintWriter out) {
    Json json =
        new Json()
            .put("stop", kind())
            .put("text", end.stop().text())
            .put("retired", end.mark().retired())
            .put("at", end.mark().toString())
            .put("mode", end.mode().name())
            .hex("pc", end.pc())
            .put("symbol", end.symbols().describe(end.pc()))
            .put("source", end.sources().line(end.pc()).map(SourceLine::toString).orElse(null))
            .put("notes", end.notices().stream().map(RunReport::json).toList());
    if (!end.log().isEmpty()) {
      json.put("watched", end.log().stream().map(RunReport::json).toList());
    }
    if (severalCores()) {
      json.put("core", end.core()).put("cores", new CoreLines(end).json());
    }
    if (console) {
      json.put("console", end.console().stream().map(RunReport::json).toList());
    }
    if (stack) {
      json.put("stack", StackLines.json(end)).put("stack_end", end.stack().end());
    }
    if (registers) {
      json.put("registers", bankJson())
          .put("fp_registers", fpJson())
          .put("system_registers", sysRegJson());
    }
    if (devices) {
      json.put("devices", DeviceLines.json(end.devices()));
    }
    if (range != null) {
      json.put("memory", new Json().hex("address", range.address()).put("bytes", bytes()));
    }
    out.println(json);
  }

  private boolean severalCores() {
    return end.cores().size() > 1;
  }

  private String kind() {
    return end.stop().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object json(Notice notice) {
    return new Json()
        .put("at", notice.at().toString())
        .hex("pc", notice.pc())
        .put("text", notice.text())
        .map();
  }

  private static Object json(Logged each) {
    return new Json().put("at", each.at().toString()).put("text", each.text()).map();
  }

  private static Object json(ConsoleLine line) {
    return new Json().put("at", line.at().toString()).put("text", line.text()).map();
  }

  private Json bankJson() {
    Json json = new Json();
    for (Bank bank : Bank.values()) {
      json.hex(bank.name(), end.register(bank));
    }
    return json;
  }

  /** D0 to D31 and FPSCR; FPEXC is a system register. */
  private Json fpJson() {
    Json json = new Json();
    for (int n = 0; n < FpRegisters.COUNT; n++) {
      json.hex("D" + n, end.fp().d(n), Long.SIZE);
    }
    return json.hex("FPSCR", end.fp().fpscr());
  }

  private Json sysRegJson() {
    Json json = new Json();
    for (SysRegCopy copy : SysRegs.copies()) {
      json.hex(name(copy), value(copy), copy.register().width());
    }
    return json;
  }

  private void registers(PrintWriter out) {
    List<String> cells = new ArrayList<>();
    for (Bank bank : Bank.values()) {
      cells.add(String.format("%-9s %s", bank.name(), Bits.hex(end.register(bank))));
    }
    columns(cells, out);
    cells.clear();
    for (int n = 0; n < FpRegisters.COUNT; n++) {
      cells.add(String.format("%-9s 0x%016x", "D" + n, end.fp().d(n)));
    }
    cells.add(String.format("%-9s %s", "FPSCR", Bits.hex(end.fp().fpscr())));
    columns(cells, out);
    cells.clear();
    for (SysRegCopy copy : SysRegs.copies()) {
      int digits = copy.register().width() / 4;
      cells.add(String.format("%-13s 0x%0" + digits + "x", name(copy), value(copy)));
    }
    columns(cells, out);
  }

  private static void columns(List<String> cells, PrintWriter out) {
    out.println();
    for (int i = 0; i < cells.size(); i += 3) {
      StringBuilder line = new StringBuilder();
      for (String cell : cells.subList(i, Math.min(i + 3, cells.size()))) {
        line.append(String.format("%-34s", cell));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static String name(SysRegCopy copy) {
    return copy.register().name() + (copy.secure() ? "(S)" : "");
  }

  private long value(SysRegCopy copy) {
    return end.sysReg(copy.register(), copy.secure());
  }

  private void memory(PrintWriter out) {
    String bytes = bytes();
    out.println();
    for (int i = 0; i < bytes.length(); i += 32) {
      String line = bytes.substring(i, Math.min(i + 32, bytes.length()));
      out.printf("%08x  %s%n", range.address() + i / 2, line.replaceAll("(..)", "$1 ").trim());
    }
  }

  /** Two hexadecimal digits a byte; {@code --} where there is no memory. */
  private String bytes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < range.length(); i++) {
      var value = end.memory().byteAt(range.address() + i);
      text.append(value.isPresent() ? String.format("%02x", value.getAsInt()) : "--");
    }
    return text.toString();
  }
}
