package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.dwarf.SourceLine;

/** Prints the line of source that code comes from where it is another than before. */
final class SourcePrinter {
  private final Sources sources;
  private final SourceFolders folders;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Set<String> missing = new HashSet<>();
  private SourceLine last;

  SourcePrinter(Sources sources, SourceFolders folders, PrintWriter out, PrintWriter err) {
    this.sources = sources;
    this.folders = folders;
    this.out = out;
    this.err = err;
  }

  /** Before the instruction at {@code address} is printed. */
  void before(int address) {
    SourceLine line = sources.line(address).orElse(null);
    if (line != null && !line.equals(last)) {
      Optional<List<String>> text = folders.lines(line.file());
      out.printf("%s\t%s%n", line.brief(), text(text, line.line()).strip());
      if (text.isEmpty() && missing.add(line.file()) && missing.size() == 1) {
        err.println(
            "hypscope: Sources are not found, as "
                + line.file()
                + ": give their folder by --sources FROM=TO.");
      }
    }
    last = line;
  }

  private static String text(Optional<List<String>> lines, int number) {
    return lines.filter(all -> number <= all.size()).map(all -> all.get(number - 1)).orElse("");
  }
}
