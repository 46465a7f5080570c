package org.hypscope.ui.stack;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.symbols.unwind.StackFrame;
import org.hypscope.ui.theme.ModeStyle;

/** A frame: number, mode, name and place in one line, then its stack and by what it was found. */
final class FrameCell extends ListCell<StackModel.Row> {
  private final Label number = label("frame-number");
  private final Label mode = label("chip");
  private final Label name = label("frame-name");
  private final Label source = label("frame-place");
  private final Label place = label("frame-place");
  private final Label pointers = label("frame-place");
  private final Label found = label("frame-found");
  private final VBox box;

  FrameCell() {
    mode.getStyleClass().addAll("mode-fill", "frame-mode");
    name.setMinWidth(0);
    HBox head = new HBox(number, mode, name, source, place);
    head.getStyleClass().add("frame-head");
    found.setMinWidth(0);
    HBox rest = new HBox(pointers, found);
    rest.getStyleClass().add("frame-rest");
    box = new VBox(head, rest);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(StackModel.Row item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : box);
    if (empty || item == null) {
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    StackFrame frame = item.frame();
    number.setText("#" + frame.number());
    mode.setText(frame.mode().name());
    ModeStyle.set(mode, frame.mode());
    name.setText(item.name().isEmpty() ? "no symbol" : item.name());
    source.setText(item.source());
    source.setManaged(!item.source().isEmpty());
    place.setText(item.place());
    pointers.setText(item.pointers());
    found.setText(StackModel.mark(frame.certainty()) + " " + item.found());
    setTooltip(new Tooltip(tip(frame)));
    setAccessibleText(item.spoken());
  }

  private static String tip(StackFrame frame) {
    String how = frame.method().label() + ": " + frame.method().meaning() + ".";
    String more = frame.detail().isEmpty() ? "" : "\n" + frame.detail() + ".";
    return how + "\nIt is " + frame.certainty().word() + "." + more;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
