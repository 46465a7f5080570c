package org.hypscope.machine.device.gic;

import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;

/**
 * The group priorities of the interrupts that a core has acknowledged and not dropped, one bit a
 * priority: the active priorities registers (ARM IHI 0048B, 4.4.13).
 */
final class ActivePriorities implements Stateful {
  private final int shift;
  private final int groups;
  private final int[] bits;

  /** {@code levels} priorities, kept for each group apart or for both together. */
  ActivePriorities(int levels, boolean apart) {
    this.shift = Integer.numberOfTrailingZeros(256 / levels);
    this.groups = apart ? 2 : 1;
    this.bits = new int[groups * levels / 32];
  }

  /** The highest of them, or {@link CpuInterface#IDLE}. */
  int running() {
    int words = bits.length / groups;
    for (int word = 0; word < words; word++) {
      int set = bits[word] | bits[bits.length - words + word];
      if (set != 0) {
        return word * 32 + Integer.numberOfTrailingZeros(set) << shift;
      }
    }
    return CpuInterface.IDLE;
  }

  void add(int group, int priority) {
    int level = priority >>> shift;
    bits[first(group) + (level >>> 5)] |= 1 << (level & 31);
  }

  /** The highest one of {@code group} is dropped. */
  void drop(int group) {
    int first = first(group);
    for (int word = first; word < first + bits.length / groups; word++) {
      if (bits[word] != 0) {
        bits[word] &= bits[word] - 1;
        return;
      }
    }
  }

  int read(int group, int word) {
    return exists(group, word) ? bits[first(group) + word] : 0;
  }

  void write(int group, int word, int value) {
    if (exists(group, word)) {
      bits[first(group) + word] = value;
    }
  }

  private boolean exists(int group, int word) {
    return group < groups && word < bits.length / groups;
  }

  private int first(int group) {
    return Math.min(group, groups - 1) * (bits.length / groups);
  }

  @Override
  public void exchange(State state) {
    state.values(bits);
  }
}
