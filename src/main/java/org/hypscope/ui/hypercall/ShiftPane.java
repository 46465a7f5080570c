package org.hypscope.ui.hypercall;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.abi.Shift;
import org.hypscope.ui.NumberWords;
import org.hypscope.ui.hypercall.ShiftModel.Story;

/** The arguments of the called function: as sent, as they arrive, and where they are looked for. */
final class ShiftPane extends VBox {
  private final TextField prototype = new TextField();
  private final Label from = new Label();
  private final Label complaint = new Label();
  private final GridPane drawing = new GridPane();
  private final VBox sentences = new VBox();

  ShiftPane(Consumer<String> typed) {
    prototype.setId("shift-prototype");
    prototype.setPromptText("prototype: void f(struct kvm *, u64)");
    prototype.setPrefColumnCount(36);
    prototype.setAccessibleText("The C prototype of the function that is called");
    prototype.setOnAction(event -> typed.accept(prototype.getText()));
    from.getStyleClass().add("muted");
    from.setMinWidth(Region.USE_PREF_SIZE);
    complaint.getStyleClass().add("differs");
    complaint.setId("shift-complaint");
    complaint.setWrapText(true);
    Label title = new Label("Arguments through the shift");
    title.getStyleClass().add("side-sentence");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(prototype, Priority.SOMETIMES);
    HBox head = new HBox(title, prototype, from);
    head.getStyleClass().add("side-head");
    drawing.getStyleClass().add("shift");
    drawing.setId("shift");
    getStyleClass().add("shift-pane");
    getChildren().addAll(head, complaint, drawing, sentences);
  }

  void show(Story story) {
    setVisible(story != null);
    setManaged(story != null);
    if (story == null) {
      return;
    }
    if (!prototype.isFocused() || !prototype.getText().equals(story.prototype())) {
      prototype.setText(story.prototype());
    }
    from.setText(story.from());
    complaint.setText(story.complaint());
    show(complaint, !story.complaint().isEmpty());
    drawing.getChildren().clear();
    sentences.getChildren().clear();
    show(drawing, story.shift().isPresent());
    story.shift().ifPresent(this::draw);
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void draw(Shift shift) {
    for (int n = 0; n < 4; n++) {
      drawing.add(words("r" + n, "table-head"), n + 1, 0);
    }
    row(1, "the caller sends", shift, shift.sent(), false);
    row(2, "arrives, one down", shift, shift.arrives(), false);
    row(3, shift.passing().prototype().function() + " looks for", shift, shift.wanted(), true);
    for (String each : shift.sentences()) {
      Label label = words(each, each.startsWith("\u2713") ? "shift-right" : "differs");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      sentences.getChildren().add(label);
    }
  }

  private void row(int row, String title, Shift shift, List<Shift.Slot> slots, boolean judged) {
    Label name = words(title, "table-head");
    name.setMinWidth(Region.USE_PREF_SIZE);
    drawing.add(name, 0, row);
    for (Shift.Slot slot : slots) {
      drawing.add(box(shift, slot, judged), slot.register() + 1, row);
    }
  }

  /** A box for a register; the two of a pair join where they stand side by side. */
  private static VBox box(Shift shift, Shift.Slot slot, boolean judged) {
    boolean nothing = slot.part() == Shift.Part.NOTHING;
    String mark = !judged || nothing ? "" : slot.right() ? "\u2713 " : "\u2715 ";
    Label what = words(mark + shift.words(slot), nothing ? "muted" : "shift-what");
    Label value = words(NumberWords.grouped(slot.value()), "machine");
    VBox box = new VBox(what, value);
    box.getStyleClass().addAll("shift-box", style(slot));
    if (judged && !nothing) {
      box.getStyleClass().add(slot.right() ? "right" : "wrong");
    }
    box.setAccessibleText("r" + slot.register() + ": " + what.getText());
    return box;
  }

  private static String style(Shift.Slot slot) {
    return switch (slot.part()) {
      case LOW -> "low";
      case HIGH -> "high";
      case FUNCTION -> "function";
      case WHOLE -> "whole";
      case NOTHING -> "nothing";
    };
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
