package org.hypscope.time;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;

/**
 * Looks at a part of a run for {@link Timeline#last}: it hears what the cores tell, is asked before
 * every instruction if it has a {@link #check}, and says what it {@link #see sees}.
 */
public abstract class Watch implements CoreListener {
  private Timeline timeline;
  private long seen;
  private long limit;

  /** A part of the run begins, which ends before step {@code end}. */
  final void begin(Timeline where, long end) {
    timeline = where;
    limit = end;
    seen = Timeline.NEVER;
    begin(where.machine());
  }

  /** The last step of the part at which something was seen. */
  final long seen() {
    return seen;
  }

  /** The steps made before the instruction that {@code core} executes now, or would next. */
  protected final long stepsOf(Core core) {
    return timeline.stepsOf(core);
  }

  /** Whether the instruction that {@code core} would execute next is of the part looked at. */
  protected final boolean isPart(Core core) {
    return timeline.stepsOf(core) < limit;
  }

  /** The instruction that {@code core} executes now, or would next, is what was looked for. */
  protected final void see(Core core) {
    see(timeline.stepsOf(core));
  }

  /** The step that was made before the next one of {@code core} is what was looked for. */
  protected final void seeBefore(Core core) {
    see(timeline.stepsOf(core) - 1);
  }

  private void see(long step) {
    if (step < limit) {
      seen = step;
    }
  }

  /** Step {@code step}, which was seen in this part of the run, is what was looked for. */
  protected final void seeAt(long step) {
    see(step);
  }

  /** What comes in now is what was looked for. */
  protected final void seeInput() {
    seen = timeline.steps();
  }

  /** {@code input} has just come in. */
  protected void hear(Input input) {}

  /** A part of the run of {@code machine} begins. */
  protected void begin(Machine machine) {}

  /** Between two instructions, {@code core} being the last one that executed, or the next. */
  protected void ran(Core core) {}

  /** A part of the run ends: between two instructions. */
  protected void end() {}

  /**
   * Asked before every instruction, but not where an interrupt is taken in its place; or null where
   * hearing is enough. Must not end the run.
   */
  protected StopCheck check() {
    return null;
  }

  /** Whether there can be anything to see between two instants; true where that is not known. */
  protected boolean isPossible(MachineImage from, MachineImage to) {
    return true;
  }
}
