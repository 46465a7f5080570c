package org.hypscope.oracle;

import java.util.List;
import java.util.stream.Stream;

/** What MRS (Banked register) can name: R and SYSm of the manual's table B9-1. */
record BankedRegister(String register, boolean spsr, int sysm) {
  private static final List<BankedRegister> PL1 =
      List.of(
          of("SP_usr", 5),
          of("LR_usr", 6),
          of("R8_fiq", 8),
          of("R9_fiq", 9),
          of("R10_fiq", 10),
          of("R11_fiq", 11),
          of("R12_fiq", 12),
          of("SP_fiq", 13),
          of("LR_fiq", 14),
          of("LR_irq", 16),
          of("SP_irq", 17),
          of("LR_svc", 18),
          of("SP_svc", 19),
          of("LR_abt", 20),
          of("SP_abt", 21),
          of("LR_und", 22),
          of("SP_und", 23),
          spsr("SPSR_fiq", 14),
          spsr("SPSR_irq", 16),
          spsr("SPSR_svc", 18),
          spsr("SPSR_abt", 20),
          spsr("SPSR_und", 22));

  private static BankedRegister of(String register, int sysm) {
    return new BankedRegister(register, false, sysm);
  }

  private static BankedRegister spsr(String register, int sysm) {
    return new BankedRegister(register, true, sysm);
  }

  /** What may be read in Hyp mode; R13, R14 (LR_usr) and SPSR are read directly there. */
  static List<BankedRegister> seenFromHyp() {
    List<BankedRegister> others =
        PL1.stream().filter(bank -> !bank.register.equals("LR_usr")).toList();
    return append(others, of("ELR_hyp", 30));
  }

  private static List<BankedRegister> append(List<BankedRegister> list, BankedRegister... more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }

  /** What may be read in Monitor mode besides its own registers. */
  static List<BankedRegister> seenFromMonitor() {
    return append(PL1, of("ELR_hyp", 30), of("SP_hyp", 31), spsr("SPSR_hyp", 30));
  }

  /** The instruction's fields R and SYSm. */
  int field() {
    return (spsr ? 1 << 22 : 0) | (sysm & 0xf) << 16 | sysm >>> 4 << 8;
  }
}
