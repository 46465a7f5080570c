package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.hypscope.debug.MarkExpression;
import org.hypscope.oracle.Tools;
import org.hypscope.ui.svg.Rasterised;
import org.hypscope.ui.svg.SvgDocument;
import org.hypscope.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every view, and the window, as an SVG document that says and shows what the window does. */
class SvgViewsTest extends WindowTest {
  /** The share of squares that may differ; in fact none does, and one missing chip is more. */
  private static final double TOLERATED = 0.0003;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    interact(() -> workbench.openScenario("kdump-k2", Optional.of(MarkExpression.parse("hvc:4"))));
    eventually(
        "the call",
        () ->
            workbench.state().snapshot().get() != null
                && workbench.state().abiView().get() != null
                && !workbench.isBusy());
  }

  @Test
  void everyViewSaysWhatIsSeenAndNothingElse() {
    for (View view : workbench.views()) {
      isTold(Optional.of(view), view.title());
    }
  }

  @Test
  void theWindowSaysWhatIsSeenInEveryThemeAndAnotherProgramShowsIt() throws IOException {
    List<String> drawings = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      interact(() -> workbench.state().useTheme(theme));
      drawings.add(isTold(Optional.empty(), theme.id()));
    }
    assertThat(drawings).doesNotHaveDuplicates();

    Tools.assume(Rasterised.PROGRAM);
    for (Theme theme : Theme.values()) {
      interact(() -> workbench.state().useTheme(theme));
      assertThat(difference(picture(), drawing(Optional.empty())))
          .as(theme.id())
          .isLessThan(TOLERATED);
    }
    Path png = picture();
    String drawing = drawing(Optional.empty());
    assertThat(difference(png, drawing.replaceAll("(?m)^<text .*$", "")))
        .as("without its text")
        .isGreaterThan(TOLERATED);
    assertThat(difference(png, drawing.replace("<text ", "<text dx=\"20\" ")))
        .as("with its text moved")
        .isGreaterThan(TOLERATED);
  }

  /** What the view is drawn as. */
  private String isTold(Optional<View> view, String what) {
    String drawing = drawing(view);
    SvgDocument document = SvgDocument.parse(drawing);
    String words = document.words();
    assertThat(words).as(what).isNotEmpty();
    assertThat(seen(view)).as(what).isNotEmpty().allMatch(words::contains);
    assertThat(document.unseenTexts()).as(what).isEmpty();
    assertThat(document.reaches()).as(what).isEmpty();
    return drawing;
  }

  /** As drawn once nothing is being filled any more, and one time is like the next. */
  private String drawing(Optional<View> view) {
    String[] drawing = {"", ""};
    eventually(
        "a still picture",
        () -> {
          drawing[0] = drawing[1];
          drawing[1] = workbench.pictures().drawing(view);
          return workbench.views().stream().noneMatch(View::isFilling)
              && drawing[1].equals(drawing[0]);
        });
    return drawing[1];
  }

  private Path picture() {
    Path png = folder.resolve("window.png");
    interact(
        () -> {
          try {
            workbench.pictures().write(Optional.empty(), png);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return png;
  }

  private double difference(Path png, String drawing) throws IOException {
    return Rasterised.difference(png, Files.writeString(folder.resolve("window.svg"), drawing));
  }

  /** The texts of which all is seen, without spaces. */
  private List<String> seen(Optional<View> view) {
    Node node = view.map(View::node).orElse(workbench.root());
    List<String> texts = new ArrayList<>();
    interact(() -> collect(node, node.localToScene(node.getLayoutBounds()), texts));
    return texts;
  }

  private static void collect(Node node, Bounds window, List<String> texts) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Bounds seen =
        node.getClip() == null
            ? window
            : common(window, node.localToScene(node.getClip().getBoundsInParent()));
    if (node instanceof Text text
        && seen.contains(text.localToScene(text.getBoundsInLocal()))
        && !text.getText().isBlank()) {
      texts.add(text.getText().replaceAll("\\s", ""));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen, texts));
    }
  }

  private static Bounds common(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.min(a.getMaxX(), b.getMaxX()) - left,
        Math.min(a.getMaxY(), b.getMaxY()) - top);
  }
}
