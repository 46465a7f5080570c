package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.SysRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WFI, WFE, SRS, RFE, CPS, SETEND and MSR, and control registers that depend on others. */
class SystemInstructionTest {
  private static final int SRS = 0xf84d0500;
  private static final int RFE = 0xf8100a00;
  private static final int U = 1 << 23;
  private static final int P = 1 << 24;
  private static final int W = 1 << 21;

  @ParameterizedTest(name = "{0} (T32 {1}) in {2}, Non-secure {3}, HCR {4}: HSR {5}")
  @CsvSource({
    "e320f003, false, SVC, true,  2000, 7e00000", // wfi
    "e320f003, false, USR, true,  2000, 7e00000",
    "e320f003, false, SVC, true,  4000, 0",
    "e320f003, false, HYP, true,  2000, 0",
    "e320f003, false, SVC, false, 2000, 0",
    "e320f003, false, SVC, true,  2080, 7e00000", // a virtual IRQ that is not routed
    "0000bf30, true,  SVC, true,  2000, 5e00000",
    "8003f3af, true,  SVC, true,  2000, 7e00000",
    "e320f002, false, SVC, true,  4000, 7e00001", // wfe
    "e320f002, false, SVC, true,  2000, 0",
    "e320f002, false, HYP, true,  4000, 0",
    "e320f002, false, USR, false, 4000, 0",
    "0000bf20, true,  USR, true,  4000, 5e00001"
  })
  void waitsAreTrappedFromBelowHyp(
      String word, boolean thumb, Mode mode, boolean ns, String hcr, String hsr) {
    Rig rig = new Rig(mode, ns).set("HCR", Long.parseLong(hcr, 16));
    rig.core().setCpsr(mode.encoding() | (thumb ? Psr.T : 0));
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(Long.toHexString(rig.get("HSR"))).isEqualTo(hsr);
    assertThat(rig.core().pc() == 0x3014).isEqualTo(!hsr.equals("0"));
  }

  @Test
  void anEventLetsWfeGoOnUntrapped() {
    Rig rig = new Rig(Mode.SVC, true).set("HCR", 1 << 14);
    rig.execute(0xe320f004).execute(0xe320f002); // sev; wfe
    assertThat(rig.core().pc()).isEqualTo(Rig.CODE + 8);
    rig.execute(0xe320f002);
    assertThat(rig.core().pc()).isEqualTo(0x3014);
  }

  /** DA, DB, IA, IB: where the two words go, and what is left in the base. */
  @ParameterizedTest(name = "P {0}, U {1}: words from {2}, base {3}")
  @CsvSource({"0, 0, -4, -8", "1, 0, -8, -8", "0, 1, 0, 8", "1, 1, 4, 8"})
  void storesAndLoadsOfReturnStateFollowTheirMode(int p, int u, int offset, int moved) {
    for (int w = 0; w < 2; w++) {
      int mode = (p != 0 ? P : 0) | (u != 0 ? U : 0) | (w != 0 ? W : 0);
      Rig rig = new Rig(Mode.IRQ, true);
      int base = Rig.DATA + 0x100;
      rig.core().setBank(Bank.SP_svc, base);
      rig.core().setR(14, 0x6000);
      rig.core().setSpsr(Psr.Z | Mode.USR.encoding());
      rig.execute(SRS | mode | Mode.SVC.encoding());
      assertThat(rig.bus().word(base + offset)).isEqualTo(0x6000);
      assertThat(rig.bus().word(base + offset + 4)).isEqualTo(Psr.Z | Mode.USR.encoding());
      assertThat(rig.bank(Bank.SP_svc)).isEqualTo(base + w * moved);

      rig.core().setR(3, base);
      rig.execute(RFE | mode | 3 << 16);
      assertThat(rig.core().pc()).isEqualTo(0x6000);
      assertThat(rig.core().cpsr()).isEqualTo(Psr.Z | Mode.USR.encoding());
      assertThat(rig.core().r(3)).isEqualTo(base + w * moved);
    }
  }

  @ParameterizedTest(name = "SRS in {0}, Non-secure {1}, to mode {2}: UNDEFINED {3}")
  @CsvSource({
    "SVC, true,  16, true",
    "SVC, false, 16, false",
    "SVC, true,  1a, true",
    "SVC, false, 1a, false",
    "SVC, true,  15, true",
    "SVC, true,  1f, false",
    "SYS, true,  13, true",
    "USR, true,  13, true",
    "HYP, true,  13, true"
  })
  void srsIsUndefinedWhereThereIsNothingToStoreOrNowhere(
      Mode mode, boolean ns, String to, boolean undefined) {
    Rig rig = new Rig(mode, ns);
    for (Bank bank : Bank.values()) {
      if (bank.name().startsWith("SP_")) {
        rig.core().setBank(bank, Rig.DATA);
      }
    }
    rig.execute(SRS | U | Integer.parseInt(to, 16));
    assertThat(rig.heard().contains("before UNDEF in " + mode)).isEqualTo(undefined);
  }

