package org.hypscope.machine;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.SecureFirmware;
import org.hypscope.arm.core.StopCause;

/**
 * The Power State Coordination Interface 1.1 (ARM DEN 0022) for a board of one core, called by SMC:
 * the function in r0, arguments in r1-r3, the result in r0. No other register is changed. A
 * function that is not known returns NOT_SUPPORTED.
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
  private static final int NOT_SUPPORTED = -1;
  private static final int INVALID_PARAMETERS = -2;
  private static final int ALREADY_ON = -4;
  private static final int NOT_A_STANDBY_STATE = 0xfffe0000;
  private static final int AFFINITY = 0x00ffffff;

  @Override
  public boolean call(Core core, int immediate) {
    int argument = core.r(1);
    switch (core.r(0)) {
      case VERSION -> core.setR(0, VERSION_1_1);
      case MIGRATE_INFO_TYPE -> core.setR(0, NO_MIGRATION);
      case FEATURES -> core.setR(0, isKnown(argument) ? SUCCESS : NOT_SUPPORTED);
      case AFFINITY_INFO -> core.setR(0, isThisCore(argument) ? SUCCESS : INVALID_PARAMETERS);
      case CPU_ON -> core.setR(0, isThisCore(argument) ? ALREADY_ON : INVALID_PARAMETERS);
      case CPU_SUSPEND -> suspend(core, argument);
      case CPU_OFF -> core.requestStop(StopCause.WAITING);
      case SYSTEM_OFF -> core.requestStop(StopCause.POWER_OFF);
      case SYSTEM_RESET -> core.requestStop(StopCause.RESET);
      default -> core.setR(0, NOT_SUPPORTED);
    }
    return true;
  }

  private static void suspend(Core core, int state) {
    if ((state & NOT_A_STANDBY_STATE) != 0) {
      core.setR(0, INVALID_PARAMETERS);
      return;
    }
    core.setR(0, SUCCESS);
    core.requestStop(StopCause.WAITING);
  }

  private static boolean isThisCore(int affinity) {
    return (affinity & AFFINITY) == 0;
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
