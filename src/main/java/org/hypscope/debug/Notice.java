package org.hypscope.debug;

import org.hypscope.time.Mark;

/** Something UNPREDICTABLE that was met at {@code pc}: {@code text} says what. */
public record Notice(Mark at, int pc, String text) {}
