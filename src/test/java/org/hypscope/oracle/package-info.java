/**
 * QEMU and Debian's binutils as independent oracles: programs and samples run on the core and on
 * QEMU in lockstep. Where a tool is missing the tests are skipped and say so.
 */
package org.hypscope.oracle;
