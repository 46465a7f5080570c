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

  /** A bar that is not there until a stop is shown; its button calls {@code leave}. */
  public TourBar(Runnable leave) {
    bar.getStyleClass().add("tour-bar");
    place.getStyleClass().add("bold");
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
    hide();
  }

  /** The bar. */
  public Region node() {
    return bar;
  }

  /** Shows stop {@code index} of {@code tour}. */
  public void show(Tour tour, int index) {
    place.setText(
        String.format("%d of %d   N \u203a  Shift+N \u2039", index + 1, tour.stops().size()));
    note.setText(tour.stops().get(index).note());
    note.setAccessibleText(tour.title() + ", stop " + (index + 1) + ": " + note.getText());
    bar.setVisible(true);
    bar.setManaged(true);
  }

  /** Takes the bar away. */
  public void hide() {
    bar.setVisible(false);
    bar.setManaged(false);
  }
}
