package org.hypscope.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.StopCause;

/**
 * Steps the core and QEMU side by side and notes every difference. After one, the core is given
 * QEMU's values, so that a single fault does not hide the next; where the two have gone to
 * different places the comparison ends.
 */
final class Lockstep {
  private static final int MOST_DIFFERENCES = 40;
  private static final int RAM = 0x4;

  private final CoreTarget core;
  private final QemuTarget qemu;
  private final List<String> differences = new ArrayList<>();
  private int steps;
  private int lastPc;

  Lockstep(CoreTarget core, QemuTarget qemu) {
    this.core = core;
    this.qemu = qemu;
  }

  /**
   * Runs until both stand at {@code end}, power off, part, or {@code most} steps have been made.
   */
  void run(int end, int most) {
    boolean together = true;
    while (together && steps < most && differences.size() < MOST_DIFFERENCES) {
      together = step(end);
    }
  }

  /** Runs both to {@code end} without a look in between, and compares what they have come to. */
  void runFreely(int end, int most) {
    qemu.runTo(end);
    core.runTo(end, most);
    if (core.stopped() == StopCause.POWER_OFF) {
      qemu.powersOff();
    }
    if (qemu.on()) {
      compareRegisters(core.registers(), qemu.registers());
    } else if (core.stopped() != StopCause.POWER_OFF) {
      note("power", "on", "off");
    }
  }

  private boolean step(int end) {
    int[] before = core.registers();
    int[] theirs = qemu.registersThenStep();
    int[] ours = before[Target.PC] == theirs[Target.PC] ? before : afterAbort(before, theirs);
    compareRegisters(ours, theirs);
    if (ours[Target.PC] != theirs[Target.PC] || theirs[Target.PC] == end) {
      return false;
    }
    lastPc = ours[Target.PC];
    boolean on = core.step();
    steps++;
    boolean theirsOn = on ? qemu.on() : !qemu.powersOff();
    if (on != theirsOn) {
      note("power", on ? "on" : "off", theirsOn ? "on" : "off");
    }
    return on && theirsOn;
  }

  /**
   * QEMU takes the prefetch abort of the instruction after one that changed the translation in the
   * same step; the core in the next.
   */
  private int[] afterAbort(int[] before, int[] theirs) {
    if (!core.nextIsException(theirs[Target.PC])) {
      return before;
    }
    core.step();
    return core.registers();
  }

  private void compareRegisters(int[] ours, int[] theirs) {
    for (int n = 0; n < ours.length; n++) {
      if (ours[n] != theirs[n] && !KnownDifferences.explainRead(lastWord(), ours[n], theirs[n])) {
        note(n == Target.CPSR ? "cpsr" : "r" + n, hex(ours[n]), hex(theirs[n]));
      }
      if (ours[n] != theirs[n] && n != Target.PC) {
        core.setRegister(n, theirs[n]);
      }
    }
  }

  /** Notes what differs between two readings of the same registers. */
  void compare(Map<String, Integer> ours, Map<String, Integer> theirs) {
    theirs.forEach(
        (name, value) -> {
          int here = ours.get(name);
          if (here != value && !KnownDifferences.explain(name, here, value)) {
            note(name, hex(here), hex(value));
          }
        });
  }

  /** Notes the words in which memory differs; programs log HSR there. */
  void compareMemory(int start, int end) {
    int[] ours = core.words(start, (end - start) / 4);
    int[] theirs = qemu.words(start, (end - start) / 4);
    for (int n = 0; n < ours.length; n++) {
      if (ours[n] != theirs[n] && !KnownDifferences.explain("HSR", ours[n], theirs[n])) {
        note("word at " + hex(start + 4 * n), hex(ours[n]), hex(theirs[n]));
      }
    }
  }

  private void note(String what, String ours, String theirs) {
    differences.add(
        String.format(
            "step %d, after %08x at 0x%08x: %s is %s here, %s on QEMU",
            steps, lastWord(), lastPc, what, ours, theirs));
  }

  private int lastWord() {
    return lastPc >>> 28 == RAM ? core.word(lastPc & ~3) : 0;
  }

  private static String hex(int value) {
    return String.format("0x%08x", value);
  }

  /** What differed, one sentence each. */
  List<String> differences() {
    return differences;
  }

  /** The steps made. */
  int steps() {
    return steps;
  }
}
