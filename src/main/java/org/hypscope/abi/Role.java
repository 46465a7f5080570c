package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a register of a hypercall is for. */
public enum Role {
  /** It says which call is meant. */
  SELECTOR("call number", true),
  /** Address of a HYP vector table. */
  VECTORS("address of HYP vectors", true),
  /** Address of code to run in HYP; bit 0 set asks for T32. */
  FUNCTION("address of a function", true),
  /** Passed on to the function. */
  ARGUMENT("argument of the function", false),
  /** The top of a stack for HYP. */
  STACK("top of the HYP stack", true),
  /** Physical address of a HYP translation table, low word. */
  PAGE_TABLE("address of the HYP translation tables", true),
  /** Low word of a 64-bit value whose high word is in the next register. */
  LOW_WORD("low word of a 64-bit argument", false),
  /** High word of the 64-bit value whose low word is in the register before. */
  HIGH_WORD("high word of that argument", false),
  /** Physical address of memory that both sides use. */
  BUFFER("address of a buffer", false),
  /** High word of the address in the register before. */
  PAGE_TABLE_HIGH("high word of that address", false),
  /** Not looked at. */
  UNUSED("not used", false);

  private final String words;
  private final boolean explains;

  Role(String words, boolean explains) {
    this.words = words;
    this.explains = explains;
  }

  /** The alignment in bytes that a value of this role needs unless a contract says otherwise. */
  public int alignment() {
    return switch (this) {
      case VECTORS, PAGE_TABLE -> 32;
      case STACK -> 8;
      default -> 1;
    };
  }

  /** The word used in YAML, such as {@code page-table}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the register holds, in words. */
  public String words() {
    return words;
  }

  /** Whether a value that fits this role speaks for the convention that declares it. */
  public boolean explains() {
    return explains;
  }

  /** The role with this {@link #word()}. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
