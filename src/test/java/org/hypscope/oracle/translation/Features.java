package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Psr;

/** The bits of control registers that an outcome was compared under. */
final class Features {
  /**
   * A bit or field of a register that matters in some regimes.
   *
   * @param name as the manual has it
   * @param register the register
   * @param mask its bits, of which one is set
   * @param regimes where it matters: what the regime's name contains
   */
  private record Feature(String name, String register, int mask, String regimes) {}

  private static final List<Feature> ALL =
      List.of(
          new Feature("SCTLR.AFE", "SCTLR", 1 << 29, "PL1 short"),
          new Feature("SCTLR.TRE", "SCTLR", 1 << 28, "PL1 short"),
          new Feature("SCTLR.EE", "SCTLR", 1 << 25, "PL1 short"),
          new Feature("SCTLR.EE (long)", "SCTLR", 1 << 25, "PL1 long"),
          new Feature("SCTLR.WXN", "SCTLR", 1 << 19, "PL1 long"),
          new Feature("SCTLR.UWXN", "SCTLR", 1 << 20, "PL1 long"),
          new Feature("SCTLR.A", "SCTLR", 2, "PL1"),
          new Feature("TTBCR.N", "TTBCR", 7, "PL1 short"),
          new Feature("TTBCR.PD0", "TTBCR", 1 << 4, "PL1 short"),
          new Feature("TTBCR.PD1", "TTBCR", 1 << 5, "PL1 short"),
          new Feature("TTBCR.T0SZ", "TTBCR", 7, "PL1 long"),
          new Feature("TTBCR.T1SZ", "TTBCR", 7 << 16, "PL1 long"),
          new Feature("TTBCR.EPD0", "TTBCR", 1 << 7, "PL1 long"),
          new Feature("TTBCR.EPD1", "TTBCR", 1 << 23, "PL1 long"),
          new Feature("TTBCR.A1", "TTBCR", 1 << 22, "PL1 long"),
          new Feature("HTCR.T0SZ", "HTCR", 7, "Hyp"),
          new Feature("HSCTLR.EE", "HSCTLR", 1 << 25, "Hyp"),
          new Feature("HSCTLR.WXN", "HSCTLR", 1 << 19, "Hyp"),
          new Feature("HSCTLR.A", "HSCTLR", 2, "Hyp"),
          new Feature("HSCTLR.EE under PL1", "HSCTLR", 1 << 25, "stage 2"),
          new Feature("VTCR.SL0", "VTCR", 1 << 6, "stage 2"),
          new Feature("VTCR.T0SZ", "VTCR", 7, "stage 2"),
          new Feature("VTCR.T0SZ below 0", "VTCR", 8, "stage 2"),
          new Feature("HCR.PTW", "HCR", 1 << 2, "stage 2"),
          new Feature("HCR.DC", "HCR", 1 << 12, "stage 2"),
          new Feature("HCR.TGE", "HCR", 1 << 27, "PL1 off"));

  private Features() {}

  /** The names of those that are set. */
  static List<String> of(Outcome outcome) {
    List<String> names = new ArrayList<>();
    for (Feature each : ALL) {
      boolean set = (outcome.of().world().control(each.register) & each.mask) != 0;
      if (set && outcome.regime().contains(each.regimes)) {
        names.add(each.name);
      }
    }
    if (outcome.isAccess() && (outcome.of().words()[CaseWords.PSR] & Psr.E) != 0) {
      names.add("CPSR.E");
    }
    return names;
  }
}
