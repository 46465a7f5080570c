package org.hypscope.cli;

/** Draws the window without a display. Declared here and implemented by the window's side. */
@FunctionalInterface
public interface Renderer {
  /**
   * Draws what {@code request} asks for and writes the file.
   *
   * @throws IllegalArgumentException with one sentence where that cannot be done
   */
  void render(RenderRequest request);
}
