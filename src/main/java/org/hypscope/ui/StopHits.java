package org.hypscope.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopNames;
import org.hypscope.debug.VectorTableView;
import org.hypscope.ui.palette.Hit;

/** Stops at vectors, on entering modes and after writes, and what log points said. */
final class StopHits {
  private static final String FORM = "PLACE if CONDITION,skip=N,log";

  private StopHits() {}

  /**
   * One hit for each, and for those that are set; choosing it sets the stop, or takes it away if it
   * is set. {@code watch HCR.VM=1} and {@code break leaf if r0==2} set one; {@code complain} is
   * given the sentence where it is none.
   */
  static Stream<Hit> of(WorkbenchState state, String typed, Consumer<String> complain) {
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
    return Stream.of(typed(state, typed, complain), watched(state), vectors, modes, log(state))
        .flatMap(each -> each);
  }

  private static Stream<Hit> typed(WorkbenchState state, String typed, Consumer<String> complain) {
    boolean stop = Stream.of(StopNames.WATCH, StopNames.BREAK).anyMatch(w -> isMore(typed, w));
    return stop
        ? Stream.of(new Hit("stop", typed, FORM, () -> set(state, typed).ifPresent(complain)))
        : Stream.empty();
  }

  private static boolean isMore(String typed, String word) {
    return typed.startsWith(word + " ") && typed.length() > word.length() + 1;
  }

  /** As {@link #set}, after whatever changes {@code place}. */
  static Optional<String> watch(WorkbenchState state, String place) {
    return set(state, StopNames.WATCH + " " + place);
  }

  /** Sets the stop {@code text}; the sentence that says why there is none, if there is none. */
  static Optional<String> set(WorkbenchState state, String text) {
    try {
      state.set(StopNames.parse(text, state.snapshot().get()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Stream<Hit> watched(WorkbenchState state) {
    return state.breakpoints().stream()
        .filter(each -> each instanceof Breakpoint.Write || each instanceof Breakpoint.Address)
        .map(each -> hit(state, title(state, each), each));
  }

  private static String title(WorkbenchState state, Breakpoint stop) {
    if (stop instanceof Breakpoint.Address at) {
      return "Breakpoint at " + NumberWords.grouped(at.address());
    }
    return "Watchpoint on " + stop;
  }

  private static Stream<Hit> log(WorkbenchState state) {
    return state.snapshot().get().log().stream()
        .map(
            each ->
                new Hit(
                    "log",
                    "log: " + each.text(),
                    each.at().toString(),
                    () -> state.time().visit(each.at())));
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
