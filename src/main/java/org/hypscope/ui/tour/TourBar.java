package org.hypscope.ui.tour;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a speaker says at the stop of a tour that the window shows, and how far the tour is. */
public final class TourBar {
  private final Label place = new Label();
  private final Label note = new Label();
  private final HBox bar = new HBox(place, note);
  private final TourModel model;

  /** A bar that is there while a tour is under way; its button calls {@code leave}. */
  public TourBar(TourModel model, Runnable leave) {
    this.model = model;
    bar.getStyleClass().add("tour-bar");
    place.getStyleClass().add("tour-place");
    place.setId("tour-place");
    place.setWrapText(true);
    place.setMinWidth(Region.USE_PREF_SIZE);
    note.setId("tour-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    Button end = new Button("End the tour");
    end.setId("tour-end");
    end.getStyleClass().add("tool-button");
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setFocusTraversable(false);
    end.setOnAction(event -> leave.run());
    bar.getChildren().add(end);
    model.place().addListener((o, was, is) -> show());
    model.away().addListener((o, was, is) -> show());
    show();
  }

  /** The bar. */
  public Region node() {
    return bar;
  }

  private void show() {
    TourModel.Place at = model.place().get();
    bar.setVisible(at != null);
    bar.setManaged(at != null);
    if (at != null) {
      String keys =
          model.away().get() ? "Shift+N \u2190 to this stop" : "N \u203a   Shift+N \u2039";
      place.setText("Stop " + at.words() + "\n" + keys);
      note.setText(at.stop().note());
      note.setAccessibleText(at.tour().title() + ", stop " + at.words() + ": " + at.stop().note());
    }
  }
}
