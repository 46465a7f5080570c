package org.hypscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.dwarf.SourceLine;

/** Lines of source files for the Code view. */
final class SourceText {
  /** How far before the line of an instruction its comment may begin. */
  private static final int BEFORE = 8;

  private static final int WINDOW = 400;

  private final Sources sources;
  private final SourceFolders folders;

  SourceText(Snapshot snapshot, SourceFolders folders) {
    this.sources = snapshot.sources();
    this.folders = folders;
  }

  /** The line that the code at {@code address} comes from, if its file is found. */
  Optional<SourceLine> at(int address) {
    return sources.line(address).filter(line -> folders.lines(line.file()).isPresent());
  }

  /** {@code listing} with the lines of source that instructions come from before them. */
  List<CodeLine> between(List<CodeLine> listing) {
    List<CodeLine> all = new ArrayList<>();
    SourceLine last = null;
    for (CodeLine each : listing) {
      SourceLine here = each.insn() == null ? null : at(each.address()).orElse(null);
      if (here != null && !here.equals(last)) {
        add(all, each.address(), here, last);
      }
      last = here == null ? last : here;
      all.add(each);
    }
    return all;
  }

  private void add(List<CodeLine> all, int address, SourceLine here, SourceLine last) {
    List<String> text = folders.lines(here.file()).orElse(List.of());
    boolean follows =
        last != null
            && last.file().equals(here.file())
            && here.line() > last.line()
            && here.line() - last.line() <= BEFORE;
    for (int n = follows ? last.line() + 1 : here.line(); n <= here.line(); n++) {
      if (n <= text.size()) {
        all.add(CodeLine.source(address, new CodeLine.Source(n, text.get(n - 1), false)));
      }
    }
  }

  /** The number of the first of {@link #around}. */
  static int first(SourceLine line) {
    return Math.max(1, (line.line() - 1) / WINDOW * WINDOW - WINDOW / 2 + 1);
  }

  /** The file of {@code line}, as much of it as is shown around that line. */
  List<CodeLine> around(int address, SourceLine line) {
    List<String> text = folders.lines(line.file()).orElse(List.of());
    Map<Integer, Integer> code = sources.code(address, line.file());
    List<CodeLine> all = new ArrayList<>();
    int first = first(line);
    for (int n = first; n < first + 2 * WINDOW && n <= text.size(); n++) {
      Integer at = code.get(n);
      CodeLine.Source source = new CodeLine.Source(n, text.get(n - 1), at != null);
      all.add(CodeLine.source(at == null ? 0 : at, source));
    }
    return all;
  }
}
