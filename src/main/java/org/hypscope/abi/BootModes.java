package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;

/** Whether every core that runs has somebody in HYP when a hypervisor is installed. */
final class BootModes {
  private BootModes() {}

  /** A core that has left HYP, or was never there, and has no HYP vectors. */
  static Optional<String> strange(Call call) {
    boolean installs =
        call.everyCaller(c -> c.kind() == CallKind.SET_VECTORS || c.kind() == CallKind.INIT);
    Machine machine = call.sight().machine();
    List<Core> cores = machine.cores();
    if (!installs || call.hvbar() == 0) {
      return Optional.empty();
    }
    for (int n = 1; n < cores.size(); n++) {
      Core core = cores.get(n);
      if (machine.isOn(n) && core.mode() != Mode.HYP && core.sysRegs().word(Sight.HVBAR) == 0) {
        return Optional.of(
            "A hypervisor is installed while core %d runs in %s without HYP vectors: its HVBAR is 0, that of this core %s."
                .formatted(n, core.mode(), call.sight().named(call.hvbar())));
      }
    }
    return Optional.empty();
  }
}
