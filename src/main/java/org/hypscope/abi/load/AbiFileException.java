package org.hypscope.abi.load;

/**
 * A contract or sample file that cannot be used. The message is one sentence with file, line and
 * column.
 */
public final class AbiFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says where, what, and what to do. */
  public AbiFileException(String message) {
    super(message);
  }

  /** With a sentence that says where, what, and what to do. */
  public AbiFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
