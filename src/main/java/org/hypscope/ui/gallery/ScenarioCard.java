package org.hypscope.ui.gallery;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.hypscope.abi.tour.Tour;

/**
 * One scenario to choose: picture, a sentence, what goes wrong. Enter, Space or a click opens it.
 */
final class ScenarioCard extends VBox {
  ScenarioCard(Scenario scenario, Consumer<Scenario> choose) {
    Label title = label(scenario.title(), "title");
    Label story = label(firstSentence(scenario.story()), "story");
    Label ending =
        label(ending(scenario), scenario.goesWrong().isEmpty() ? "goes-right" : "goes-wrong");
    getChildren().addAll(ScenarioPicture.of(scenario.calls()), title, story, ending);
    getStyleClass().add("card");
    setId("card-" + scenario.name());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(scenario.title() + ". " + scenario.story() + " " + ending(scenario));
    setOnMouseClicked(event -> choose.accept(scenario));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            choose.accept(scenario);
          }
        });
  }

  /** Offers {@code tour} by a button, which hands it to {@code choose}; N does so for the first. */
  void offer(Tour tour, Consumer<Tour> choose) {
    Button button = new Button("Tour   N");
    button.setId("tour-" + tour.name());
    button.getStyleClass().add("tool-button");
    button.setTooltip(new Tooltip(tour.title()));
    button.setAccessibleText("Guided tour: " + tour.title());
    button.setFocusTraversable(false);
    button.setOnAction(event -> choose.accept(tour));
    button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    getChildren().add(button);
    getStyleClass().add("with-tour");
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          // Of several tours the first one takes the key.
          if (event.getCode() == KeyCode.N && !event.isControlDown() && !event.isConsumed()) {
            event.consume();
            choose.accept(tour);
          }
        });
    setAccessibleText(getAccessibleText() + " N starts its guided tour.");
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static String ending(Scenario scenario) {
    return scenario.goesWrong().isEmpty()
        ? "\u2714 Every call does what its caller was promised."
        : "\u2716 " + scenario.goesWrong();
  }

  private static String firstSentence(String story) {
    int end = story.indexOf(". ");
    return end < 0 ? story : story.substring(0, end + 1);
  }
}
