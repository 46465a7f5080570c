package org.hypscope.machine.load;

/**
 * A file cannot be loaded. The message is one sentence for people: which file, what is wrong with
 * it, what to do.
 */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a whole sentence. */
  public ImageException(String sentence) {
    super(sentence);
  }
}
