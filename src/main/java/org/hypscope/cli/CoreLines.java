package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.CoreView;
import org.hypscope.debug.Snapshot;

/** The cores of a machine that has several, a line each. */
record CoreLines(Snapshot end) {
  void print(PrintWriter out) {
    for (CoreView core : end.cores()) {
      String mark = core.number() == end.core() ? "*" : " ";
      out.printf(
          "%score %d  %-15s %s, %s, pc %s, hvbar %s%n",
          mark,
          core.number(),
          core.state().words(),
          core.mode(),
          core.boot()
              .map(boot -> "booted in " + boot.mode() + " at " + boot.at())
              .orElse("never on"),
          place(core.pc()),
          place(core.hvbar()));
    }
  }

  private String place(int address) {
    String name = end.symbols().describe(address);
    return Bits.hex(address) + (name.isEmpty() ? "" : " (" + name + ")");
  }

  List<Object> json() {
    return end.cores().stream().map(CoreLines::json).toList();
  }

  private static Object json(CoreView core) {
    Json json =
        new Json()
            .put("core", core.number())
            .put("state", core.state().words())
            .put("mode", core.mode().name())
            .hex("pc", core.pc())
            .hex("hvbar", core.hvbar());
    core.boot()
        .ifPresent(
            boot ->
                json.put("boot_mode", boot.mode().name())
                    .put("boot_at", boot.at().toString())
                    .hex("boot_entry", boot.entry()));
    return json.map();
  }
}
