package org.hypscope.ui.hypercall;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.ui.cell.WrappedLabel;

/** One side of a hypercall: who it is, and the evidence. */
final class SidePane extends VBox {
  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  private final Label who = new Label();
  private final Label sentence = new Label();
  private final Label evidence = new WrappedLabel();
  private final Tooltip all = new Tooltip();
  private final HBox head = new HBox(who, sentence);

  SidePane(String id) {
    setId(id);
    getStyleClass().add("hypercall-side");
    who.getStyleClass().add("side-chip");
    who.setMinWidth(Region.USE_PREF_SIZE);
    sentence.getStyleClass().add("side-sentence");
    sentence.setMinWidth(0);
    head.getStyleClass().add("side-head");
    evidence.getStyleClass().add("evidence");
    evidence.setId(id + "-evidence");
    evidence.setTooltip(all);
    Tooltip.install(head, all);
    getChildren().addAll(head, evidence);
    setMinWidth(0);
    setPrefWidth(1);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  /** Puts {@code extra} at the end of the head line. */
  void addToHead(Region extra) {
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    extra.setMinWidth(Region.USE_PREF_SIZE);
    head.getChildren().addAll(between, extra);
  }

  /** Shows who it is; the evidence is cut to four lines, or to one unless {@code full}. */
  void show(List<String> ids, String says, List<String> why, boolean full) {
    who.setText(ids.isEmpty() ? "?" : String.join(" ", ids));
    sentence.setText(says);
    evidence.setText(String.join(" \u00b7 ", why));
    evidence.pseudoClassStateChanged(BRIEF, !full);
    all.setText(String.join("\n", why));
    setAccessibleText(says + ". " + String.join(". ", why));
  }
}
