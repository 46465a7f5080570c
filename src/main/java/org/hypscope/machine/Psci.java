package org.hypscope.machine;

import java.util.List;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.SecureFirmware;
import org.hypscope.arm.core.StopCause;

/**
 * The Power State Coordination Interface 1.1 (ARM DEN 0022), called by SMC: the function in r0,
 * arguments in r1-r3, the result in r0. No other register is changed. A function that is not known
 * returns NOT_SUPPORTED.
 */
final class Psci implements SecureFirmware {
  private static final int VERSION = 0x84000000;
  private static final int CPU_SUSPEND = 0x84000001;
  private static final int CPU_OFF = 0x84000002;
  private static final int CPU_ON = 0x84000003;
  private static final int AFFINITY_INFO = 0x84000004;
  private static final int MIGRATE_INFO_TYPE = 0x84000006;
  private static final int SYSTEM_OFF = 0x84000008;
  private static final int SYSTEM_RESET = 0x84000009;
  private static final int FEATURES = 0x8400000a;

  private static final int VERSION_1_1 = 0x10001;
  private static final int NO_MIGRATION = 2;
  private static final int SUCCESS = 0;
  private static final int OFF = 1;
  private static final int NOT_SUPPORTED = -1;
  private static final int INVALID_PARAMETERS = -2;
  private static final int ALREADY_ON = -4;
  private static final int NOT_A_STANDBY_STATE = 0xfffe0000;
  private static final int AFFINITY = 0x00ffffff;

  private final Power power;
  private final List<Core> cores;

  /** What it controls. */
  interface Power {
    /** Whether a core executes, or waits to. */
    boolean isOn(int core);

    /** A core begins at {@code entry} as the board hands over, with {@code context} in r0. */
    void switchOn(int core, int entry, int context);

    /** A core executes nothing more. */
    void switchOff(int core);
  }

  Psci(List<Core> cores, Power power) {
    this.cores = cores;
    this.power = power;
  }

  @Override
  public boolean call(Core core, int immediate) {
    int argument = core.r(1);
    switch (core.r(0)) {
      case VERSION -> core.setR(0, VERSION_1_1);
      case MIGRATE_INFO_TYPE -> core.setR(0, NO_MIGRATION);
      case FEATURES -> core.setR(0, isKnown(argument) ? SUCCESS : NOT_SUPPORTED);
      case AFFINITY_INFO -> core.setR(0, affinityInfo(argument));
      case CPU_ON -> core.setR(0, on(argument, core.r(2), core.r(3)));
      case CPU_SUSPEND -> suspend(core, argument);
      case CPU_OFF -> power.switchOff(cores.indexOf(core));
      case SYSTEM_OFF -> core.requestStop(StopCause.POWER_OFF);
      case SYSTEM_RESET -> core.requestStop(StopCause.RESET);
      default -> core.setR(0, NOT_SUPPORTED);
    }
    return true;
  }

  private int affinityInfo(int affinity) {
    if (!exists(affinity)) {
      return INVALID_PARAMETERS;
    }
    return power.isOn(affinity & AFFINITY) ? SUCCESS : OFF;
  }

  private int on(int affinity, int entry, int context) {
    if (!exists(affinity)) {
      return INVALID_PARAMETERS;
    }
    if (power.isOn(affinity & AFFINITY)) {
      return ALREADY_ON;
    }
    power.switchOn(affinity & AFFINITY, entry, context);
    return SUCCESS;
  }

  private static void suspend(Core core, int state) {
    if ((state & NOT_A_STANDBY_STATE) != 0) {
      core.setR(0, INVALID_PARAMETERS);
      return;
    }
    core.setR(0, SUCCESS);
    core.sleep().untilInterrupt();
  }

  private boolean exists(int affinity) {
    return (affinity & AFFINITY) < cores.size();
  }

  private static boolean isKnown(int function) {
    return switch (function) {
      case VERSION,
          CPU_SUSPEND,
          CPU_OFF,
          CPU_ON,
          AFFINITY_INFO,
          MIGRATE_INFO_TYPE,
          SYSTEM_OFF,
          SYSTEM_RESET,
          FEATURES ->
          true;
      default -> false;
    };
  }
}
