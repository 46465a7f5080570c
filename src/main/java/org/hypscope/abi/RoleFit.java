package org.hypscope.abi;

/** Whether a value can have a role: what tells calling conventions apart. */
final class RoleFit {
  private static final int TABLE_ALIGNMENT = 32;
  private static final int STACK_ALIGNMENT = 8;

  private final Sight sight;

  RoleFit(Sight sight) {
    this.sight = sight;
  }

  boolean fits(Role role, int value) {
    return switch (role) {
      case VECTORS -> isVectors(value);
      case FUNCTION -> isFunction(value);
      case STACK -> isStack(value);
      case PAGE_TABLE -> isPageTable(value);
      case SELECTOR, ARGUMENT, LOW_WORD, HIGH_WORD, BUFFER, PAGE_TABLE_HIGH, UNUSED -> true;
    };
  }

  /** Whether vectors can be meant that somebody is going to put there: aligned, and in RAM. */
  boolean fitsLater(Role role, int value) {
    boolean later = value % TABLE_ALIGNMENT == 0 && sight.isRam(value) && !isFunction(value);
    return role == Role.VECTORS && later || fits(role, value);
  }

  /** At, or up to 31 bytes above, a table of eight branch-like instructions. */
  boolean isVectors(int value) {
    return sight.isTableSomewhere(value) || sight.isTableSomewhere(value & -TABLE_ALIGNMENT);
  }

  /** In executable memory, and no vector table. No instruction of a function's start is zero. */
  boolean isFunction(int value) {
    return (value & 3) != 2 && sight.isCodeSomewhere(value) && !isVectors(value);
  }

  private boolean isStack(int value) {
    return sight.inRam(value)
        && value % STACK_ALIGNMENT == 0
        && !isVectors(value)
        && !isFunction(value);
  }

  private boolean isPageTable(int value) {
    return sight.isRam(value) && value % TABLE_ALIGNMENT == 0 && !isVectors(value);
  }

  /** What {@code value} is in this role, in words. */
  String describe(Role role, int value) {
    return switch (role) {
      case VECTORS -> "HYP vectors " + sight.named(value);
      case FUNCTION -> "function " + sight.named(value & ~1) + state(value);
      case STACK -> "top of the HYP stack " + sight.named(value);
      case PAGE_TABLE -> "HYP translation tables " + sight.named(value);
      case SELECTOR -> "call number " + Words.number(value);
      case ARGUMENT, LOW_WORD, HIGH_WORD, BUFFER, PAGE_TABLE_HIGH, UNUSED -> role.words();
    };
  }

  private static String state(int value) {
    return (value & 1) != 0 ? ", T32 by bit 0" : "";
  }
}
