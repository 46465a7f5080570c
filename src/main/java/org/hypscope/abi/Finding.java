package org.hypscope.abi;

import org.hypscope.time.Mark;

/**
 * One thing that is wrong, in the one shape that findings have everywhere.
 *
 * @param rule the rule's id, such as {@code call-number-as-function}
 * @param detail the number of the detail in the ABI's list, 1 to 17
 * @param severity how bad it is
 * @param at the instant: standing at the HVC
 * @param core the number of the core that makes the HVC
 * @param address the address of the HVC
 * @param symbol the same with its symbol, or the plain address
 * @param what what happens, as observed
 * @param why the mechanism behind it
 * @param toDo what would put it right
 */
public record Finding(
    String rule,
    int detail,
    Severity severity,
    Mark at,
    int core,
    int address,
    String symbol,
    String what,
    String why,
    String toDo) {}
