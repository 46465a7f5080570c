package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.assertj.core.api.Assertions;
import org.fxmisc.richtext.CodeArea;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;
import org.junit.jupiter.api.AfterEach;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A window of 1280 x 800 with the gallery, keys to press and text to look for. */
abstract class WindowTest extends ApplicationTest {
  private static final int PATIENCE_SECONDS = 30;

  /** The window under test. */
  protected Workbench workbench;

  /** Its scene. */
  protected Scene scene;

  @Override
  public void start(Stage stage) {
    workbench = new Workbench(new SampleScenarios(), RecentFiles.none(), LastKernel.none());
    scene = new Scene(workbench.root(), 1280, 800);
    workbench.attach(scene);
    stage.setScene(scene);
    stage.setWidth(1280);
    stage.setHeight(800);
    stage.show();
    workbench.focusFirst();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  /** Waits until {@code condition} holds on the JavaFX thread; {@code what} says which it is. */
  protected void eventually(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () ->
              WaitForAsyncUtils.waitForAsyncFx(
                  TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), condition::getAsBoolean));
    } catch (TimeoutException e) {
      Assertions.fail("in vain waited for: " + what + "; the window shows:\n" + text(), e);
    }
  }

  /** Waits until {@code words} can be read somewhere in the window. */
  protected void eventuallyShows(String words) {
    eventually("'" + words + "'", () -> text().contains(words));
  }

  /** Opens {@code sample} and waits until it stands at its HVC with the verdict. */
  protected void openSample(String sample) {
    interact(() -> workbench.openScenario(sample));
    eventually(
        sample + " with its verdict",
        () ->
            workbench.state().snapshot().get() != null
                && workbench.state().abiView().get() != null);
  }

  /** Everything that can be read in the window now, a line a node. */
  protected String text() {
    List<String> lines = new ArrayList<>();
    collect(workbench.root(), lines);
    return String.join("\n", lines);
  }

  private static void collect(Node node, List<String> lines) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof CodeArea area) {
      lines.add(area.getText());
    } else if (node instanceof Labeled labeled && labeled.getText() != null) {
      lines.add(labeled.getText());
    } else if (node instanceof TextInputControl input) {
      lines.add(input.getText());
    } else if (node instanceof Text text) {
      lines.add(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, lines));
    }
  }
}
