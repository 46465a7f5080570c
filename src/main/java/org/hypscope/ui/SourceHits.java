package org.hypscope.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.palette.Hit;

/** A line of a source file, typed as {@code head.S:123}, for the palette. */
final class SourceHits {
  private static final Pattern LINE = Pattern.compile("\\s*(\\S+):(\\d{1,7})\\s*");

  private final WorkbenchState state;
  private final Consumer<String> complain;

  SourceHits(WorkbenchState state, Consumer<String> complain) {
    this.state = state;
    this.complain = complain;
  }

  /** Going to the code of the line, and stopping there; nothing where no line is typed. */
  Stream<Hit> of(String typed) {
    Snapshot snapshot = state.snapshot().get();
    Matcher line = LINE.matcher(typed);
    if (snapshot == null || !line.matches() || !snapshot.sources().isPresent()) {
      return Stream.empty();
    }
    String file = line.group(1);
    int number = Integer.parseInt(line.group(2));
    String place = file + ":" + number;
    return Stream.of(
        new Hit("line", place, "go to", () -> find(snapshot, file, number, this::goTo)),
        new Hit(
            "line",
            "Breakpoint at " + place,
            "",
            () -> find(snapshot, file, number, this::toggle)));
  }

  private void find(Snapshot snapshot, String file, int line, Consumer<List<Integer>> then) {
    FxBridge.inBackground(
        () -> snapshot.sources().addresses(file, line),
        found -> {
          if (found.isEmpty()) {
            complain.accept(
                "No code comes from line "
                    + line
                    + " of "
                    + file
                    + ", or from a line after it:"
                    + " type the end of the file's path and a line.");
          } else {
            then.accept(found);
          }
        },
        complain);
  }

  private void goTo(List<Integer> addresses) {
    state.goTo(addresses.get(0));
  }

  private void toggle(List<Integer> addresses) {
    addresses.forEach(state::toggleAt);
    goTo(addresses);
  }
}
