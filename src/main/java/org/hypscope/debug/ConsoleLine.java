package org.hypscope.debug;

import org.hypscope.time.Mark;

/** A line printed to the console, with the instant of its first character. */
public record ConsoleLine(Mark at, String text) {}
