package org.hypscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.SourceFolders.Mapping;
import org.hypscope.ui.code.CodeMode;
import org.hypscope.ui.dock.SavedLayouts;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;
import org.hypscope.ui.theme.Theme;

/** The window. */
public final class HypScopeApp extends Application {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;
  private static final double MIN_WIDTH = 960;
  private static final double MIN_HEIGHT = 640;
  private static final String THEME = "theme";
  private static final String LAYOUT = "layout";
  private static final String CODE = "code";
  private static final String SOURCES = "sources";

  private final Preferences settings = Preferences.userRoot().node("org/hypscope");
  private Workbench workbench;

  @Override
  public void start(Stage stage) {
    workbench =
        new Workbench(new SampleScenarios(), new RecentFiles(settings), new LastKernel(settings));
    workbench.useLayouts(new SavedLayouts(settings));
    workbench.useArrangement(settings.get(LAYOUT, ""));
    Theme.of(settings.get(THEME, "")).ifPresent(workbench.state()::useTheme);
    workbench.state().theme().addListener((o, was, is) -> settings.put(THEME, is.id()));
    CodeMode.of(settings.get(CODE, "")).ifPresent(workbench.state()::useCodeMode);
    workbench.state().codeMode().addListener((o, was, is) -> settings.put(CODE, is.name()));
    rememberSources();
    workbench.state().presenter().addListener((o, was, is) -> stage.setFullScreen(is));
    Scene scene = new Scene(workbench.root(), WIDTH, HEIGHT);
    workbench.attach(scene);
    stage.setTitle("HypScope");
    stage.setFullScreenExitHint("");
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.show();
    workbench.focusFirst();
    // Some window managers open a window at 200 x 200 unless its size is set once it is shown.
    FxBridge.later(() -> size(stage));
    List<String> wanted = getParameters().getUnnamed();
    if (!wanted.isEmpty()) {
      workbench.open(wanted.get(0), wanted.stream().skip(1).findFirst().map(Path::of));
    }
  }

  private void rememberSources() {
    List<Mapping> mappings =
        settings.get(SOURCES, "").lines().flatMap(l -> Mapping.parse(l).stream()).toList();
    workbench.state().useSourceFolders(new SourceFolders(mappings));
    workbench.state().sourceFolders().addListener((o, was, is) -> keep(is));
  }

  private void keep(SourceFolders folders) {
    String text =
        folders.mappings().stream().map(Mapping::toString).collect(Collectors.joining("\n"));
    if (text.length() <= Preferences.MAX_VALUE_LENGTH) {
      settings.put(SOURCES, text);
    }
  }

  @Override
  public void stop() {
    String layout = workbench.arrangement();
    if (layout.length() <= Preferences.MAX_VALUE_LENGTH) {
      settings.put(LAYOUT, layout);
    }
    workbench.close();
  }

  private static void size(Stage stage) {
    var screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
    stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
  }
}
