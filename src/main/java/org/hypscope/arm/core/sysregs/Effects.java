package org.hypscope.arm.core.sysregs;

import java.util.HashMap;
import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;

/** The effects bound to register rows; rows without one keep a value or do nothing. */
public final class Effects {
  private static final Effect PLAIN = new Effect() {};
  private static final Map<SysReg, Effect> BOUND = new HashMap<>();

  static {
    IdentityEffects.bind(BOUND);
    ControlEffects.bind(BOUND);
    AddressTranslation.bind(BOUND);
    TlbMaintenance.bind(BOUND);
    CacheMaintenance.bind(BOUND);
    TranslationControls.bind(BOUND);
    TimerEffects.bind(BOUND);
    PmuEffects.bind(BOUND);
    DebugEffects.bind(BOUND);
  }

  private Effects() {}

  /** What an instruction reads from {@code register} on {@code core}. */
  public static long read(Core core, SysReg register, boolean secure) {
    return BOUND.getOrDefault(register, PLAIN).read(core, register, secure);
  }

  /** Performs an instruction's write of {@code register} on {@code core}. */
  public static void write(Core core, SysReg register, boolean secure, long value) {
    Effect effect = BOUND.get(register);
    if (effect != null) {
      effect.write(core, register, secure, value);
    } else if (!register.isOperation()) {
      PLAIN.write(core, register, secure, value);
    }
  }
}
