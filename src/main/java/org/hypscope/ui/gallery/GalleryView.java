package org.hypscope.ui.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.abi.tour.Tour;
import org.hypscope.ui.cell.CellRing;

/** The first thing to see: one card a scenario, beside a way to open an image of one's own. */
public final class GalleryView {
  private final GalleryModel model;
  private final Consumer<Scenario> choose;
  private final Consumer<Path> open;
  private final List<Tour> tours;
  private final Consumer<Tour> tour;
  private final CellRing ring = new CellRing();
  private final List<ScenarioCard> cards = new ArrayList<>();
  private final VBox recent = new VBox();
  private final ScrollPane cardScroll;
  private final HBox page;

  /**
   * A gallery of {@code model}.
   *
   * @param choose given the scenario whose card was chosen
   * @param tours the guided tours, each offered by the card of its sample
   * @param tour given the one that was chosen
   * @param openDialog asks for an image
   * @param open given a recent file that was chosen
   */
  public GalleryView(
      GalleryModel model,
      Consumer<Scenario> choose,
      List<Tour> tours,
      Consumer<Tour> tour,
      Runnable openDialog,
      Consumer<Path> open) {
    this.tours = tours;
    this.tour = tour;
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

  private void section(VBox all, String title, Predicate<Scenario> belongs) {
    Label heading = new Label(title);
    heading.getStyleClass().addAll("large", "bold");
    FlowPane tiles = new FlowPane();
    tiles.getStyleClass().add("cards");
    for (Scenario scenario : model.scenarios()) {
      if (belongs.test(scenario)) {
        ScenarioCard card = new ScenarioCard(scenario, choose);
        tours.stream()
            .filter(each -> each.scene().imageName().equals(scenario.name() + ".elf"))
            .forEach(each -> card.offer(each, tour));
        ring.add(card);
        cards.add(card);
        tiles.getChildren().add(card);
      }
    }
    all.getChildren().addAll(heading, tiles);
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
