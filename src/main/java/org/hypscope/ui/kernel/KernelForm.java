package org.hypscope.ui.kernel;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.Target;
import org.hypscope.ui.kernel.KernelEntries.Entry;

/** A sheet that asks for a kernel and what it boots with. */
public final class KernelForm {
  private static final List<String> CORES = List.of("1", "2", "3", "4");
  private static final double WIDTH = 640;

  private final Map<Entry, Supplier<String>> texts = new EnumMap<>(Entry.class);
  private final Function<String, Optional<Path>> choose;
  private final GridPane grid = new GridPane();
  private final Label problem = new Label();
  private final Button open = new Button("Open");
  private final VBox box;
  private Node first;

  /**
   * A form with {@code last} filled in.
   *
   * @param choose asks the person for a file
   * @param cancel takes the form away
   * @param wanted told when the entries are to be opened; answers by {@link #complain} if that
   *     cannot be
   */
  public KernelForm(
      KernelEntries last,
      Function<String, Optional<Path>> choose,
      Runnable cancel,
      Consumer<KernelForm> wanted) {
    this.choose = choose;
    Label title = new Label("Open kernel");
    title.getStyleClass().add("large");
    grid.setHgap(16);
    grid.setVgap(8);
    for (Entry each : Entry.values()) {
      add(each, last.text(each));
    }
    problem.setId("kernel-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    open.setId("kernel-open");
    open.setDefaultButton(true);
    open.setOnAction(
        event -> {
          open.setDisable(true);
          problem.setText("Opening...");
          wanted.accept(this);
        });
    Button leave = new Button("Cancel");
    leave.setOnAction(event -> cancel.run());
    HBox buttons = new HBox(8, open, leave);
    box = new VBox(16, title, grid, problem, buttons);
    box.setId("kernel-form");
    box.getStyleClass().add("cheat-sheet");
    box.setPrefWidth(WIDTH);
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
  }

  /** The form. */
  public Region node() {
    return box;
  }

  /** Puts the keyboard into the first entry. */
  public void focus() {
    first.requestFocus();
  }

  /** What stands in the form. */
  public KernelEntries entries() {
    Map<Entry, String> now = new EnumMap<>(Entry.class);
    texts.forEach((entry, text) -> now.put(entry, text.get()));
    return new KernelEntries(now);
  }

  /** Says why the entries cannot be used, and lets them be changed. */
  public void complain(String sentence) {
    open.setDisable(false);
    problem.setText(sentence);
  }

  private void add(Entry entry, String text) {
    Region control =
        switch (entry) {
          case BOARD -> choice(entry, Target.boards(), text);
          case CPUS -> choice(entry, CORES, text);
          default -> field(entry, text);
        };
    control.setId("kernel-" + entry.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    control.setAccessibleText(entry.title());
    Label title = new Label(entry.title());
    title.setLabelFor(control);
    title.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), title, control);
    if (entry.isFile()) {
      grid.add(browse(entry, (TextField) control), 2, grid.getRowCount() - 1);
    }
    first = first == null ? control : first;
  }

  private Region field(Entry entry, String text) {
    TextField field = new TextField(text);
    field.setPromptText(entry.prompt());
    texts.put(entry, field::getText);
    return field;
  }

  private Region choice(Entry entry, List<String> all, String text) {
    ChoiceBox<String> choice = new ChoiceBox<>();
    choice.getItems().setAll(all);
    choice.setValue(all.contains(text) ? text : all.get(0));
    texts.put(entry, choice::getValue);
    return choice;
  }

  private Button browse(Entry entry, TextField field) {
    Button browse = new Button("Browse...");
    browse.setAccessibleText("Browse for: " + entry.title());
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(
        event -> choose.apply(entry.title()).ifPresent(file -> field.setText(file.toString())));
    return browse;
  }
}
