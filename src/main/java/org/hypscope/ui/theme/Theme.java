package org.hypscope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;

/**
 * The looks of the window. Every theme declares the same looked-up colours ({@code -hs-*}) in
 * {@code assets/themes}, so that a view's style sheet names a colour and never a value.
 */
public enum Theme {
  LIGHT("light", new PrimerLight().getUserAgentStylesheet()),
  DARK("dark", new PrimerDark().getUserAgentStylesheet()),
  HIGH_CONTRAST("high-contrast", new PrimerDark().getUserAgentStylesheet());

  private static final String FOLDER = "/assets/themes/";

  private final String id;
  private final String base;

  Theme(String id, String base) {
    this.id = id;
    this.base = base;
  }

  /** The name by which a command line or a settings file asks for it: {@code light}, ... */
  public String id() {
    return id;
  }

  /** The theme of that {@link #id()}, in any case; empty where there is none. */
  public static Optional<Theme> of(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(t -> t.id.equals(wanted)).findFirst();
  }

  /** The theme after this one, round and round. */
  public Theme next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** Gives {@code scene} this theme and no other; fonts are loaded the first time. */
  public void applyTo(Scene scene) {
    Fonts.load();
    scene.setUserAgentStylesheet(base);
    scene.getStylesheets().setAll(sheets());
  }

  private List<String> sheets() {
    return List.of(sheet(id), sheet("hypscope"), sheet("views"));
  }

  private static String sheet(String name) {
    return Theme.class.getResource(FOLDER + name + ".css").toExternalForm();
  }
}
