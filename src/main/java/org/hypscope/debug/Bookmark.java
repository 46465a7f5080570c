package org.hypscope.debug;

import org.hypscope.time.Mark;

/** An instant with a name. */
public record Bookmark(String name, Mark at) {}
