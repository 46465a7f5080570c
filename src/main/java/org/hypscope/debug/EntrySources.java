package org.hypscope.debug;

import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;

/** Where the entry of an exception takes what it writes from (ARM ARM B1.9). */
final class EntrySources {
  private EntrySources() {}

  /** Where {@code written} comes from by an entry in {@code to}: empty for a constant. */
  static List<Place> of(Place.Register written, Mode to) {
    int core = written.core();
    if (written.isPc()) {
      String base = VectorBase.of(to).register();
      return List.of(new Place.SystemRegister(core, new SysRegCopy(SysRegs.byName(base), false)));
    }
    return written.bank().ordinal() == Bank.spsr(to)
        ? List.of(written.ofBank(Bank.CPSR))
        : List.of();
  }
}
