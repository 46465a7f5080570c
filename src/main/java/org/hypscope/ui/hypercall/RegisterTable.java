package org.hypscope.ui.hypercall;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.abi.RegisterMeaning;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.ui.NumberWords;

/** r0 to r3: value, what the caller means, what the handler takes it for, what is left. */
final class RegisterTable extends GridPane {
  private static final List<String> HEADS =
      List.of("", "value", "caller means", "handler takes it for", "left behind");

  private Shown shown;

  private record Shown(List<RegisterMeaning> registers, boolean disagree, Symbols symbols) {}

  RegisterTable() {
    getStyleClass().add("hypercall-registers");
    setId("hypercall-registers");
    for (int column = 0; column < HEADS.size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      if (column < 2) {
        constraints.setMinWidth(Region.USE_PREF_SIZE);
      } else {
        constraints.setHgrow(Priority.ALWAYS);
        constraints.setMinWidth(0);
        constraints.setPercentWidth(column == 4 ? 20 : 29);
      }
      getColumnConstraints().add(constraints);
    }
  }

  /**
   * Shows {@code registers}; what the sides see differently is marked where they {@code disagree}.
   */
  void show(List<RegisterMeaning> registers, boolean disagree, Symbols symbols) {
    Shown next = new Shown(registers, disagree, symbols);
    if (next.equals(shown)) {
      return;
    }
    shown = next;
    getChildren().clear();
    for (int column = 0; column < HEADS.size(); column++) {
      add(cell(HEADS.get(column), "table-head"), column, 0);
    }
    int row = 1;
    for (RegisterMeaning each : registers) {
      boolean differ = disagree && differ(each);
      Label value = cell(NumberWords.grouped(each.value()), "machine");
      value.setTooltip(new Tooltip(NumberWords.explain(each.value(), symbols)));
      add(cell(each.register(), "machine"), 0, row);
      add(value, 1, row);
      add(meaning(each.toCaller(), false), 2, row);
      add(meaning((differ ? "\u2260 " : "") + each.toHandler(), differ), 3, row);
      add(meaning(each.leftBehind(), false), 4, row);
      row++;
    }
  }

  private static boolean differ(RegisterMeaning each) {
    return each.register().equals("r0") && !each.toCaller().equals(each.toHandler())
        || !each.toCaller().equals("not used")
            && !each.toHandler().equals("not used")
            && kind(each.toCaller()) != kind(each.toHandler());
  }

  private static char kind(String meaning) {
    return meaning.isEmpty() ? ' ' : meaning.charAt(0);
  }

  private static Label meaning(String text, boolean differs) {
    Label label = cell(text, "meaning");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    if (text.equals("not used")) {
      label.getStyleClass().add("muted");
    }
    if (differs) {
      label.getStyleClass().add("differs");
    }
    return label;
  }

  private static Label cell(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
