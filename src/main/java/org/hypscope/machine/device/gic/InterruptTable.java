package org.hypscope.machine.device.gic;

import java.util.Arrays;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;

/**
 * What a distributor keeps of every interrupt, as its registers show it: one bit an interrupt in
 * words of 32. Word 0, the software-generated and private interrupts, is there once a core.
 */
final class InterruptTable implements Stateful {
  static final int SGIS = 16;
  private static final int ALL_SGIS = 0xffff;

  private final int cores;
  private final int words;
  final int[] group;
  final int[] enabled;
  final int[] latched;
  final int[] line;
  final int[] active;
  final int[] edge;
  private final int[] priority;
  private final int[] targets;

  /** By core and number: the cores that have sent it and were not yet heard, a bit each. */
  private final int[] senders;

  InterruptTable(int cores, int interrupts) {
    this.cores = cores;
    this.words = interrupts / 32;
    int slots = cores - 1 + words;
    this.group = new int[slots];
    this.enabled = new int[slots];
    this.latched = new int[slots];
    this.line = new int[slots];
    this.active = new int[slots];
    this.edge = new int[slots];
    this.priority = new int[slots * 32];
    this.targets = new int[slots * 32];
    this.senders = new int[cores * SGIS];
    for (int core = 0; core < cores; core++) {
      enabled[core] = ALL_SGIS;
      edge[core] = ALL_SGIS;
    }
    if (cores == 1) {
      Arrays.fill(targets, 1);
    }
  }

  int cores() {
    return cores;
  }

  int words() {
    return words;
  }

  /** The slot of word {@code word} as {@code core} sees it. */
  int slot(int word, int core) {
    return word == 0 ? core : cores - 1 + word;
  }

  boolean exists(int id) {
    return id < words * 32;
  }

  boolean test(int[] bits, int id, int core) {
    return (bits[slot(id >>> 5, core)] >>> (id & 31) & 1) != 0;
  }

  void set(int[] bits, int id, int core, boolean on) {
    int bit = 1 << (id & 31);
    int slot = slot(id >>> 5, core);
    bits[slot] = on ? bits[slot] | bit : bits[slot] & ~bit;
  }

  int priority(int id, int core) {
    return priority[slot(id >>> 5, core) * 32 + (id & 31)];
  }

  void setPriority(int id, int core, int value) {
    priority[slot(id >>> 5, core) * 32 + (id & 31)] = value;
  }

  /** The cores that a shared interrupt goes to, a bit each. */
  int targets(int id) {
    return targets[slot(id >>> 5, 0) * 32 + (id & 31)];
  }

  void setTargets(int id, int value) {
    targets[slot(id >>> 5, 0) * 32 + (id & 31)] = value & (1 << cores) - 1;
  }

  int senders(int sgi, int core) {
    return senders[core * SGIS + sgi];
  }

  void setSenders(int sgi, int core, int value) {
    senders[core * SGIS + sgi] = value;
    set(latched, sgi, core, value != 0);
  }

  /** The pending ones of a word: latched, or level-sensitive with their line asserted. */
  int pending(int word, int core) {
    int slot = slot(word, core);
    return latched[slot] | line[slot] & ~edge[slot];
  }

  /** A line changes: an edge is latched. */
  void drive(int id, int core, boolean asserted) {
    boolean rises = asserted && !test(line, id, core);
    set(line, id, core, asserted);
    if (rises && test(edge, id, core)) {
      set(latched, id, core, true);
    }
  }

  @Override
  public void exchange(State state) {
    for (int[] each :
        new int[][] {group, enabled, latched, line, active, edge, priority, targets, senders}) {
      state.values(each);
    }
  }
}
