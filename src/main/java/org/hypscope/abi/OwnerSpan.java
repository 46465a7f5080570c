package org.hypscope.abi;

import org.hypscope.time.Mark;

/**
 * A span of the HVBAR ownership ribbon.
 *
 * @param hvbar the value of HVBAR
 * @param owner who owns it
 * @param from the first instant
 * @param to the last instant known
 */
public record OwnerSpan(int hvbar, HvbarOwner owner, Mark from, Mark to) {}
