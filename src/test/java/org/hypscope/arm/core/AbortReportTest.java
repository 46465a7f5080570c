package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an abort reports: HSR with the load or store described, HDFAR, HIFAR and HPFAR for faults of
 * stage 2 (ARM ARM B3.13.6), DFSR and DFAR with domain and cache maintenance for those of stage 1.
 */
class AbortReportTest {
  private static final int LEVEL1 = 0x1_0000;
  private static final int LEVEL2 = 0x1_4000;
  private static final int STAGE2 = 0x1_8000;
  private static final int PAGES = 0x1_a000;
  private static final int ELSEWHERE = 0x1_b000;
  private static final int AT = Rig.DATA + 0x124;
  private static final int BX_R1 = 0xe12fff11;

  /** Stage 2 maps the first 2 MB to themselves, but for the page of data: {@code descriptor}. */
  private static Rig stage2(Mode mode, int descriptor) {
    Rig rig = new Rig(mode, true);
    rig.bus().words(STAGE2, STAGE2 + 0x1000 | 3, 0);
    rig.bus().words(STAGE2 + 0x1000, PAGES | 3, 0);
    for (int page = 0; page < 512; page++) {
      rig.bus().words(PAGES + 8 * page, page << 12 | 0x4ff, 0);
    }
    map(rig, Rig.DATA, descriptor);
    rig.core().setR(1, AT);
    return rig.set("VTTBR", STAGE2).set("VTCR", 1 << 6).set("HCR", 1);
  }

  private static void map(Rig rig, int page, int descriptor) {
    rig.bus().words(PAGES + 8 * (page >>> 12), descriptor == 0 ? 0 : page | descriptor, 0);
  }

  /** Stage 1 maps the first megabyte by pages; the second and third as given. */
  private static Rig stage1(Rig rig, int second, int third) {
    rig.bus().words(LEVEL1, LEVEL2 | 1, second, third);
    for (int page = 0; page < 0x100; page++) {
      rig.bus().words(LEVEL2 + 4 * page, page << 12 | 0x7e);
    }
    return rig.set("TTBR0", LEVEL1).set("DACR", 1).or("SCTLR", 1);
  }

  @ParameterizedTest(name = "{0}, stage 2 {1}: HSR {2}")
  @CsvSource({
    "e5913000, 0, 93830007", // ldr r3, [r1]
    "e5d13000, 0, 93030007", // ldrb r3, [r1]
    "e1d130d0, 0, 93230007", // ldrsb r3, [r1]
    "e1d130b0, 0, 93430007", // ldrh r3, [r1]
    "e1d130f0, 0, 93630007", // ldrsh r3, [r1]
    "e5815000, 0, 93850047", // str r5, [r1]
    "e5c15000, 0, 93050047", // strb r5, [r1]
    "e1c150b0, 0, 93450047", // strh r5, [r1]
    "e591d000, 0, 938d0007", // ldr sp, [r1]
    "e791e00c, 0, 938e0007", // ldr lr, [r1, r12]
    "e7c1e00c, 0, 930e0047", // strb lr, [r1, r12]
    "e4913004, 0, 90000007", // ldr r3, [r1], #4
    "e5b13004, 0, 90000007", // ldr r3, [r1, #4]!
    "e591f000, 0, 90000007", // ldr pc, [r1]
    "e1c140d4, 0, 90000007", // ldrd r4, [r1, #4]
    "e1c140f4, 0, 90000047", // strd r4, [r1, #4]
    "e8910018, 0, 90000007", // ldm r1, {r3, r4}
    "e1913f9f, 0, 90000007", // ldrex r3, [r1]
    "e5815000, 47f, 9385004f", // read-only
    "e5913000, 43f, 9383000f", // neither
    "e5913000, ff,  9383000b", // access flag
  })
  void stage2DescribesTheAccess(String word, String descriptor, String hsr) {
    Rig rig = stage2(Mode.SVC, Integer.parseInt(descriptor, 16));
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(Long.toHexString(rig.get("HSR"))).isEqualTo(hsr);
    assertThat(rig.core().pc()).isEqualTo(0x3014);
    assertThat(rig.get("HDFAR") & ~15).isEqualTo(AT & ~15);
    assertThat(rig.get("HPFAR")).isEqualTo(0x90);
  }

