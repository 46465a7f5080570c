package org.hypscope.arm.sysreg;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of all system registers of one core, as stored: reading and writing here has no side
 * effects and knows no access rules.
 *
 * <p>A copy shares the values until either side writes, so that a snapshot costs one small object.
 */
public final class SysRegFile {
  private long[] values;

  /** How often each was set; wraps. */
  private int[] sets;

  private boolean shared;
  private int changes;

  /** Every register at its reset value (a Cortex-A15 as it leaves reset). */
  public SysRegFile() {
    values = new long[SysRegs.SLOTS];
    sets = new int[SysRegs.SLOTS];
    reset();
  }

  private SysRegFile(SysRegFile from) {
    this.values = from.values;
    this.sets = from.sets;
    this.shared = true;
  }

  /** Puts every register back to its reset value. */
  public void reset() {
    own();
    changes++;
    for (SysReg register : SysRegs.all()) {
      values[register.slot(false)] = register.reset();
      values[register.slot(true)] = register.reset();
      sets[register.slot(false)]++;
      sets[register.slot(true)]++;
    }
  }

  /** An independent copy. */
  public SysRegFile copy() {
    shared = true;
    return new SysRegFile(this);
  }

  /** Takes over the values of {@code other}, which goes on independently. */
  public void copyFrom(SysRegFile other) {
    other.shared = true;
    values = other.values;
    sets = other.sets;
    shared = true;
    changes++;
  }

  /** The value of {@code register}; of a banked one, the Non-secure copy. */
  public long rawGet(SysReg register) {
    return values[register.index()];
  }

  /** The value of one copy of {@code register}; registers that are not banked have one. */
  public long rawGet(SysReg register, boolean secure) {
    return values[register.slot(secure)];
  }

  /** The low 32 bits of {@code register}; of a banked one, of the Non-secure copy. */
  public int word(SysReg register) {
    return (int) values[register.index()];
  }

  /** The low 32 bits of one copy of {@code register}. */
  public int word(SysReg register, boolean secure) {
    return (int) values[register.slot(secure)];
  }

  /** Sets {@code register}; of a banked one, the Non-secure copy. */
  public void rawSet(SysReg register, long value) {
    rawSet(register, false, value);
  }

  /** Sets one copy of {@code register}. */
  public void rawSet(SysReg register, boolean secure, long value) {
    own();
    changes++;
    values[register.slot(secure)] = register.width() == 32 ? value & 0xffff_ffffL : value;
    sets[register.slot(secure)]++;
  }

  /** Counts the writes, so that what was derived from values can be kept until the next one. */
  public int changes() {
    return changes;
  }

  /** The copies whose value differs from that in {@code before}, in the order of the rows. */
  public List<SysRegCopy> changedSince(SysRegFile before) {
    if (values == before.values) {
      return List.of();
    }
    List<SysRegCopy> changed = new ArrayList<>();
    for (SysRegCopy copy : SysRegs.copies()) {
      if (values[copy.slot()] != before.values[copy.slot()]) {
        changed.add(copy);
      }
    }
    return changed;
  }

  /** How often one copy of {@code register} was set, to the same value perhaps, or reset; wraps. */
  public int setCount(SysReg register, boolean secure) {
    return sets[register.slot(secure)];
  }

  /**
   * Whether one copy of {@code register} was set, to the same value perhaps, or reset between
   * {@code before} and now.
   */
  public boolean setSince(SysRegFile before, SysReg register, boolean secure) {
    int slot = register.slot(secure);
    return sets[slot] != before.sets[slot];
  }

  private void own() {
    if (shared) {
      values = values.clone();
      sets = sets.clone();
      shared = false;
    }
  }
}
