package org.hypscope.ui.translation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hypscope.debug.WalkView;

/** An address taken apart: the bits that index each table, and the offset that is left. */
final class AddressBits extends HBox {
  private static final int MOST_COLOURS = 3;

  AddressBits(String label, long address, List<WalkView.Step> steps) {
    getStyleClass().add("walk-bits");
    Label name = new Label(label);
    name.getStyleClass().add("walk-address");
    getChildren().add(name);
    int rest = 32;
    for (WalkView.Step step : steps) {
      int index = step.level() % (MOST_COLOURS + 1);
      getChildren()
          .add(
              part(
                  step.indexHigh(),
                  step.indexLow(),
                  address,
                  "level " + step.level(),
                  "index" + index));
      rest = step.indexLow();
    }
    if (!steps.isEmpty()) {
      getChildren().add(part(rest - 1, 0, address, "offset", "offset"));
    }
  }

  private static VBox part(int high, int low, long address, String what, String styleClass) {
    long value = address >>> low & -1L >>> 63 - (high - low);
    Label bits = new Label(high + ":" + low + "  " + what);
    bits.getStyleClass().add("walk-bits-name");
    Label number = new Label("0x" + Long.toHexString(value));
    number.getStyleClass().add("walk-bits-value");
    VBox box = new VBox(bits, number);
    box.getStyleClass().addAll("walk-part", styleClass);
    return box;
  }
}
