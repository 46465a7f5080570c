package org.hypscope.architecture.broken.ui;

import javafx.application.Platform;
import picocli.CommandLine;

/** A model with controls, on its own thread, that reaches for the live machine and the prompt. */
public final class LateModel {
  org.hypscope.architecture.broken.machine.SeesTime machine;
  org.hypscope.architecture.broken.time.SeesDebug time;
  org.hypscope.architecture.broken.cli.SeesUi cli;
  javafx.scene.Node node;
  CommandLine commandLine;

  void later() {
    Platform.runLater(() -> {});
  }
}
