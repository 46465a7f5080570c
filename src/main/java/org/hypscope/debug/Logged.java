package org.hypscope.debug;

import org.hypscope.time.Mark;

/** What a log point said of what came to be at {@code at}. */
public record Logged(Mark at, String text) {}
