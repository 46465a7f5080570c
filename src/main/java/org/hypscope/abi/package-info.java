/**
 * The reason the product exists: who makes a hypercall, who answers it, and what comes of it.
 *
 * <p>Contracts are data, read by {@code abi.load}. {@code Callers} tells conventions apart by the
 * roles of r0 to r3, {@code Handlers} by running every contract's probes on forks, {@code
 * Foresight} runs the call ahead, {@code Judge} says how it ends for its caller, {@code Findings}
 * what is wrong. {@link org.hypscope.abi.AbiEngine} joins them; {@link org.hypscope.abi.SessionAbi}
 * follows a session, {@link org.hypscope.abi.CheckRun} a whole run.
 */
package org.hypscope.abi;
