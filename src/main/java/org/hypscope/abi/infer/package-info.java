/**
 * Finds the calling convention of a HYP handler by executing it: what steers it, what it does to
 * whom, and how it comes back, followed from the registers of the call instruction by instruction.
 */
package org.hypscope.abi.infer;
