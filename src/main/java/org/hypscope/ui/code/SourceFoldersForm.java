package org.hypscope.ui.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.SourceFolders.Mapping;

/** A sheet that asks where sources are that were compiled somewhere else. */
public final class SourceFoldersForm {
  private static final double WIDTH = 640;

  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final Label problem = new Label();
  private final VBox known = new VBox(4);
  private final VBox box;
  private final List<Mapping> mappings;

  /**
   * A form that shows {@code now}.
   *
   * @param wanted the path of a source that is not found, or the empty string
   * @param choose asks the person for a folder
   * @param use told of every change
   * @param close takes the form away
   */
  public SourceFoldersForm(
      SourceFolders now,
      String wanted,
      Supplier<Optional<Path>> choose,
      Consumer<SourceFolders> use,
      Runnable close) {
    mappings = new ArrayList<>(now.mappings());
    Label title = new Label("Folders of sources");
    title.getStyleClass().add("large");
    Label story =
        new Label(
            wanted.isEmpty()
                ? "A compiler writes the paths of the machine that it ran on."
                : "Not found: " + wanted);
    story.setWrapText(true);
    story.setMinHeight(Region.USE_PREF_SIZE);
    from.setId("sources-from");
    from.setText(folder(wanted));
    from.setPromptText("/build/linux; . for paths that begin nowhere");
    to.setId("sources-to");
    to.setPromptText("the folder here");
    Button browse = new Button("Browse...");
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(event -> choose.get().ifPresent(path -> to.setText(path.toString())));
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(8);
    grid.addRow(0, named("Compiled in", from), from);
    grid.addRow(1, named("Now in", to), to, browse);
    GridPane.setHgrow(from, Priority.ALWAYS);
    GridPane.setHgrow(to, Priority.ALWAYS);
    problem.setId("sources-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    Button add = new Button("Add");
    add.setId("sources-add");
    add.setDefaultButton(true);
    add.setOnAction(event -> add(use));
    Button leave = new Button("Close");
    leave.setOnAction(event -> close.run());
    box = new VBox(16, title, story, grid, problem, known, new HBox(8, add, leave));
    box.setId("sources-form");
    box.getStyleClass().add("cheat-sheet");
    box.setPrefWidth(WIDTH);
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    list(use);
  }

  /** The form. */
  public Region node() {
    return box;
  }

  /** Puts the keyboard into the first entry. */
  public void focus() {
    (from.getText().isEmpty() ? from : to).requestFocus();
  }

  private static Label named(String title, TextField field) {
    Label label = new Label(title);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(title);
    return label;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return path.isEmpty() ? "" : path.startsWith("/") && slash > 0 ? path.substring(0, slash) : ".";
  }

  private void add(Consumer<SourceFolders> use) {
    Optional<Mapping> mapping = Mapping.parse(from.getText().trim() + "=" + to.getText().trim());
    problem.setText(mapping.isPresent() ? "" : "Give both folders.");
    mapping.ifPresent(
        each -> {
          mappings.removeIf(old -> old.from().equals(each.from()));
          mappings.add(0, each);
          to.clear();
          use.accept(new SourceFolders(mappings));
          list(use);
        });
  }

  private void list(Consumer<SourceFolders> use) {
    known.getChildren().clear();
    for (Mapping each : mappings) {
      Label text = new Label(each.from() + "  is now in  " + each.to());
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      Button remove = new Button("Remove");
      remove.setMinWidth(Region.USE_PREF_SIZE);
      remove.setAccessibleText("Remove " + each);
      remove.setOnAction(
          event -> {
            mappings.remove(each);
            use.accept(new SourceFolders(mappings));
            list(use);
          });
      known.getChildren().add(new HBox(16, text, remove));
    }
  }
}
