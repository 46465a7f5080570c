package org.hypscope.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.Page;
import org.hypscope.debug.store.SessionFiles;

/** Asks for paths: an image to open, a place for a picture. */
final class FileDialogs {
  private final Workbench window;

  FileDialogs(Workbench window) {
    this.window = window;
  }

  /** Asks for an image and opens it; nothing happens if the dialog is left. */
  void openImage() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open an ELF file or a zImage for 32-bit ARM");
    File file = chooser.showOpenDialog(owner());
    if (file != null) {
      window.openFile(file.toPath());
    }
  }

  /** Asks for a session file and opens it; nothing happens if the dialog is left. */
  void openSession() {
    FileChooser chooser = sessions("Open a session");
    File file = chooser.showOpenDialog(owner());
    if (file != null) {
      window.sessions().open(file.toPath());
    }
  }

  /** Asks where to, and saves the session there. */
  void saveSession() {
    FileChooser chooser = sessions("Save the session");
    chooser.setInitialFileName("session" + SessionFiles.EXTENSION);
    File file = chooser.showSaveDialog(owner());
    if (file != null) {
      window.sessions().save(file.toPath());
    }
  }

  private static FileChooser sessions(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Sessions", "*" + SessionFiles.EXTENSION),
            new FileChooser.ExtensionFilter("All files", "*"));
    return chooser;
  }

  /** Asks where to, and writes {@code image} there as a PNG picture called {@code name}. */
  void exportPicture(WritableImage image, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export the picture");
    chooser.setInitialFileName(name + ".png");
    File file = chooser.showSaveDialog(owner());
    if (file != null) {
      write(file.toPath(), () -> PngFile.write(image, file.toPath()), "The picture");
    }
  }

  /**
   * Asks, over {@code over}, where to, and writes {@code page} there: as HTML where the name ends
   * in {@code .html}, as Markdown otherwise.
   */
  void exportPage(Page page, String name, Window over) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export the notes");
    chooser.setInitialFileName(name + ".md");
    File file = chooser.showSaveDialog(over);
    if (file != null) {
      Markup markup = file.getName().endsWith(".html") ? Markup.html : Markup.markdown;
      String text = markup.write(page);
      write(file.toPath(), () -> Files.writeString(file.toPath(), text), "The page");
    }
  }

  /** Asks for {@code what}; empty if the dialog is left. */
  Optional<Path> choose(String what) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Choose: " + what);
    return Optional.ofNullable(chooser.showOpenDialog(owner())).map(File::toPath);
  }

  /** Asks for the folder of {@code what}; empty if the dialog is left. */
  Optional<Path> chooseFolder(String what) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose the folder of " + what);
    return Optional.ofNullable(chooser.showDialog(owner())).map(File::toPath);
  }

  /**
   * Asks where to, and writes {@code view} there: as a PNG picture, as text where the name ends in
   * {@code .md}, or as a page of tables where it ends in {@code .html} and the view has one.
   */
  void exportPicture(View view) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export " + view.title());
    chooser.setInitialFileName(view.title().toLowerCase(java.util.Locale.ROOT) + ".png");
    File file = chooser.showSaveDialog(owner());
    if (file != null) {
      export(view, file.toPath());
    }
  }

  /** Writes {@code view} to {@code file}, in the form that its name asks for. */
  void export(View view, Path file) {
    write(file, () -> writeView(view, file), view.title());
  }

  private void writeView(View view, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<Page> page = name.endsWith(".html") ? view.asPage() : Optional.empty();
    if (page.isPresent()) {
      Files.writeString(file, Markup.html.write(page.get()));
    } else if (name.endsWith(".md")) {
      Files.writeString(file, view.asText());
    } else {
      PngFile.write(window.picture(view), file);
    }
  }

  /** What writes a file. */
  private interface Writing {
    void carryOut() throws IOException;
  }

  private void write(Path file, Writing writing, String what) {
    try {
      writing.carryOut();
      window.note(what + " is in " + file + ".");
    } catch (IOException e) {
      window.complain(
          what
              + " cannot be written to "
              + file
              + ": "
              + e.getMessage()
              + ". Choose another place.");
    }
  }

  private Window owner() {
    return window.root().getScene().getWindow();
  }
}
