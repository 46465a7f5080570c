package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypscope.arm.core.Rig.CODE;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which mode and vector an exception goes to, and what it leaves in the link register, the SPSR,
 * CPSR and HSR: cause by mode, world and configuration (ARM ARM B1.8, B1.9, B1.14).
 */
class ExceptionRoutingTest {
  private static final int UDF = 0xe7f000f0;
  private static final int SVC = 0xef001234;
  private static final int HVC = 0xe1404b71;
  private static final int SMC = 0xe1600070;
  private static final int BKPT = 0xe1200070;
  private static final int LOAD = 0xe5910000;
  private static final int STORE = 0xe5810000;
  private static final int BX_R1 = 0xe12fff11;

  @ParameterizedTest(name = "{0} from {1} {2} with {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # cause | mode | NS | configuration | to | pc | link | masks | hsr
          undef | SVC | true  | -         | UND | 1004 | 8004 | ..I. | -
          undef | SVC | false | -         | UND | 2004 | 8004 | ..I. | -
          undef | USR | true  | -         | UND | 1004 | 8004 | ..I. | -
          undef | USR | true  | HCR.TGE   | HYP | 3014 | 8000 | .AIF | 00000000
          undef | SVC | true  | HCR.TGE   | UND | 1004 | 8004 | ..I. | -
          undef | USR | false | HCR.TGE   | UND | 2004 | 8004 | ..I. | -
          undef | HYP | true  | -         | HYP | 3004 | 8000 | .AIF | 00000000
          undef | MON | false | -         | UND | 2004 | 8004 | ..I. | -
          undef | MON | true  | -         | UND | 2004 | 8004 | ..I. | -
          svc   | USR | true  | -         | SVC | 1008 | 8004 | ..I. | -
          svc   | SYS | false | -         | SVC | 2008 | 8004 | ..I. | -
          svc   | USR | true  | HCR.TGE   | HYP | 3014 | 8004 | .AIF | 46001234
          svc   | HYP | true  | -         | HYP | 3008 | 8004 | .AIF | 46001234
          svc   | USR | true  | SCTLR.V   | SVC | ffff0008 | 8004 | ..I. | -
          svc   | USR | false | SCTLR.V   | SVC | 2008 | 8004 | ..I. | -
          svc   | USR | true  | SCTLR.TE  | SVC | 1008 | 8004 | ..IT | -
          svc   | USR | true  | SCTLR.EE  | SVC | 1008 | 8004 | E.I. | -
          hvc   | SVC | true  | -         | HYP | 3014 | 8004 | .AIF | 4a0004b1
          hvc   | SVC | true  | HSCTLR.TE | HYP | 3014 | 8004 | .AIFT | 4a0004b1
          hvc   | SVC | true  | HSCTLR.EE | HYP | 3014 | 8004 | EAIF | 4a0004b1
          hvc   | SVC | true  | SCR.EA    | HYP | 3014 | 8004 | ..IF | 4a0004b1
          hvc   | SVC | true  | SCR.IRQ   | HYP | 3014 | 8004 | .A.F | 4a0004b1
          hvc   | SVC | true  | SCR.FIQ   | HYP | 3014 | 8004 | .AI. | 4a0004b1
          hvc   | HYP | true  | -         | HYP | 3008 | 8004 | .AIF | 4a0004b1
          hvc   | USR | true  | -         | UND | 1004 | 8004 | ..I. | -
          hvc   | SVC | false | -         | UND | 2004 | 8004 | ..I. | -
          hvc   | MON | true  | -         | UND | 2004 | 8004 | ..I. | -
          hvc   | SVC | true  | no-HCE    | UND | 1004 | 8004 | ..I. | -
          hvc   | HYP | true  | no-HCE    | HYP | 3004 | 8000 | .AIF | 00000000
          smc   | SVC | true  | -         | MON | 4008 | 8004 | .AIF | -
          smc   | HYP | true  | -         | MON | 4008 | 8004 | .AIF | -
          smc   | MON | true  | -         | MON | 4008 | 8004 | .AIF | -
          smc   | SVC | true  | HCR.TSC   | HYP | 3014 | 8000 | .AIF | 4e000000
          smc   | HYP | true  | HCR.TSC   | MON | 4008 | 8004 | .AIF | -
          smc   | SVC | true  | SCR.SCD   | UND | 1004 | 8004 | ..I. | -
          smc   | USR | true  | -         | UND | 1004 | 8004 | ..I. | -
          bkpt  | SVC | true  | -         | ABT | 100c | 8004 | .AI. | -
          bkpt  | SVC | true  | HDCR.TDE  | HYP | 3014 | 8000 | .AIF | 82000022
          bkpt  | HYP | true  | -         | HYP | 300c | 8000 | .AIF | 86000022
          load  | SVC | true  | -         | ABT | 1010 | 8008 | .AI. | -
          load  | USR | true  | HCR.TGE   | HYP | 3014 | 8000 | .AIF | 90000010
          load  | HYP | true  | -         | HYP | 3010 | 8000 | .AIF | 94000010
          load  | SVC | true  | SCR.EA    | MON | 4010 | 8008 | .AIF | -
          load  | MON | true  | -         | ABT | 2010 | 8008 | .AI. | -
          store | HYP | true  | -         | HYP | 3010 | 8000 | .AIF | 94000050
          """)
  void goesWhereTheManualSays(
      String cause,
      Mode mode,
      boolean nonSecure,
      String configuration,
      Mode to,
      String pc,
      String link,
      String masks,
      String hsr) {
    Rig rig = new Rig(mode, nonSecure);
    configure(rig, configuration);
    rig.core().setR(1, Rig.NOWHERE);
    int before = rig.core().cpsr();

    rig.execute(word(cause));

    assertThat(rig.core().mode()).isEqualTo(to);
    assertThat(Integer.toHexString(rig.core().pc())).isEqualTo(pc);
    Bank linkRegister = to == Mode.HYP ? Bank.ELR_hyp : Bank.at(Bank.map(to)[14]);
    assertThat(Integer.toHexString(rig.bank(linkRegister))).isEqualTo(link);
    assertThat(rig.core().spsr()).isEqualTo(before);
    assertThat(masks(rig.core().cpsr())).isEqualTo(masks.replace(".", ""));
    if (hsr != null) {
      assertThat(String.format("%08x", rig.get("HSR"))).isEqualTo(hsr);
    }
    if (mode == Mode.MON) {
      assertThat(rig.get("SCR") & Rig.SCR_NS).as("an exception from Monitor is Secure").isZero();
    }
  }

  @ParameterizedTest(name = "{0} in {1}, TTBCR.EAE {2}")
  @CsvSource({
    "load,  SVC, false, DFSR, 008, DFAR, 00f00000",
    "store, SVC, false, DFSR, 808, DFAR, 00f00000",
    "load,  SVC, true,  DFSR, 210, DFAR, 00f00000",
    "store, SVC, true,  DFSR, a10, DFAR, 00f00000",
    "store, HYP, false, HSR, 94000050, HDFAR, 00f00000",
    "fetch, SVC, false, IFSR, 008, IFAR, 00f00000",
    "fetch, SVC, true,  IFSR, 210, IFAR, 00f00000",
    "fetch, HYP, false, HSR, 84000010, HIFAR, 00f00000",
    "odd,   HYP, false, HSR, 88000000, HIFAR, 00008002",
    "odd,   SVC, false, IFSR, 001, IFAR, 00008002",
    "bkpt,  SVC, false, IFSR, 002, IFAR, 00000000",
    "bkpt,  SVC, true,  IFSR, 222, IFAR, 00000000"
  })
  void reportsFaults(
      String cause, Mode mode, boolean eae, String status, String value, String far, String at) {
    Rig rig = new Rig(mode, true);
    rig.set("TTBCR", eae ? 0x8000_0000L : 0);
    rig.core().setR(1, cause.equals("odd") ? CODE + 2 : Rig.NOWHERE);
    rig.execute(word(cause));
    if (word(cause) == BX_R1) {
      rig.core().run(1, null);
    }
    assertThat(rig.get(status)).isEqualTo(Long.parseLong(value, 16));
    assertThat(rig.get(far)).isEqualTo(Long.parseLong(at, 16));
  }

  @Test
  void tellsTheListenerBeforeAndAfter() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.execute(HVC);
    assertThat(rig.heard()).containsExactly("before HVC in SVC", "after HVC in HYP at 3014");
  }

  @Test
  void retiresCallsButNotFaults() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.execute(HVC);
    assertThat(rig.core().retired()).isEqualTo(1);
    assertThat(rig.core().exceptionsSinceRetired()).isZero();

    rig.bus().words(0x3014, UDF);
    rig.core().run(1, null);
    assertThat(rig.core().retired()).isEqualTo(1);
    assertThat(rig.core().exceptionsSinceRetired()).isEqualTo(1);
  }

  @Test
  void asksFirmwareInsteadOfEnteringMonitor() {
    Rig rig =
        new Rig(
            Mode.HYP,
            true,
            (core, immediate) -> {
              core.setR(0, -1);
              return true;
            });
    rig.execute(SMC);
    assertThat(rig.core().mode()).isEqualTo(Mode.HYP);
    assertThat(rig.core().r(0)).isEqualTo(-1);
    assertThat(rig.core().pc()).isEqualTo(CODE + 4);
  }

  @Test
  void resetsIntoSecureSupervisor() {
    Rig rig = new Rig(Mode.HYP, true);
    rig.core().exceptions().takeReset();
    assertThat(rig.core().cpsr() & 0x1ff).isEqualTo(0x1d3);
    assertThat(rig.core().isSecure()).isTrue();
    assertThat(rig.core().pc()).isZero();
    assertThat(rig.get("HVBAR")).isZero();
  }

  private static void configure(Rig rig, String configuration) {
    if (configuration == null) {
      return;
    }
    if (configuration.equals("no-HCE")) {
      rig.set("SCR", rig.get("SCR") & ~Rig.SCR_HCE);
      return;
    }
    String[] parts = configuration.split("\\.");
    var register = org.hypscope.arm.sysreg.SysRegs.byName(parts[0]);
    rig.or(parts[0], 1L << register.field(parts[1]).low());
  }

  private static int word(String cause) {
    return switch (cause) {
      case "undef" -> UDF;
      case "svc" -> SVC;
      case "hvc" -> HVC;
      case "smc" -> SMC;
      case "bkpt" -> BKPT;
      case "load" -> LOAD;
      case "store" -> STORE;
      default -> BX_R1;
    };
  }

  private static String masks(int cpsr) {
    return ((cpsr & 0x200) != 0 ? "E" : "")
        + ((cpsr & 0x100) != 0 ? "A" : "")
        + ((cpsr & 0x80) != 0 ? "I" : "")
        + ((cpsr & 0x40) != 0 ? "F" : "")
        + ((cpsr & 0x20) != 0 ? "T" : "");
  }
}
