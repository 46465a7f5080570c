package org.hypscope.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture of the window.
 *
 * @param sample a sample's name, a session file or a coordinate; empty for the gallery
 * @param at the instant, or empty for where the gallery lands
 * @param view the name of one view, or empty for the whole window
 * @param theme {@code light}, {@code dark} or {@code high-contrast}
 * @param width in pixels
 * @param height in pixels
 * @param output the file to write; its name says in which form
 */
public record RenderRequest(
    Optional<String> sample,
    Optional<String> at,
    Optional<String> view,
    String theme,
    int width,
    int height,
    Path output) {}
