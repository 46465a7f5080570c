package org.hypscope;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hypscope.cli.Cli;
import org.hypscope.cli.RenderRequest;
import org.hypscope.debug.MarkExpression;
import org.hypscope.ui.Launcher;
import org.hypscope.ui.render.WindowPicture;
import org.hypscope.ui.theme.Theme;

/** Opens the window, or runs a command. */
public final class Main {
  /** JavaFX warns that it is on the class path, where it is meant to be; held, or it is lost. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /** Without arguments opens the window; otherwise {@code COMMAND ...}. */
  public static void main(String[] arguments) {
    JAVAFX.setLevel(Level.SEVERE);
    System.exit(
        Cli.run(arguments, what -> Launcher.launch(what.toArray(String[]::new)), Main::render));
  }

  private static void render(RenderRequest request) {
    Theme theme =
        Theme.of(request.theme())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + request.theme()
                            + "' is no theme: use light, dark or high-contrast."));
    Optional<MarkExpression> at = request.at().map(MarkExpression::parse);
    WindowPicture.draw(
        new WindowPicture.Subject(
            request.sample(), at, request.view(), theme, request.width(), request.height()),
        request.output());
  }
}
