package org.hypscope.debug.symbols;

/**
 * A named address.
 *
 * @param name as the image spells it
 * @param address where it is
 * @param size bytes, 0 where the image does not say
 * @param function whether it is a function
 */
public record Symbol(String name, int address, long size, boolean function) {}
