package org.hypscope.debug;

import org.hypscope.time.Mark;

/**
 * A run that was left for another by an edit, or by typing, where it had gone on before.
 *
 * @param number its number, by which it can be gone back to
 * @param from where the two part
 * @param end the farthest place that it had been at
 */
public record BranchView(int number, Mark from, Mark end) {}
