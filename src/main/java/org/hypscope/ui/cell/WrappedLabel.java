package org.hypscope.ui.cell;

import javafx.scene.control.Label;

/**
 * A label of as many lines as it needs. It works out how high it is once for each width, and not
 * each time that something around it is laid out.
 */
public final class WrappedLabel extends Label {
  private double knownWidth = Double.NaN;
  private double knownHeight;

  /** An empty label. */
  public WrappedLabel() {
    setWrapText(true);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width != knownWidth) {
      knownHeight = super.computePrefHeight(width);
      knownWidth = width;
    }
    return knownHeight;
  }

  /** Asked for whenever the text or its look has changed. */
  @Override
  public void requestLayout() {
    knownWidth = Double.NaN;
    super.requestLayout();
  }
}