  @ParameterizedTest(name = "{0}: CPSR {1}")
  @CsvSource({
    "f10c01c0, 1d3", // cpsid aif
    "f10c0140, 153", // cpsid af
    "f10e0092, 92", // cpsid i, #18
    "f102001f, 1f", // cps #31
    "f1080080, 13", // cpsie i
    "f1010200, 213", // setend be
    "f1010000, 13", // setend le
    "e328f4a0, a0000013", // msr CPSR_f, #0xa0000000
    "e321f0d2, d2", // msr CPSR_c, #0xd2
    "e322f0d2, 13" // msr CPSR_x, #0xd2
  })
  void statusIsWritten(String word, String cpsr) {
    Rig rig = new Rig(Mode.SVC, true);
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(Integer.toHexString(rig.core().cpsr())).isEqualTo(cpsr);
  }

  @ParameterizedTest(name = "{0} {1} {2}, Non-secure {3}, with {4}={5}: {6}")
  @CsvSource({
    // NSACR hides coprocessors 10 and 11 from Non-secure state
    "read,  CPACR, SVC, true,  NSACR, 0,   0",
    "read,  CPACR, SVC, true,  NSACR, c00, f00000",
    "read,  CPACR, SVC, false, NSACR, 0,   f00000",
    "clear, CPACR, SVC, true,  NSACR, 0,   f00000",
    "clear, CPACR, SVC, true,  NSACR, c00, 0",
    "clear, CPACR, SVC, false, NSACR, 0,   0",
    "write, CPACR, SVC, true,  NSACR, c00, c0f00000",
    "read,  HCPTR, HYP, true,  NSACR, 0,   3fff",
    "read,  HCPTR, HYP, true,  NSACR, c00, 33ff",
    "read,  HCPTR, MON, true,  NSACR, 0,   33ff",
    // virtual interrupts, where the physical ones are routed
    "read,  ISR, SVC, true,  HCR, 1f8, 1c0",
    "read,  ISR, SVC, true,  HCR, 190, 80",
    "read,  ISR, SVC, true,  HCR, 48,  40",
    "read,  ISR, SVC, true,  HCR, 38,  0",
    "read,  ISR, HYP, true,  HCR, 1f8, 0",
    // what TTBCR keeps in either format
    "write, TTBCR, SVC, true, TTBCR, 0, ffc73f87",
    // virtual identity
    "read,  MPIDR, SVC, true,  VMPIDR, 123, 123",
    "read,  MPIDR, HYP, true,  VMPIDR, 123, 80000000",
    "read,  MPIDR, SVC, false, VMPIDR, 123, 80000000"
  })
  void registersFollowOthers(
      String how, String name, Mode mode, boolean ns, String other, String value, String result) {
    Rig rig = new Rig(mode, ns).set("CPACR", 0xf0_0000);
    rig.core().setCpsr(mode.encoding() | Psr.A | Psr.I | Psr.F);
    rig.set(other, Long.parseLong(value, 16));
    var e = SysRegs.byName(name).encodings().get(0);
    int word = 0xee000f10 | e.opc1() << 21 | e.crn() << 16 | e.opc2() << 5 | e.crm();
    rig.core().setR(0, how.equals("clear") ? 0 : -1);
    rig.execute(how.equals("read") ? word | 1 << 20 : word);
    long got = how.equals("read") ? rig.core().r(0) & 0xffff_ffffL : rig.get(name);
    assertThat(Long.toHexString(got)).isEqualTo(result);
  }

  @Test
  void theOsLockIsTakenWithItsKeyAndLeftWithAnother() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(0, 0xc5acce55);
    rig.execute(0xee010e90).execute(0xee111e91); // mcr p14, 0, r0, c1, c0, 4; mrc ... c1, c1, 4
    assertThat(rig.core().r(1)).isEqualTo(10 | 2);
    rig.core().setR(0, 0);
    rig.execute(0xee010e90).execute(0xee111e91);
    assertThat(rig.core().r(1)).isEqualTo(10 & ~2);
  }
}
