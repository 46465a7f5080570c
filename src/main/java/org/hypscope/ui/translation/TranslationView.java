package org.hypscope.ui.translation;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.WalkView;
import org.hypscope.debug.WalkView.Access;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.translation.TranslationModel.Offer;

/** A walk through the translation tables, level by level, in the regime that is asked for. */
public final class TranslationView implements View {
  private final WorkbenchState state;
  private final TranslationModel model;
  private final TextField address = new TextField();
  private final ComboBox<Regime> regime = new ComboBox<>();
  private final ComboBox<String> access = new ComboBox<>();
  private final CheckBox user = new CheckBox("as PL0");
  private final Label sentence = new Label();
  private final WalkPane walk = new WalkPane();
  private final Label empty = new Label();
  private final VBox contents = new VBox();
  private final StackPane node = new StackPane(contents, empty);
  private final WhenSeen seen;

  /** A choice of regime; a null space follows the code that runs. */
  private record Regime(AddressSpace space) {
    @Override
    public String toString() {
      return space == null
          ? "current regime"
          : space == AddressSpace.IPA ? "stage 2" : space.label();
    }
  }

  /** A view of {@code model} that follows {@code state}. */
  public TranslationView(WorkbenchState state, TranslationModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    contents.visibleProperty().bind(empty.visibleProperty().not());
    ScrollPane scroll = new ScrollPane(walk);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    sentence.getStyleClass().add("walk-sentence");
    sentence.setId("translation-sentence");
    contents.getChildren().addAll(bar(), sentence, scroll);
    contents.setMinSize(0, 0);
    seen = new WhenSeen(node, this::fill);
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    refresh();
  }

  @Override
  public String title() {
    return "Translation";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asText();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see how its addresses are translated.";
  }

  private HBox bar() {
    address.setId("translation-address");
    address.setAccessibleText("Address to translate");
    address.setPromptText("address or symbol (PC)");
    address.setPrefColumnCount(18);
    address.setOnAction(e -> ask());
    regime.setId("translation-regime");
    regime.setAccessibleText("Translation regime");
    regime.setItems(
        FXCollections.observableArrayList(
            new Regime(null),
            new Regime(AddressSpace.PL1),
            new Regime(AddressSpace.PL1_SECURE),
            new Regime(AddressSpace.HYP),
            new Regime(AddressSpace.IPA)));
    regime.getSelectionModel().selectFirst();
    regime.setOnAction(e -> ask());
    access.setId("translation-access");
    access.setAccessibleText("Kind of access");
    for (Access each : Access.values()) {
      access.getItems().add(each.word());
    }
    access.getSelectionModel().select(Access.FETCH.ordinal());
    access.setOnAction(e -> ask());
    user.setOnAction(e -> ask());
    HBox bar = new HBox(address, regime, access, user);
    for (Offer offer : Offer.values()) {
      bar.getChildren().add(button(offer));
    }
    bar.getStyleClass().add("walk-bar");
    return bar;
  }

  private Button button(Offer offer) {
    Button button = new Button(offer.name());
    button.setId("translation-" + offer.name());
    button.getStyleClass().add("tool-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("Translate " + offer.name());
    button.setOnAction(e -> ask(model.typed(offer), model.space(offer), offer.access()));
    return button;
  }

  /** Walks {@code typed}, in the current regime. */
  public void ask(String typed) {
    seen.fillNow();
    ask(typed, null, Access.READ);
  }

  private void ask(String typed, AddressSpace space, Access wanted) {
    address.setText(typed);
    access.getSelectionModel().select(wanted.ordinal());
    regime.getItems().stream()
        .filter(each -> each.space() == space)
        .findFirst()
        .ifPresent(regime.getSelectionModel()::select);
    ask();
  }

  private void ask() {
    Access wanted = Access.values()[access.getSelectionModel().getSelectedIndex()];
    model.ask(
        new TranslationModel.Question(
            address.getText(), regime.getValue().space(), wanted, !user.isSelected()));
    refresh();
  }

  private void fill() {
    model.show(state.snapshot().get());
    refresh();
  }

  private void refresh() {
    Snapshot snapshot = state.snapshot().get();
    empty.setVisible(snapshot == null);
    empty.setText(emptySentence());
    WalkView shown = model.walk().get();
    sentence.setText(model.sentence().get());
    walk.show(shown);
  }
}
