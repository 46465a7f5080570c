package org.hypscope.ui.tour;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.abi.tour.Tour;

/** What the speaker alone sees: the notes of this stop and the next, the clock, the coordinate. */
public final class SpeakerView {
  private final TourModel model;
  private final Label title = new Label();
  private final Label place = new Label();
  private final Label clock = new Label();
  private final Label coordinate = new Label();
  private final Label said = new Label();
  private final VBox notes = new VBox();
  private final Label next = new Label();
  private final BorderPane root = new BorderPane();

  /** What the buttons do. */
  public interface Actions {
    /** One stop back. */
    void back();

    /** One stop on. */
    void on();

    /** Writes the notes to a file. */
    void export();
  }

  /** Shows {@code model}, and beside it the coordinate of the instant that the window shows. */
  public SpeakerView(TourModel model, ObservableValue<String> where, Actions actions) {
    this.model = model;
    root.getStyleClass().add("speaker");
    root.setId("speaker");
    coordinate.textProperty().bind(where);
    coordinate.getStyleClass().add("machine");
    coordinate.setId("speaker-coordinate");
    clock.getStyleClass().add("speaker-clock");
    clock.setId("speaker-clock");
    place.getStyleClass().add("speaker-clock");
    place.setId("speaker-place");
    said.getStyleClass().add("speaker-said");
    said.setId("speaker-said");
    title.getStyleClass().add("bold");
    next.getStyleClass().add("muted");
    next.setId("speaker-next");
    for (Label each : new Label[] {title, said, next}) {
      each.setWrapText(true);
    }
    next.setMinHeight(Region.USE_PREF_SIZE);
    root.setTop(head());
    root.setCenter(middle());
    root.setBottom(new VBox(8, next, buttons(actions)));
    model.place().addListener((o, was, is) -> show());
    show();
  }

  /** The view. */
  public Region node() {
    return root;
  }

  /** Shows the clock as it reads {@code now} nanoseconds. */
  public void tick(long now) {
    clock.setText(model.place().get() == null ? "" : model.elapsed(now));
  }

  private Node head() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(place, space, clock);
    return new VBox(4, title, line, coordinate);
  }

  private Node middle() {
    notes.setSpacing(8);
    VBox all = new VBox(12, said, notes);
    all.getStyleClass().add("speaker-notes");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("Notes of this stop");
    return scroll;
  }

  private static Node buttons(Actions actions) {
    return new HBox(
        8,
        button("\u2039 Back   Shift+N", "One stop back", actions::back),
        button("On \u203a   N", "One stop on", actions::on),
        button("Export...", "Write the notes as Markdown or HTML", actions::export));
  }

  private static Button button(String text, String words, Runnable action) {
    Button button = new Button(text);
    button.setAccessibleText(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void show() {
    TourModel.Place at = model.place().get();
    notes.getChildren().clear();
    if (at == null) {
      title.setText("No tour is under way");
      place.setText("");
      said.setText("N begins the tour of the sample that is open; Ctrl+N lists all tours.");
      next.setText("");
      return;
    }
    title.setText(at.tour().title());
    place.setText("Stop " + at.words());
    said.setText(at.stop().note());
    at.stop().speaker().lines().forEach(this::add);
    next.setText(at.next().map(SpeakerView::announce).orElse("This is the last stop."));
  }

  private void add(String paragraph) {
    Label label = new Label(paragraph);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    notes.getChildren().add(label);
  }

  private static String announce(Tour.Stop stop) {
    return "Next, at " + stop.at() + ": " + stop.note();
  }
}
