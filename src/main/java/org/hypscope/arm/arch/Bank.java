package org.hypscope.arm.arch;

/**
 * The physical register file: one slot for every banked copy (ARM ARM B1.3.2, figure B1-2). A
 * slot's index is its ordinal.
 *
 * <p>A mode is a map from R0-R15 to slots; snapshots, differences, gdb and MRS (banked) read the
 * same array.
 */
public enum Bank {
  R0,
  R1,
  R2,
  R3,
  R4,
  R5,
  R6,
  R7,
  R8_usr,
  R9_usr,
  R10_usr,
  R11_usr,
  R12_usr,
  SP_usr,
  LR_usr,
  PC,
  CPSR,
  R8_fiq,
  R9_fiq,
  R10_fiq,
  R11_fiq,
  R12_fiq,
  SP_fiq,
  LR_fiq,
  SPSR_fiq,
  SP_irq,
  LR_irq,
  SPSR_irq,
  SP_svc,
  LR_svc,
  SPSR_svc,
  SP_abt,
  LR_abt,
  SPSR_abt,
  SP_und,
  LR_und,
  SPSR_und,
  SP_mon,
  LR_mon,
  SPSR_mon,
  SP_hyp,
  ELR_hyp,
  SPSR_hyp;

  /** The number of slots in the physical register file. */
  public static final int COUNT = values().length;

  private static final Bank[] ALL = values();
  private static final int[][] MAPS = new int[32][];
  private static final int[] SPSRS = new int[32];

  static {
    for (Mode mode : Mode.values()) {
      MAPS[mode.encoding()] = buildMap(mode);
      SPSRS[mode.encoding()] = spsrOf(mode);
    }
  }

  /** The bank in slot {@code slot}, 0 to {@link #COUNT} - 1. */
  public static Bank at(int slot) {
    return ALL[slot];
  }

  /**
   * The slots that R0 to R15 name in {@code mode}, sixteen indexes. Callers must not change the
   * array. In HYP, R14 is LR_usr.
   */
  public static int[] map(Mode mode) {
    return MAPS[mode.encoding()];
  }

  /** The slot of {@code mode}'s SPSR, or -1 for User and System, which have none. */
  public static int spsr(Mode mode) {
    return SPSRS[mode.encoding()];
  }

  private static int[] buildMap(Mode mode) {
    int[] map = new int[16];
    for (int n = 0; n < 16; n++) {
      map[n] = n;
    }
    switch (mode) {
      case FIQ -> {
        for (int n = 8; n <= 14; n++) {
          map[n] = R8_fiq.ordinal() + n - 8;
        }
      }
      case HYP -> map[13] = SP_hyp.ordinal();
      case USR, SYS -> {}
      default -> {
        map[13] = valueOf("SP_" + suffix(mode)).ordinal();
        map[14] = map[13] + 1;
      }
    }
    return map;
  }

  private static int spsrOf(Mode mode) {
    return mode.hasSpsr() ? valueOf("SPSR_" + suffix(mode)).ordinal() : -1;
  }

  private static String suffix(Mode mode) {
    return mode.name().toLowerCase(java.util.Locale.ROOT);
  }
}
