package org.hypscope.debug;

/** A loaded piece of the image: {@code end} is the address after it. */
public record SegmentView(int start, int end, boolean executable, boolean writable, String name) {}
