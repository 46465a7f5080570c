package org.hypscope.debug;

import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.MachineImage;

/** What two images of a machine say of writes between them. */
final class PossibleWrites {
  private PossibleWrites() {}

  /** Whether {@code place} can have been written; true where that is not known. */
  static boolean between(MachineImage from, MachineImage to, Place place) {
    if (place instanceof Place.SystemRegister at && !at.isFpscr()) {
      SysReg register = at.copy().register();
      return to.cores()
          .get(at.core())
          .sysRegs()
          .setSince(from.cores().get(at.core()).sysRegs(), register, at.copy().secure());
    }
    if (place instanceof Place.Memory at) {
      return !to.memory().sharesPage(from.memory(), at.address())
          || !to.memory().sharesPage(from.memory(), at.address() + at.length() - 1);
    }
    return true;
  }
}
