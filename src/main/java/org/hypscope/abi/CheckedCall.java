package org.hypscope.abi;

import java.util.Optional;

/**
 * One hypercall of a checked run.
 *
 * @param number counts from 1: {@code hvc:number}
 * @param core the number of the core that made it
 * @param pc address of the HVC
 * @param symbol the same with its symbol
 * @param view what was known before it ran
 * @param verdict what it did; empty where an outer call ended first
 */
public record CheckedCall(
    int number, int core, int pc, String symbol, AbiView view, Optional<Verdict> verdict) {}
