package org.hypscope.ui.code;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.hypscope.debug.ParameterValues;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.dwarf.Function;
import org.hypscope.debug.symbols.dwarf.Function.Parameter;
import org.hypscope.debug.symbols.dwarf.SourceLine;

/** What stands above the code: the function, what it was called with, and the line. */
final class Heading {
  private final Snapshot snapshot;
  private final int at;

  Heading(Snapshot snapshot, int at) {
    this.snapshot = snapshot;
    this.at = at;
  }

  /** The heading; empty where the image says nothing about its sources. */
  String text(SourceFolders folders) {
    Sources sources = snapshot.sources();
    SourceLine line = sources.line(at).orElse(null);
    if (line == null) {
      return "";
    }
    String place = line.brief();
    String missing =
        folders.lines(line.file()).isPresent() ? "" : " (not found; Shift+S gives its folder)";
    String function = function(sources.functions(at));
    return function.isEmpty() ? place + missing : function + "  \u00b7  " + place + missing;
  }

  private String function(List<Function> functions) {
    if (functions.isEmpty()) {
      return snapshot.symbols().describe(at);
    }
    Function inner = functions.get(functions.size() - 1);
    Function outer = functions.get(0);
    String called =
        inner.returns().isEmpty()
            ? inner.name()
            : inner.name()
                + inner.parameters().stream()
                    .map(this::parameter)
                    .collect(Collectors.joining(", ", "(", ")"));
    return inner.inlined() ? called + ", inlined in " + outer.name() : called;
  }

  private String parameter(Parameter parameter) {
    OptionalInt value =
        at == snapshot.pc() ? new ParameterValues(snapshot).of(parameter) : OptionalInt.empty();
    return value.isEmpty()
        ? parameter.name()
        : parameter.name() + " = 0x" + Integer.toHexString(value.getAsInt());
  }
}