  @ParameterizedTest(name = "T32 {0}: HSR {1}")
  @CsvSource({
    "0000680b, 91830007", // ldr r3, [r1]
    "0000700d, 91050047", // strb r5, [r1]
    "3000f8d1, 93830007", // ldr.w r3, [r1]
    "5b04f851, 90000007", // ldr r5, [r1], #4
    "0000c918, 90000007", // ldm r1!, {r3, r4}
  })
  void stage2DescribesTheAccessInT32(String memory, String hsr) {
    Rig rig = stage2(Mode.SVC, 0);
    rig.core().setCpsr(Mode.SVC.encoding() | Psr.T);
    rig.execute(Integer.parseUnsignedInt(memory, 16));
    assertThat(Long.toHexString(rig.get("HSR"))).isEqualTo(hsr);
  }

  @Test
  void aFetchThatStage2FaultsIsReportedToHyp() {
    Rig rig = stage2(Mode.SVC, 0);
    rig.execute(BX_R1);
    rig.core().run(1, null);
    assertThat(rig.get("HSR")).isEqualTo(0x8000_0007L);
    assertThat(rig.get("HIFAR")).isEqualTo(AT);
    assertThat(rig.get("HPFAR")).isEqualTo(0x90);
    assertThat(rig.bank(Bank.ELR_hyp)).isEqualTo(AT);
  }

  @Test
  void aWalkThatStage2FaultsIsReportedAsOne() {
    Rig rig = stage1(stage2(Mode.SVC, 0x4ff), ELSEWHERE | 1, 0);
    map(rig, ELSEWHERE, 0);
    rig.core().setR(1, 0x10_0123);
    rig.execute(0xe5d13000); // ldrb r3, [r1]
    assertThat(rig.get("HSR")).isEqualTo(0x9000_0087L);
    assertThat(rig.get("HDFAR")).isEqualTo(0x10_0123);
    assertThat(rig.get("HPFAR")).isEqualTo(ELSEWHERE >>> 8);
  }

  @Test
  void stage2IsNotForHypAndSecureState() {
    for (Mode mode : new Mode[] {Mode.HYP, Mode.MON}) {
      Rig rig = stage2(mode, 0);
      rig.execute(0xe5913000);
      assertThat(rig.core().pc()).as("%s", mode).isEqualTo(Rig.CODE + 4);
    }
  }

  @ParameterizedTest(name = "{0} in the second megabyte, {1}, DACR {2}: DFSR {3}")
  @CsvSource({
    "e5913000, 0,      1,   005", // nothing there
    "e5813000, 0,      1,   805",
    "e5913000, 1b001,  1,   007", // no page
    "e5913000, 100caf, 1,   059", // PXN is no matter
    "e5913000, 1001b1, 1,   0d7", // what a table of domain 13 has not
    "e5913000, 100cae, 1,   059", // domain 5, no access
    "e5913000, 100cae, 401, 0",
    "e5913000, 1000ae, 401, 05d", // permission
    "e5813000, 1080ae, c01, 0", // domain 5, manager
    "e5813000, 1084ae, 401, 85d", // read-only
    "e5913000, 1084ae, 401, 0",
    "e5813000, 1088ae, 401, 85d",
    "ee071f3a, 0,      1,   2805", // mcr p15, 0, r1, c7, c10, 1: DCCMVAC
    "ee071f35, 0,      1,   2805", // ICIMVAU
    "ee071f36, 0,      1,   2805", // DCIMVAC
    "ee071f3e, 100c0e, 1,   0", // DCCIMVAC
    "ee071f3e, 10008e, 1,   2849" // domain 4
  })
  void stage1ReportsDomainAndMaintenance(String word, String entry, String dacr, String dfsr) {
    Rig rig = stage1(new Rig(Mode.SVC, true), Integer.parseInt(entry, 16), 0);
    rig.bus().words(ELSEWHERE, 0).words(0x10_0000, 0);
    rig.set("DACR", Integer.parseInt(dacr, 16));
    rig.core().setR(1, 0x10_0120);
    rig.execute(Integer.parseUnsignedInt(word, 16));
    assertThat(rig.get("DFSR")).isEqualTo(Integer.parseInt(dfsr, 16));
    assertThat(rig.get("DFAR")).isEqualTo(dfsr.equals("0") ? 0 : 0x10_0120);
  }

