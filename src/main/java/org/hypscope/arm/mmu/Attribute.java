package org.hypscope.arm.mmu;

/**
 * One field of a descriptor.
 *
 * @param name the manual's name, such as {@code AP[2:0]}
 * @param value its value, zero-extended
 * @param meaning what the value says, in words
 */
public record Attribute(String name, long value, String meaning) {}
