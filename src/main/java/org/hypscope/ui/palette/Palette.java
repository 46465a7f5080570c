package org.hypscope.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field and a list: type a part of a name, Up and Down, Enter goes there. */
public final class Palette {
  private final PaletteModel model;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Hit> list = new ListView<>();
  private final VBox box = new VBox(field, list);

  /**
   * A palette over {@code model}.
   *
   * @param prompt what the empty field says
   * @param close takes the palette off the window; called before the chosen hit acts
   */
  public Palette(PaletteModel model, String prompt, Runnable close) {
    this.model = model;
    this.close = close;
    box.getStyleClass().add("palette");
    box.setMaxSize(640, Region.USE_PREF_SIZE);
    field.setId("palette-field");
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new HitCell());
    list.setOnMouseClicked(event -> choose());
    list.setPlaceholder(new Label("Nothing has that name. Addresses are written 0x40010000."));
    field.textProperty().addListener((o, was, is) -> refill());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    refill();
  }

  /** The palette. */
  public Region node() {
    return box;
  }

  /** Puts the keyboard into the field. */
  public void focus() {
    field.requestFocus();
  }

  /** As if {@code typed} had been typed. */
  public void begin(String typed) {
    field.setText(typed);
    field.end();
  }

  private void refill() {
    list.getItems().setAll(model.search(field.getText()));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int to = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
    list.getSelectionModel().select(to);
    list.scrollTo(to);
  }

  private void choose() {
    if (list.getItems().isEmpty()) {
      refill(); // What was not there when it was typed may have been opened since.
    }
    Hit hit = list.getSelectionModel().getSelectedItem();
    if (hit != null) {
      close.run();
      hit.go().run();
    }
  }

  private static final class HitCell extends ListCell<Hit> {
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox row = new HBox(8, kind, title, detail);

    HitCell() {
      kind.getStyleClass().add("kind");
      kind.setMinWidth(64);
      detail.getStyleClass().add("detail");
      detail.setMinWidth(Region.USE_PREF_SIZE);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      setGraphic(empty ? null : row);
      if (!empty) {
        kind.setText(hit.kind());
        title.setText(hit.title());
        detail.setText(hit.detail());
        setAccessibleText(hit.kind() + " " + hit.title() + " " + hit.detail());
      }
    }
  }
}
