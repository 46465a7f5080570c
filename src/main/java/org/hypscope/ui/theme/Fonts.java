package org.hypscope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** The bundled typeface for everything that a machine says. */
public final class Fonts {
  /** The family's name as style sheets and canvases use it. */
  public static final String MONO = "JetBrains Mono";

  private Fonts() {}

  /** Makes {@link #MONO} known to JavaFX; once is enough, more often does no harm. */
  public static void load() {
    loadFile("JetBrainsMono-Regular.ttf");
    loadFile("JetBrainsMono-Bold.ttf");
  }

  private static void loadFile(String name) {
    try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + name)) {
      Font.loadFont(in, 12);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled font " + name + " cannot be read", e);
    }
  }
}
