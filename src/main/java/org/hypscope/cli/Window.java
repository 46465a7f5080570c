package org.hypscope.cli;

import java.util.List;

/** Opens the window. Declared here and implemented by the window's side. */
@FunctionalInterface
public interface Window {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param what nothing; or a session file, a coordinate, an image or a sample, and the path of an
   *     image to be used with it
   * @throws RuntimeException or a LinkageError where there is no display
   */
  void open(List<String> what);
}
