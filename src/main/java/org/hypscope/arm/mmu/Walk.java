package org.hypscope.arm.mmu;

import java.util.List;
import org.hypscope.arm.bus.AccessKind;

/**
 * A translation, step by step.
 *
 * @param regime the regime
 * @param input the virtual address, or the intermediate physical address for {@link Regime#STAGE2}
 * @param access what the access was to do
 * @param privileged whether it was made from PL1 or above
 * @param steps every descriptor looked at, in order; the walks of stage 2 for the tables of stage 1
 *     lie before the step that they serve
 * @param mmuOff whether no stage translates: the address is physical
 * @param ipa what stage 1 gave, where a second stage follows; else -1
 * @param pa the physical address, or -1 where the translation faults
 * @param blockBytes the size of what the last descriptor maps; 0 where none does
 * @param memoryType memory type and cacheability in words; empty where it faults
 * @param permissions what PL1 and PL0 may do, in words; empty where it faults
 * @param fault why it faults, or null
 */
public record Walk(
    Regime regime,
    long input,
    AccessKind access,
    boolean privileged,
    List<WalkStep> steps,
    boolean mmuOff,
    long ipa,
    long pa,
    long blockBytes,
    String memoryType,
    String permissions,
    MmuFault fault) {}
