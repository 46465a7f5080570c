package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The scenes of one workbench, of which the first is the main window's: they look alike. */
final class Scenes {
  private final WorkbenchState state;
  private final Consumer<Scene> install;
  private final List<Scene> scenes = new ArrayList<>();

  /**
   * None yet.
   *
   * @param install makes a scene obey keys and the mouse, once
   */
  Scenes(WorkbenchState state, Consumer<Scene> install) {
    this.state = state;
    this.install = install;
    state.theme().addListener((o, was, is) -> scenes.forEach(is::applyTo));
    state.scale().addListener((o, was, is) -> scenes.forEach(this::dress));
    state.presenter().addListener((o, was, is) -> scenes.forEach(this::dress));
  }

  /** Makes {@code scene} look and act like the others from now on. */
  void add(Scene scene) {
    scenes.add(scene);
    install.accept(scene);
    state.theme().get().applyTo(scene);
    dress(scene);
  }

  /** Forgets {@code scene}, which is seen no longer. */
  void remove(Scene scene) {
    scenes.remove(scene);
  }

  private void dress(Scene scene) {
    Presentation presentation = new Presentation((Region) scene.getRoot());
    presentation.rescale(state.scale().get());
    presentation.present(state.presenter().get());
  }

  /** What has the keyboard, in whichever of the windows. */
  Optional<Node> focusOwner() {
    return scenes.stream()
        .filter(scene -> isFocused(scene.getWindow()))
        .findFirst()
        .or(() -> scenes.stream().findFirst())
        .map(Scene::getFocusOwner);
  }

  private static boolean isFocused(Window window) {
    return window instanceof Stage stage && stage.isFocused();
  }
}
