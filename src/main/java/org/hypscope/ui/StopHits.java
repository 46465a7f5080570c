package org.hypscope.ui;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.VectorTableView;
import org.hypscope.ui.palette.Hit;

/** Stops at any vector of any table and on entering any mode, for the palette. */
final class StopHits {
  private StopHits() {}

  /** One hit for each; choosing it sets the stop, or takes it away if it is set. */
  static Stream<Hit> of(WorkbenchState state) {
    Snapshot snapshot = state.snapshot().get();
    if (snapshot == null) {
      return Stream.empty();
    }
    Stream<Hit> vectors =
        snapshot.vectorTables().stream()
            .flatMap(table -> table.rows().stream().map(row -> vector(state, table, row)));
    Stream<Hit> modes =
        Arrays.stream(Mode.values())
            .map(mode -> hit(state, "Stop on entering " + mode, new Breakpoint.EnterMode(mode)));
    return Stream.concat(vectors, modes);
  }

  private static Hit vector(WorkbenchState state, VectorTableView table, VectorTableView.Row row) {
    String title =
        String.format("Stop at %s+0x%02x: %s", table.register(), row.offset(), row.meaning());
    return hit(state, title, new Breakpoint.Vector(table.which(), row.offset()));
  }

  private static Hit hit(WorkbenchState state, String title, Breakpoint breakpoint) {
    String set = state.breakpoints().contains(breakpoint) ? "set" : "";
    return new Hit("stop", title, set, () -> state.toggle(breakpoint));
  }
}
