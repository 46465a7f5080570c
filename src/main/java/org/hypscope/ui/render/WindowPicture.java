package org.hypscope.ui.render;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import org.hypscope.abi.tour.TourPlace;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.debug.store.SessionFiles;
import org.hypscope.ui.ExportFormat;
import org.hypscope.ui.Launcher;
import org.hypscope.ui.theme.Theme;

/** Draws the real window, or one view of it, on a virtual screen, and writes it as PNG or SVG. */
public final class WindowPicture {
  private static final long PATIENCE_SECONDS = 120;

  private WindowPicture() {}

  /**
   * What to draw.
   *
   * @param sample a sample's name, a session file, a stop of a tour or a coordinate; empty for the
   *     gallery
   * @param at the instant; empty for where the gallery lands
   * @param view a view's title, in any case; empty for the whole window
   * @param theme in which colours
   * @param width in pixels
   * @param height in pixels
   */
  public record Subject(
      Optional<String> sample,
      Optional<MarkExpression> at,
      Optional<String> view,
      Theme theme,
      int width,
      int height) {}

  /** Whether {@code what} names a session file, a stop of a tour or a coordinate, and no sample. */
  static boolean isSession(String what) {
    return TourPlace.parse(what).isPresent()
        || Coordinate.looksLike(what)
        || SessionFiles.isSession(Path.of(what));
  }

  /**
   * Draws and writes {@code file}, whose name says in which form. Once in the life of a process, as
   * JavaFX starts only once.
   *
   * @throws IllegalArgumentException with one sentence where that cannot be done
   */
  public static void draw(Subject subject, Path file) {
    if (subject.sample().filter(WindowPicture::isSession).isPresent() && subject.at().isPresent()) {
      throw new IllegalArgumentException(
          "A session and --at both say at which instant: leave --at out.");
    }
    ExportFormat.of(file, ExportFormat.PICTURES);
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    System.setProperty(
        "headless.geometry",
        Math.max(3200, subject.width()) + "x" + Math.max(2400, subject.height()) + "-32");
    Launcher.quiet();
    CompletableFuture<Void> done = PictureApp.prepare(subject, file);
    Application.launch(PictureApp.class);
    try {
      done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e);
    }
  }
}
