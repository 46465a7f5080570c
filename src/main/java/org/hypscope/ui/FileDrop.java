package org.hypscope.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files that are dropped on a window: an image or a session, one at a time. */
final class FileDrop {
  private FileDrop() {}

  /** Has {@code open} given each file that is dropped on {@code scene}. */
  static void install(Scene scene, Consumer<Path> open) {
    scene.setOnDragOver(
        event -> {
          if (isOne(event)) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragDropped(
        event -> {
          boolean taken = isOne(event);
          if (taken) {
            open.accept(event.getDragboard().getFiles().get(0).toPath());
          }
          event.setDropCompleted(taken);
          event.consume();
        });
  }

  private static boolean isOne(DragEvent event) {
    return event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1;
  }
}