  @Test
  void aWalkThatTheBusFaultsIsAnExternalAbort() {
    Rig rig = stage1(new Rig(Mode.SVC, true), Rig.NOWHERE | 1, 0);
    rig.core().setR(1, 0x10_0120);
    rig.execute(0xe5913000);
    assertThat(rig.get("DFSR")).isEqualTo(0xe);
  }

  @Test
  void anAbortOfUserModeGoesWhereTgeSaysWithItsAddress() {
    Rig rig = stage1(new Rig(Mode.USR, true), 0, 0).or("HCR", 1 << 27);
    rig.core().setR(1, 0x10_0120);
    rig.execute(0xe5913000);
    assertThat(rig.core().mode()).isEqualTo(Mode.HYP);
    assertThat(rig.get("HDFAR")).isEqualTo(0x10_0120);
    assertThat(rig.get("HPFAR")).isZero();
  }

  @ParameterizedTest(name = "{0} from {1}, SCR.NS {2}: link {3}, {4} is {5}")
  @CsvSource({
    "e5913000, SVC, true,  8008, DFSR(S), 008",
    "e5813000, HYP, true,  8008, DFSR(S), 808",
    "e5913000, MON, true,  8008, DFSR(S), 008",
    "e12fff11, USR, true,  f00004, IFSR(S), 008",
    "e12fff11, HYP, true,  f00004, IFSR(S), 008",
    "e12fff11, SVC, false, f00004, IFSR(S), 008"
  })
  void externalAbortsGoToMonitorWhereScrEaSaysSo(
      String word, Mode mode, boolean ns, String link, String status, String value) {
    Rig rig = new Rig(mode, ns).or("SCR", Rig.SCR_EA);
    rig.core().setR(1, Rig.NOWHERE);
    rig.execute(Integer.parseUnsignedInt(word, 16));
    boolean fetch = status.startsWith("I");
    if (fetch) {
      rig.core().run(1, null);
    }
    assertThat(rig.core().mode()).isEqualTo(Mode.MON);
    assertThat(rig.core().pc()).isEqualTo(fetch ? 0x400c : 0x4010);
    assertThat(Integer.toHexString(rig.core().r(14))).isEqualTo(link);
    assertThat(rig.get(status)).isEqualTo(Integer.parseInt(value, 16));
    assertThat(rig.get(fetch ? "IFAR(S)" : "DFAR(S)")).isEqualTo(Rig.NOWHERE);
    assertThat(rig.get(fetch ? "IFSR" : "DFSR")).isZero();
    assertThat(rig.get("HSR")).isZero();
  }

  @ParameterizedTest(name = "TTBCR.EAE {0}: DFSR {1}")
  @CsvSource({"false, 406", "true, 211"})
  void aVirtualAbortIsAsynchronous(boolean longFormat, String dfsr) {
    Rig rig = new Rig(Mode.USR, true).set("HCR", 1 << 8 | 1 << 5);
    rig.set("TTBCR", longFormat ? 0x8000_0000L : 0).set("DFAR", 0x1234);
    rig.core().run(1, null);
    assertThat(rig.core().mode()).isEqualTo(Mode.ABT);
    assertThat(rig.core().r(14)).isEqualTo(Rig.CODE + 8);
    assertThat(Long.toHexString(rig.get("DFSR"))).isEqualTo(dfsr);
    assertThat(rig.get("DFAR")).isEqualTo(0x1234);
    assertThat(rig.get("HCR") & 1 << 8).as("HCR.VA").isZero();
  }
}
