package org.hypscope.ui;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.dwarf.SourceLine;
import org.hypscope.ui.code.CodeMode;

/** Says what is amiss with the sources of an image: each thing once. */
final class SourceNotices {
  private final WorkbenchState state;
  private final Consumer<String> say;
  private final Set<String> said = new HashSet<>();

  SourceNotices(WorkbenchState state, Consumer<String> say) {
    this.state = state;
    this.say = say;
    state.snapshot().addListener((o, was, is) -> look(is));
    state.codeMode().addListener((o, was, is) -> look(state.snapshot().get()));
  }

  /** The path of the source at PC where it is not found; else the empty string. */
  String missing() {
    Snapshot now = state.snapshot().get();
    Optional<SourceLine> line = now == null ? Optional.empty() : now.sources().line(now.pc());
    return line.map(SourceLine::file)
        .filter(file -> state.sourceFolders().get().lines(file).isEmpty())
        .orElse("");
  }

  private void look(Snapshot now) {
    if (now == null || state.codeMode().get() == CodeMode.DISASSEMBLY) {
      return;
    }
    now.sources().notice().ifPresent(notice -> once(now.imageName(), notice));
    String missing = missing();
    if (!missing.isEmpty()) {
      once(
          now.imageName(),
          "Sources of "
              + now.imageName()
              + " are not found, as "
              + missing
              + ": Shift+S gives their folder; meanwhile the disassembly is shown.");
    } else if (now.sources().line(now.pc()).isEmpty() && !now.sources().isPresent()) {
      once(
          now.imageName(),
          now.imageName()
              + " has no debug information, so that the disassembly is shown: build it with -g, or"
              + " open it with a vmlinux that names its addresses.");
    }
  }

  private void once(String image, String sentence) {
    String kind = image + sentence.replaceAll(", as .*?:", "");
    if (said.add(kind)) {
      say.accept(sentence);
    }
  }
}
