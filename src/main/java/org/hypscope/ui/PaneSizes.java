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

  /** Moves the dividers of {@code splits} to where {@code text} says; any other text is ignored. */
  static void apply(String text, List<SplitPane> splits) {
    String[] parts = text.split(";");
    for (int n = 0; n < Math.min(parts.length, splits.size()); n++) {
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
      split.setDividerPositions(
          Arrays.stream(positions).mapToDouble(Double::parseDouble).toArray());
    }
  }
}
