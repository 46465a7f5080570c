package org.hypscope.ui.hypercall;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One side of a hypercall: who it is, and the evidence. */
final class SidePane extends VBox {
  private static final int SHOWN = 4;

  private final Label who = new Label();
  private final Label sentence = new Label();
  private final VBox evidence = new VBox();
  private final HBox head = new HBox(who, sentence);

  SidePane(String id) {
    setId(id);
    getStyleClass().add("hypercall-side");
    who.getStyleClass().add("side-chip");
    who.setMinWidth(Region.USE_PREF_SIZE);
    sentence.getStyleClass().add("side-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    head.getStyleClass().add("side-head");
    evidence.getStyleClass().add("side-evidence");
    getChildren().addAll(head, evidence);
    setMinWidth(0);
  }

  /** Puts {@code extra} at the end of the head line. */
  void addToHead(Node extra) {
    getChildren().add(1, extra);
  }

  void show(List<String> ids, String says, List<String> why) {
    who.setText(ids.isEmpty() ? "?" : String.join(" ", ids));
    sentence.setText(says);
    evidence.getChildren().clear();
    for (String line : why.subList(0, Math.min(SHOWN, why.size()))) {
      Label label = new Label("\u2022 " + line);
      label.getStyleClass().add("evidence");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      evidence.getChildren().add(label);
    }
    String all = String.join("\n", why);
    Tooltip.install(this, new Tooltip(all));
    setAccessibleText(says + ". " + all);
  }
}
