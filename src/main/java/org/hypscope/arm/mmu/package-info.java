/**
 * Address translation: the walks of both descriptor formats in every regime, the TLB, and faults as
 * the manual reports them (ARM ARM B3). Knows registers and physical memory, not instructions.
 */
package org.hypscope.arm.mmu;
