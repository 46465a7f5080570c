package org.hypscope.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.SplitPane;

/** How the room is shared between panes, as text that can be kept between runs. */
final class PaneSizes {
  private PaneSizes() {}

  /** The dividers of {@code splits}: {@code 0.5 0.76;0.34 0.7}. */
  static String of(List<SplitPane> splits) {
    return splits.stream().map(PaneSizes::of).collect(Collectors.joining(";"));
  }

  /**
   * Moves the dividers of {@code splits} to where {@code text} says; any other text is ignored.
   *
   * @param splits inner ones before those around them, which are moved first: a pane that gets
   *     another size moves its dividers
   */
  static void apply(String text, List<SplitPane> splits) {
    String[] parts = text.split(";");
    for (int n = Math.min(parts.length, splits.size()) - 1; n >= 0; n--) {
      apply(parts[n], splits.get(n));
    }
  }

  private static String of(SplitPane split) {
    return Arrays.stream(split.getDividerPositions())
        .mapToObj(at -> String.format(java.util.Locale.ROOT, "%.4f", at))
        .collect(Collectors.joining(" "));
  }

  private static void apply(String text, SplitPane split) {
    boolean numbers = text.matches("0\\.\\d+( 0\\.\\d+)*");
    String[] positions = text.split(" ");
    if (numbers && positions.length == split.getDividers().size()) {
      move(split, Arrays.stream(positions).mapToDouble(Double::parseDouble).toArray());
    }
  }

  /** Moves the dividers of {@code split}. */
  static void move(SplitPane split, double[] positions) {
    // Twice: a divider stops at the next one, which is in its way until that is laid out.
    for (int n = 0; n < 2; n++) {
      split.setDividerPositions(positions);
      split.layout();
    }
  }
}
