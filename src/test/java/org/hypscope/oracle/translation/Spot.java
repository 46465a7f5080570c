package org.hypscope.oracle.translation;

/**
 * An address that tables map, or refuse, on purpose.
 *
 * @param address the first byte of the page that is meant
 * @param leaf what the last descriptor of the stage is, such as {@code small page}
 */
record Spot(long address, String leaf) {}
