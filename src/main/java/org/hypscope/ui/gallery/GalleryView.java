package org.hypscope.ui.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** The first thing to see: one card a scenario, beside a way to open an image of one's own. */
public final class GalleryView {
  private final GalleryModel model;
  private final Consumer<Scenario> choose;
  private final Consumer<Path> open;
  private final List<Button> cards = new ArrayList<>();
  private final VBox recent = new VBox();
  private final ScrollPane cardScroll;
  private final HBox page;

  /**
   * A gallery of {@code model}.
   *
   * @param choose given the scenario whose card was chosen
   * @param openDialog asks for an image
   * @param open given a recent file that was chosen
   */
  public GalleryView(
      GalleryModel model, Consumer<Scenario> choose, Runnable openDialog, Consumer<Path> open) {
    this.model = model;
    this.choose = choose;
    this.open = open;
    cardScroll = new ScrollPane(cards());
    cardScroll.setFitToWidth(true);
    cardScroll.setFocusTraversable(false);
    HBox.setHgrow(cardScroll, Priority.ALWAYS);
    page = new HBox(side(openDialog), cardScroll);
    page.getStyleClass().add("gallery");
    model.recent().addListener((ListChangeListener<Path>) change -> fillRecent());
    fillRecent();
  }

  /** The gallery. */
  public Region node() {
    return page;
  }

  /** Puts the keyboard on the first card, so that Enter opens it. */
  public void focus() {
    if (!cards.isEmpty()) {
      cards.get(0).requestFocus();
    }
  }

  private Node side(Runnable openDialog) {
    Label headline = new Label("HypScope");
    headline.getStyleClass().add("headline");
    Label what =
        new Label(
            "What will this HVC do, and who answers it? Choose a scenario: it opens standing at its"
                + " first interesting hypercall, with the verdict before the call.");
    what.setWrapText(true);
    what.getStyleClass().add("muted");
    Button openImage = new Button("Open image...");
    openImage.getStyleClass().add("primary");
    openImage.setId("open-image");
    openImage.setMaxWidth(Double.MAX_VALUE);
    openImage.setOnAction(event -> openDialog.run());
    Label hint =
        new Label("An ELF file for 32-bit ARM: a vmlinux, or a stub with symbols (Ctrl+O).");
    hint.setWrapText(true);
    hint.getStyleClass().add("muted");
    Label title = new Label("Recent files");
    title.getStyleClass().add("bold");
    Label keys = new Label("Press ? for all keys, Ctrl+P to find anything.");
    keys.setWrapText(true);
    keys.getStyleClass().add("muted");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox side = new VBox(headline, what, openImage, hint, title, recent, space, keys);
    side.getStyleClass().add("gallery-side");
    return side;
  }

  private Node cards() {
    VBox all = new VBox();
    all.getStyleClass().add("gallery-page");
    section(all, "What goes wrong", s -> !s.goesWrong().isEmpty());
    section(all, "Used rightly", s -> s.goesWrong().isEmpty());
    return all;
  }

  private void section(VBox all, String title, java.util.function.Predicate<Scenario> belongs) {
    Label heading = new Label(title);
    heading.getStyleClass().addAll("large", "bold");
    TilePane tiles = new TilePane();
    tiles.getStyleClass().add("cards");
    tiles.setTileAlignment(javafx.geometry.Pos.TOP_LEFT);
    model.scenarios().stream().filter(belongs).forEach(s -> tiles.getChildren().add(card(s)));
    all.getChildren().addAll(heading, tiles);
  }

  private Button card(Scenario scenario) {
    Label title = new Label(scenario.title());
    title.getStyleClass().add("title");
    title.setWrapText(true);
    Label story = new Label(firstSentence(scenario.story()));
    story.setWrapText(true);
    Label ending = new Label(ending(scenario));
    ending.setWrapText(true);
    ending.getStyleClass().add(scenario.goesWrong().isEmpty() ? "goes-right" : "goes-wrong");
    VBox contents = new VBox(ScenarioPicture.of(scenario.calls()), title, story, ending);
    contents.getStyleClass().add("card-contents");
    Button card = new Button(scenario.title(), contents);
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.getStyleClass().setAll("card");
    card.setId("card-" + scenario.name());
    card.setAccessibleText(scenario.title() + ". " + scenario.story() + " " + ending(scenario));
    card.setTooltip(new Tooltip(scenario.name()));
    card.setOnAction(event -> choose.accept(scenario));
    cards.add(card);
    return card;
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

  private void fillRecent() {
    recent.getChildren().clear();
    if (model.recent().isEmpty()) {
      Label none = new Label("None yet: what you open will be listed here.");
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      recent.getChildren().add(none);
    }
    for (Path file : model.recent()) {
      Button button = new Button(file.getFileName().toString());
      button.getStyleClass().add("recent");
      button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setTooltip(new Tooltip(file.toString()));
      button.setOnAction(event -> open.accept(file));
      recent.getChildren().add(button);
    }
  }
}
