package org.hypscope.ui;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** The way into the window from code that must not know JavaFX. */
public final class Launcher {
  /** Held, as a logger that nobody holds forgets its level. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Launcher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param args none, or what to open: see {@link Workbench#open}
   * @throws RuntimeException or a LinkageError where there is no display or no GTK
   */
  public static void launch(String... args) {
    quiet();
    Application.launch(HypScopeApp.class, args);
  }

  /**
   * Keeps JavaFX from remarking on standard error that it was found on the class path, which is how
   * this program is packed.
   */
  public static void quiet() {
    JAVAFX.setLevel(Level.SEVERE);
  }
}
