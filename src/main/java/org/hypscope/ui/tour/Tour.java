package org.hypscope.ui.tour;

import java.util.List;
import java.util.Optional;
import org.hypscope.debug.MarkExpression;

/**
 * A guided tour through one sample.
 *
 * @param title what it is about
 * @param sample the sample's name
 * @param stops in the order in which they are shown
 */
public record Tour(String title, String sample, List<Stop> stops) {
  /**
   * One picture of it.
   *
   * @param at the instant
   * @param view the title of the pane to bring to the front; empty for none
   * @param highlight the register to put the keyboard on; empty for none
   * @param note what a speaker says
   */
  public record Stop(
      MarkExpression at, Optional<String> view, Optional<String> highlight, String note) {}

  /** Copies the list. */
  public Tour {
    stops = List.copyOf(stops);
  }
}
