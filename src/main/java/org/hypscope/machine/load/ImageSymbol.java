package org.hypscope.machine.load;

/**
 * A named address of an image.
 *
 * @param name as the file spells it
 * @param address with bit 0 cleared
 * @param size bytes, 0 where the file does not say
 * @param section the index of its section in the file
 * @param function whether the file calls it a function
 * @param thumb whether it is T32 code
 */
public record ImageSymbol(
    String name, int address, long size, int section, boolean function, boolean thumb) {}
