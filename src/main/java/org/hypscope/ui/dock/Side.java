package org.hypscope.ui.dock;

/** A side of a group of views, or of a window. */
public enum Side {
  LEFT("left of", false, true),
  RIGHT("right of", false, false),
  ABOVE("above", true, true),
  BELOW("below", true, false);

  private final String words;
  private final boolean down;
  private final boolean first;

  Side(String words, boolean down, boolean first) {
    this.words = words;
    this.down = down;
    this.first = first;
  }

  /** The side before what it is a side of: {@code left of}. */
  public String words() {
    return words;
  }

  /** Whether what stands there stands below or above, and not beside. */
  boolean isDown() {
    return down;
  }

  /** Whether what stands there comes before what it stands at. */
  boolean isFirst() {
    return first;
  }
}
