package org.hypscope.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.Page;
import org.hypscope.debug.store.SessionFiles;
import org.hypscope.ui.qr.QrCode;

/** Asks for paths: an image to open, a place for a picture. */
final class FileDialogs {
  private static final int PIXELS_OF_CODE = 1200;

  /** What a page of tables can be written as. */
  private static final List<ExportFormat> PAGES = List.of(ExportFormat.MARKDOWN, ExportFormat.HTML);

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

  /** Asks where to, and writes {@code text} there as a QR code. */
  void exportCode(String text) {
    save("the QR code", "coordinate", ExportFormat.PICTURES)
        .ifPresent(file -> write(file, () -> writeCode(text, file), "The QR code"));
  }

  private static void writeCode(String text, Path file) throws IOException {
    if (ExportFormat.of(file, ExportFormat.PICTURES) == ExportFormat.SVG) {
      Files.writeString(file, QrCode.drawing(text, PIXELS_OF_CODE));
    } else {
      PngFile.write(QrCode.picture(text, PIXELS_OF_CODE), file);
    }
  }

  /** Asks, over {@code over}, where to, and writes {@code page} there. */
  void exportPage(Page page, String name, Window over) {
    save("the notes", name, PAGES, over)
        .ifPresent(file -> write(file, () -> writePage(page, file), "The page"));
  }

  private static void writePage(Page page, Path file) throws IOException {
    boolean html = ExportFormat.of(file, PAGES) == ExportFormat.HTML;
    Files.writeString(file, (html ? Markup.html : Markup.markdown).write(page));
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

  /** Asks where to, and writes {@code view} there in one of the forms that it has. */
  void exportView(View view) {
    save(view.title(), view.title().toLowerCase(Locale.ROOT), formats(view))
        .ifPresent(file -> export(view, file));
  }

  /** Asks where to, and writes a picture of the whole window there. */
  void exportWindow() {
    save("the whole window", "hypscope", ExportFormat.PICTURES)
        .ifPresent(
            file ->
                write(file, () -> window.pictures().write(Optional.empty(), file), "The window"));
  }

  /** Asks for a place; the form that is chosen counts where no name is typed that says another. */
  private Optional<Path> save(String what, String name, List<ExportFormat> formats) {
    return save(what, name, formats, owner());
  }

  private static Optional<Path> save(
      String what, String name, List<ExportFormat> formats, Window over) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export " + what);
    String proposed = name + formats.get(0).extension();
    chooser.setInitialFileName(proposed);
    for (ExportFormat format : formats) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(format.words(), "*" + format.extension()));
    }
    Optional<Path> file = Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
    int chosen = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
    ExportFormat format = formats.get(Math.max(0, chosen));
    return file.map(path -> path.endsWith(proposed) ? path.resolveSibling(name) : path)
        .map(format::complete);
  }

  /** Writes {@code view} to {@code file}, in the form that its name asks for. */
  void export(View view, Path file) {
    write(file, () -> writeView(view, file), view.title());
  }

  private static List<ExportFormat> formats(View view) {
    return view.asPage().isPresent()
        ? List.of(ExportFormat.values())
        : List.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.MARKDOWN);
  }

  private void writeView(View view, Path file) throws IOException {
    switch (ExportFormat.of(file, formats(view))) {
      case HTML -> Files.writeString(file, Markup.html.write(view.asPage().orElseThrow()));
      case MARKDOWN -> Files.writeString(file, view.asText());
      case PNG, SVG -> window.pictures().write(Optional.of(view), file);
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
    } catch (IllegalArgumentException e) {
      window.complain(e.getMessage());
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
