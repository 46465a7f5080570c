package org.hypscope.debug;

import org.hypscope.arm.arch.Mode;

/** The kinds of address that a view can show memory by. */
public enum AddressSpace {
  /** Virtual addresses of the Non-secure PL1&amp;0 regime: stage 1, then stage 2 where it is on. */
  PL1("PL1"),
  /** Virtual addresses of the Secure PL1&amp;0 regime. */
  PL1_SECURE("PL1(S)"),
  /** Virtual addresses of Hyp mode. */
  HYP("HYP"),
  /** Intermediate physical addresses: stage 2 alone. */
  IPA("IPA"),
  /** Physical addresses. */
  PHYSICAL("PA");

  private final String label;

  AddressSpace(String label) {
    this.label = label;
  }

  /** What stands before a colon and an address: {@code HYP}, {@code PL1}, {@code IPA}, ... */
  public String label() {
    return label;
  }

  /** {@code HYP:0x40010000}. */
  public String name(long address) {
    return String.format("%s:0x%08x", label, address);
  }

  /** The space that code in {@code mode} uses. */
  static AddressSpace of(Mode mode, boolean secure) {
    if (mode == Mode.HYP) {
      return HYP;
    }
    return secure ? PL1_SECURE : PL1;
  }
}
