package org.hypscope.ui.hypercall;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.ui.cell.WrappedLabel;
import org.hypscope.ui.hypercall.HypercallModel.Mark;
import org.hypscope.ui.hypercall.HypercallModel.Story;

/** The verdict: shape, word and sentence before the call, and what did happen after it. */
final class VerdictBar extends HBox {
  private final Label outcome = chip("outcome", "hypercall-outcome");
  private final Label unpredictable = chip("unpredictable", "hypercall-unpredictable");
  private final Label held = chip("held", "hypercall-held");
  private final Label phase = new Label();
  private final Label sentence = line("verdict-sentence", "hypercall-verdict");
  private final Label after = line("after-sentence", "hypercall-after");
  private final Label where = line("where", "hypercall-where");

  VerdictBar() {
    getStyleClass().add("verdict-bar");
    setId("hypercall-verdict-bar");
    phase.getStyleClass().add("phase");
    unpredictable.setText("UNPREDICTABLE");
    VBox words = new VBox(sentence, after, where);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox first = new HBox(outcome, phase);
    first.getStyleClass().add("verdict-chips");
    VBox chips = new VBox(first, unpredictable, held);
    chips.getStyleClass().add("verdict-chips");
    chips.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(chips, words);
  }

  void show(Story story) {
    for (Mark mark : Mark.values()) {
      pseudoClassStateChanged(pseudo(mark), mark == story.mark());
    }
    outcome.setText(story.mark().shape() + " " + story.outcome().word());
    visible(unpredictable, story.view().prediction().unpredictable());
    phase.setText(story.phase());
    sentence.setText(story.view().verdict());
    after.setText(story.verdict().map(v -> v.sentence()).orElse(""));
    visible(after, story.verdict().isPresent());
    held.setText(
        story.verdict().map(v -> v.held() ? "\u2713 " : "\u2715 ").orElse("") + story.held());
    visible(held, story.verdict().isPresent());
    where.setText(story.where());
    visible(where, !story.where().isEmpty());
    setAccessibleText(
        story.phase()
            + ": "
            + story.outcome().word()
            + ". "
            + sentence.getText()
            + ". "
            + after.getText()
            + " "
            + story.held());
  }

  private static PseudoClass pseudo(Mark mark) {
    return PseudoClass.getPseudoClass(mark.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static void visible(Label label, boolean visible) {
    label.setVisible(visible);
    label.setManaged(visible);
  }

  private static Label chip(String style, String id) {
    Label label = new Label();
    label.getStyleClass().addAll("verdict-chip", style);
    label.setId(id);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label line(String style, String id) {
    Label label = new WrappedLabel();
    label.getStyleClass().add(style);
    label.setId(id);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
