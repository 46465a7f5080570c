package org.hypscope.arm.core;

import java.util.List;
import org.hypscope.arm.mmu.TlbStates;

/** What a core is beside its registers and counts, for comparing. */
public final class CoreStates {
  private CoreStates() {}

  /** The state of {@code core}, each part as what says it in words. */
  public static List<Object> of(Core core) {
    return List.of(
        "monitor " + core.exclusiveMonitor(),
        "events " + core.eventRegister(),
        "sleep " + core.sleep().kind(),
        "inputs " + core.interrupts().inputs(),
        new TlbStates(core.mem().lookup().image()));
  }
}
