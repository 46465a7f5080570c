package org.hypscope.debug;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;

/** Ends a run before the first instruction of one core, and where the session's breakpoints do. */
record TurnCheck(Core awaited, StopConditions stops) implements StopCheck {
  @Override
  public boolean stopBefore(Core core) {
    StopCheck others = stops.check();
    return core == awaited || others != null && others.stopBefore(core);
  }

  @Override
  public boolean mayStopWithin(Core core, int bytes, int written) {
    StopCheck others = stops.check();
    return core == awaited || others != null && others.mayStopWithin(core, bytes, written);
  }
}
