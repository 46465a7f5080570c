package org.hypscope.abi.path;

/** How a path ends. */
public enum PathEnd {
  /** The new kernel is entered in HYP. */
  IN_HYP("new kernel in HYP"),
  /** The new kernel is entered in SVC, and cannot have HYP. */
  IN_SVC("new kernel in SVC"),
  /** The soft restart came back: the old kernel stands there. */
  RETURNED("restart returned"),
  /** A hypercall never came back, and the new kernel is not entered. */
  STOPPED("stopped");

  private final String words;

  PathEnd(String words) {
    this.words = words;
  }

  /** The end in a few words. */
  public String words() {
    return words;
  }
}
