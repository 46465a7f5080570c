package org.hypscope.arm.mmu;

/**
 * A fault that a translation takes.
 *
 * @param kind what it is
 * @param level the level of the lookup that faults, 1 to 3
 * @param domain the domain of the entry (short descriptors), else 0
 * @param stage 1 or 2
 * @param s1ptw whether stage 2 faulted on a table walk of stage 1
 * @param ipa the intermediate physical address that stage 2 faulted on, or -1 for stage 1
 */
public record MmuFault(Fault kind, int level, int domain, int stage, boolean s1ptw, long ipa) {
  /** Such as {@code Translation fault, level 2, stage 2 of a stage 1 walk}. */
  public String describe() {
    String where = kind.hasLevel() ? ", level " + level : "";
    String which = stage == 2 ? s1ptw ? ", stage 2 of a stage 1 walk" : ", stage 2" : "";
    return kind.title() + where + which;
  }
}
