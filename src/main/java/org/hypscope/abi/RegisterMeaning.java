package org.hypscope.abi;

/**
 * One register of a hypercall, as both sides see it.
 *
 * @param register {@code r0} to {@code r3}
 * @param value what it holds at the HVC
 * @param toCaller what the caller means by it
 * @param toHandler what the handler takes it for
 * @param leftBehind what it will hold after the call, or did hold, in words
 */
public record RegisterMeaning(
    String register, int value, String toCaller, String toHandler, String leftBehind) {}
