package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which banked registers MRS and MSR reach from which mode (ARM ARM B9.2.3). */
class BankedTransferTest {
  private static final int MRS_R0 = 0xe1000200;
  private static final int MSR_R0 = 0xe120f200;
  private static final String PL1 =
      "SP_irq LR_irq SPSR_irq SP_svc LR_svc SPSR_svc SP_abt LR_abt SPSR_abt SP_und LR_und SPSR_und "
          + "R8_fiq R9_fiq R10_fiq R11_fiq R12_fiq SP_fiq LR_fiq SPSR_fiq";

  @ParameterizedTest(name = "{0}, Non-secure {1}: PL1 banks but {2}, and {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "SVC, true,  svc, SP_usr LR_usr",
        "SVC, false, svc, SP_usr LR_usr SP_mon LR_mon SPSR_mon",
        "FIQ, true,  fiq, R8_usr R9_usr R10_usr R11_usr R12_usr SP_usr LR_usr",
        "SYS, true,  usr, -",
        "HYP, true,  hyp, SP_usr ELR_hyp",
        "MON, true,  mon, SP_usr LR_usr SP_hyp ELR_hyp SPSR_hyp"
      })
  void reachesTheRegistersOfOtherModes(Mode mode, boolean ns, String own, String more) {
    Set<String> expected =
        Arrays.stream((PL1 + " " + (more == null ? "" : more)).trim().split(" +"))
            .filter(name -> !name.endsWith("_" + own) || name.equals("ELR_hyp"))
            .collect(Collectors.toSet());
    assertThat(reached(mode, ns, true)).isEqualTo(expected);
    assertThat(reached(mode, ns, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"USR, true", "USR, false"})
  void userModeReachesNone(Mode mode, boolean ns) {
    assertThat(reached(mode, ns, true)).isEmpty();
  }

  private static Set<String> reached(Mode mode, boolean ns, boolean read) {
    Set<String> reached = new java.util.HashSet<>();
    for (int code = 0; code < 64; code++) {
      int fields = (code & 0x20) << 17 | (code & 0x10) << 4 | (code & 0xf) << 16;
      Rig rig = new Rig(mode, ns);
      for (Bank bank : Bank.values()) {
        if (bank.ordinal() > Bank.R7.ordinal() && bank != Bank.PC && bank != Bank.CPSR) {
          rig.core().setBank(bank, 0x100 + bank.ordinal());
        }
      }
      rig.core().setR(0, 0x5555);
      int[] before = rig.core().registers();
      rig.execute((read ? MRS_R0 : MSR_R0) | fields);
      if (rig.core().pc() != Rig.CODE + 4) {
        assertThat(rig.unpredictable()).isNotEmpty();
        continue;
      }
      if (read) {
        reached.add(Bank.at(rig.core().r(0) - 0x100).name());
      } else {
        int[] after = rig.core().registers();
        for (Bank bank : Bank.values()) {
          if (bank != Bank.PC && after[bank.ordinal()] != before[bank.ordinal()]) {
            reached.add(bank.name());
          }
        }
      }
    }
    return reached;
  }
}
