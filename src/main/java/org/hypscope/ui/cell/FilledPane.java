package org.hypscope.ui.cell;

import javafx.scene.layout.StackPane;

/**
 * A pane that takes the room that it is given, whatever it shows: nobody has to measure its
 * contents to lay out what is around it.
 */
public final class FilledPane extends StackPane {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 200;

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }
}
