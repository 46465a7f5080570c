package org.hypscope.abi.tour;

import java.util.List;
import java.util.Optional;
import org.hypscope.debug.MarkExpression;

/**
 * A guided tour through one run.
 *
 * @param name by which it is asked for: its file's name without {@code .yaml}
 * @param title what it is about
 * @param scene what runs
 * @param stops in the order in which they are shown; at least one
 */
public record Tour(String name, String title, TourScene scene, List<Stop> stops) {
  /**
   * One picture of it.
   *
   * @param at the instant
   * @param view the title of the pane to bring to the front; empty for none
   * @param highlight the register, field or address to mark; empty for none
   * @param note what a speaker says, short enough to stand on the screen
   * @param speaker what the speaker alone reads; empty for nothing
   * @param expect what holds there
   * @param where file and line
   */
  public record Stop(
      MarkExpression at,
      Optional<String> view,
      Optional<String> highlight,
      String note,
      String speaker,
      List<Expectation> expect,
      String where) {
    /** Copies the list. */
    public Stop {
      expect = List.copyOf(expect);
    }
  }

  /** Copies the list. */
  public Tour {
    stops = List.copyOf(stops);
  }
}
