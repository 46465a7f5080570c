package org.hypscope.ui;

import javafx.application.Application;

/** The way into the window from code that must not know JavaFX. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param args none, or the path of an image to open
   * @throws RuntimeException or a LinkageError where there is no display or no GTK
   */
  public static void launch(String... args) {
    Application.launch(HypScopeApp.class, args);
  }
}
