package org.hypscope.arm.core.exec.fp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Rig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may use floating point and Advanced SIMD, and what becomes of others: CPACR, NSACR, FPEXC and
 * HCPTR by instruction, mode and world (ARM ARM B1.11). QEMU has neither NSACR on a board without
 * Security Extensions nor TASE and ASEDIS, so that the lockstep cannot ask it.
 */
class FpAccessTest {
  private static final Map<String, Integer> WORDS =
      Map.of(
          "vfp", 0xee300a20,
          "vfp d16", 0xeef00b40,
          "simd", 0xf2200800,
          "simd d16", 0xf2600800,
          "fpscr", 0xeef10a10,
          "fpexc", 0xeef80a10,
          "mvfr0", 0xeef70a10);

  @ParameterizedTest(name = "{0} in {1}, Non-secure {2}, with {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # instruction | mode | NS | configuration | outcome
          vfp      | USR | true  | -                             | ok
          simd     | USR | true  | -                             | ok
          vfp d16  | USR | true  | -                             | ok
          fpscr    | USR | true  | -                             | ok
          fpexc    | SVC | true  | -                             | ok
          fpexc    | USR | true  | -                             | UND
          mvfr0    | USR | true  | -                             | UND
          vfp      | SVC | true  | CPACR=0                       | UND
          vfp      | SVC | true  | CPACR=500000                  | ok
          vfp      | USR | true  | CPACR=500000                  | UND
          simd     | USR | true  | CPACR=500000                  | UND
          vfp      | HYP | true  | CPACR=0                       | ok
          simd     | HYP | true  | CPACR=80000000                | ok
          fpexc    | SVC | true  | CPACR=0                       | UND
          simd     | SVC | true  | CPACR=80f00000                | UND
          vfp      | SVC | true  | CPACR=80f00000                | ok
          simd d16 | SVC | true  | CPACR=40f00000                | UND
          vfp d16  | SVC | true  | CPACR=40f00000                | UND
          vfp      | SVC | true  | CPACR=40f00000                | ok
          vfp d16  | HYP | true  | CPACR=40f00000                | ok
          vfp      | SVC | true  | FPEXC=0                       | UND
          simd     | SVC | true  | FPEXC=0                       | UND
          fpscr    | SVC | true  | FPEXC=0                       | UND
          fpexc    | SVC | true  | FPEXC=0                       | ok
          mvfr0    | SVC | true  | FPEXC=0                       | ok
          vfp      | SVC | true  | NSACR=0                       | UND
          vfp      | USR | true  | NSACR=0                       | UND
          vfp      | HYP | true  | NSACR=0                       | HYP 3004 1fe0000a
          simd     | HYP | true  | NSACR=0                       | HYP 3004 1fe00020
          vfp      | SVC | false | NSACR=0                       | ok
          simd     | SVC | true  | NSACR=8c00                    | UND
          vfp      | SVC | true  | NSACR=8c00                    | ok
          simd     | HYP | true  | NSACR=8c00                    | HYP 3004 1fe00020
          simd     | SVC | false | NSACR=8c00                    | ok
          vfp d16  | SVC | true  | NSACR=4c00                    | UND
          vfp d16  | HYP | true  | NSACR=4c00                    | UND in HYP
          vfp d16  | SVC | false | NSACR=4c00                    | ok
          vfp      | USR | true  | HCPTR=c00                     | HYP 3014 1fe0000a
          vfp      | SVC | true  | HCPTR=c00                     | HYP 3014 1fe0000a
          simd     | SVC | true  | HCPTR=c00                     | HYP 3014 1fe00020
          fpexc    | SVC | true  | HCPTR=c00                     | HYP 3014 1fe0000a
          vfp      | HYP | true  | HCPTR=c00                     | HYP 3004 1fe0000a
          vfp      | SVC | false | HCPTR=c00                     | ok
          simd     | SVC | true  | HCPTR=8000                    | HYP 3014 1fe00020
          vfp      | SVC | true  | HCPTR=8000                    | ok
          simd     | HYP | true  | HCPTR=8000                    | HYP 3004 1fe00020
          vfp      | SVC | true  | HCPTR=c00 CPACR=0             | UND
          vfp      | USR | true  | HCPTR=c00 CPACR=500000        | UND
          vfp      | SVC | true  | HCPTR=c00 FPEXC=0             | UND
          fpexc    | SVC | true  | HCPTR=c00 FPEXC=0             | HYP 3014 1fe0000a
          """)
  void isGrantedOrTaken(
      String instruction, Mode mode, boolean nonSecure, String configuration, String outcome) {
    Rig rig = new Rig(mode, nonSecure);
    rig.set("CPACR", 0x00f0_0000).set("FPEXC", 0x4000_0000).set("NSACR", 0xc00).set("HCPTR", 0);
    if (configuration != null) {
      for (String setting : configuration.split(" ")) {
        String[] parts = setting.split("=");
        rig.set(parts[0], Long.parseLong(parts[1], 16));
      }
    }
    rig.execute(WORDS.get(instruction));
    assertThat(happened(rig, mode)).isEqualTo(outcome);
  }

  private static String happened(Rig rig, Mode from) {
    int pc = rig.core().pc();
    if (pc == Rig.CODE + 4) {
      return "ok";
    }
    int hsr = (int) rig.get("HSR");
    if (rig.core().mode() != Mode.HYP) {
      return rig.core().mode() + (hsr == 0 ? "" : " with HSR");
    }
    return hsr == 0 && from == Mode.HYP ? "UND in HYP" : String.format("HYP %x %08x", pc, hsr);
  }
}
