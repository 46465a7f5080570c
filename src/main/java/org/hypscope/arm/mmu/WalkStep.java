package org.hypscope.arm.mmu;

import java.util.List;

/**
 * One descriptor that a walk read, or failed to read.
 *
 * @param stage 1 or 2
 * @param format {@code short} or {@code long}
 * @param level level of the lookup, 1 to 3
 * @param descriptorAddress its physical address; -1 where stage 2 refused the walk
 * @param descriptorAddressIpa the intermediate physical address that stage 1 asked for, or -1 where
 *     no stage 2 lies under the walk
 * @param descriptor its value, after the conversion of endianness; 0 where it could not be read
 * @param descriptorBytes 4 or 8
 * @param kind in the manual's words: section, supersection, large page, small page, table, block,
 *     page, invalid, reserved; {@code unreadable} where it could not be read
 * @param attributes its fields, high bits first
 */
public record WalkStep(
    int stage,
    String format,
    int level,
    long descriptorAddress,
    long descriptorAddressIpa,
    long descriptor,
    int descriptorBytes,
    String kind,
    List<Attribute> attributes) {}
