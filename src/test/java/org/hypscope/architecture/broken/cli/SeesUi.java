package org.hypscope.architecture.broken.cli;

/** A prompt that opens windows. */
public final class SeesUi {
  org.hypscope.architecture.broken.ui.LateModel ui;
  javafx.scene.Node node;
}
