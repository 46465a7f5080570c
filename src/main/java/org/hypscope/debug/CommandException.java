package org.hypscope.debug;

/** A command cannot be carried out; the message is one sentence that says why and what to do. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a whole sentence. */
  public CommandException(String sentence) {
    super(sentence);
  }
}
