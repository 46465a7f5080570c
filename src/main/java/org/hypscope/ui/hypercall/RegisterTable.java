package org.hypscope.ui.hypercall;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.abi.RegisterMeaning;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.ui.NumberWords;
import org.hypscope.ui.cell.WrappedLabel;

/** r0 to r3: value, what the caller means, what the handler takes it for, what is left. */
final class RegisterTable extends GridPane {
  private static final List<String> HEADS =
      List.of("", "value", "caller means", "handler takes it for", "left behind");
  private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

  private final List<Row> rows = new ArrayList<>();
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
      Label head = new Label(HEADS.get(column));
      head.getStyleClass().add("table-head");
      add(head, column, 0);
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
    while (rows.size() < registers.size()) {
      Row row = new Row();
      rows.add(row);
      addRow(rows.size(), row.name, row.value, row.toCaller, row.toHandler, row.leftBehind);
    }
    for (int n = 0; n < rows.size(); n++) {
      rows.get(n).show(n < registers.size() ? registers.get(n) : null, disagree, symbols);
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

  /** The cells of one register: made once, as new ones would have to be styled. */
  private static final class Row {
    private final Label name = cell(new Label(), "machine");
    private final Label value = cell(new Label(), "machine");
    private final Label toCaller = cell(new WrappedLabel(), "meaning");
    private final Label toHandler = cell(new WrappedLabel(), "meaning");
    private final Label leftBehind = cell(new WrappedLabel(), "meaning");
    private final Tooltip tip = new Tooltip();

    Row() {
      value.setTooltip(tip);
    }

    /** Shows {@code each}; null shows nothing, and takes no room. */
    void show(RegisterMeaning each, boolean disagree, Symbols symbols) {
      for (Label label : List.of(name, value, toCaller, toHandler, leftBehind)) {
        label.setVisible(each != null);
        label.setManaged(each != null);
      }
      if (each == null) {
        return;
      }
      boolean differ = disagree && differ(each);
      name.setText(each.register());
      value.setText(NumberWords.grouped(each.value()));
      tip.setText(NumberWords.explain(each.value(), symbols));
      mean(toCaller, each.toCaller(), false);
      mean(toHandler, (differ ? "\u2260 " : "") + each.toHandler(), differ);
      mean(leftBehind, each.leftBehind(), false);
    }

    private static void mean(Label label, String text, boolean differs) {
      label.setText(text);
      label.pseudoClassStateChanged(UNUSED, text.equals("not used"));
      label.pseudoClassStateChanged(DIFFERS, differs);
    }

    private static Label cell(Label label, String style) {
      label.getStyleClass().add(style);
      if (label.isWrapText()) {
        label.setMinHeight(Region.USE_PREF_SIZE);
      }
      return label;
    }
  }
}
