package org.hypscope.arm.mmu;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.TestBus;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What short descriptors say that QEMU does not tell: memory types, with and without TEX remap, the
 * security of memory, supersections above 4 GB, and the order in which faults are looked for.
 */
class ShortDescriptorTest {
  private static final int TABLE = 0x1_0000;
  private static final int SECOND = 0x2_0000;
  private static final int VA = 0x0010_0000;
  private static final int PA = 0x8000_0000;
  private static final int AP_ALL = 3 << 10;
  private static final int MMU = 1;
  private static final int WXN = 1 << 19;
  private static final int UWXN = 1 << 20;
  private static final int TRE = 1 << 28;
  private static final int AFE = 1 << 29;
  private static final int MANAGER = 3;
  private static final int NS = 1 << 9;

  private final TestBus bus = new TestBus();
  private final SysRegFile registers = new SysRegFile();
  private final Translation t = new Translation();

  private void on(Regime regime, int descriptor, int sctlr, int dacr) {
    boolean secure = regime == Regime.PL1_S;
    bus.words(TABLE + 4, descriptor);
    registers.rawSet(TranslationRegs.TTBR0, secure, TABLE);
    registers.rawSet(ControlRegs.SCTLR, secure, sctlr | MMU);
    registers.rawSet(TranslationRegs.DACR, secure, dacr);
  }

  private void read(Regime regime) {
    new Translator(registers, bus).translate(regime, VA, AccessKind.READ, true, t);
  }

  private static int section(int texcb, boolean s) {
    return PA | (texcb >>> 2) << 12 | (texcb & 3) << 2 | (s ? 1 << 16 : 0) | AP_ALL | 2;
  }

  /** PAR without address and NS: NOS, SH, Inner and Outer (B4.1.112), by table B3-10. */
  @ParameterizedTest(name = "TEX, C, B {0}, S {1}: {2}")
  @CsvSource({
    "00000, false, 090",
    "00000, true,  090",
    "00001, false, 0b0",
    "00010, false, 068",
    "00010, true,  0e8",
    "00011, false, 07c",
    "00011, true,  0fc",
    "00100, false, 000",
    "00100, true,  080",
    "00111, false, 054",
    "01000, false, 0b0",
    "10000, false, 000",
    "10001, false, 050",
    "10110, false, 064",
    "11011, true,  0f8",
    "11101, false, 05c",
  })
  void withoutRemapTheBitsSayTheType(String texcb, boolean s, String attributes) {
    on(Regime.PL1_NS, section(Integer.parseInt(texcb, 2), s), 0, 1);
    read(Regime.PL1_NS);
    assertThat(Par.shortFormat(t)).isEqualTo(par(attributes));
  }

  /** Region 2 of PRRR and NMRR (B3.8.3): type, shareability, cacheability. */
  @ParameterizedTest(name = "PRRR {0}, NMRR {1}, S {2}: {3}")
  @CsvSource({
    "00000000, 00000000, false, 090",
    "00000010, 00000000, false, 0b0",
    "00000020, 00000000, false, 000",
    "00000020, 00300010, false, 05c",
    "00000020, 00200030, false, 078",
    "00000020, 00000020, true,  060",
    "00080020, 00000020, true,  0e0",
    "04080020, 00000020, true,  4e0",
    "00080020, 00000020, false, 060",
    "00040020, 00000020, false, 0e0",
    "04040020, 00000020, false, 4e0",
    "08080020, 00000020, true,  0e0",
  })
  void withRemapTheRegistersSayIt(String prrr, String nmrr, boolean s, String attributes) {
    on(Regime.PL1_NS, section(0b11010, s), TRE, 1);
    registers.rawSet(TranslationRegs.MAIR0, Long.parseLong(prrr, 16));
    registers.rawSet(TranslationRegs.MAIR1, Long.parseLong(nmrr, 16));
    read(Regime.PL1_NS);
    assertThat(Par.shortFormat(t)).isEqualTo(par(attributes));
  }

  private static long par(String attributes) {
    return PA & 0xffff_f000L | NS | Long.parseLong(attributes, 16);
  }

  @ParameterizedTest(name = "NS {0} in {1}: Non-secure {2}")
  @CsvSource({
    "false, PL1_S,  false",
    "true,  PL1_S,  true",
    "false, PL1_NS, true",
    "true,  PL1_NS, true",
  })
  void nsCountsInSecureStateAlone(boolean ns, Regime regime, boolean nonSecure) {
    on(regime, section(0, false) | (ns ? 1 << 19 : 0), 0, 1);
    read(regime);
    assertThat((Par.shortFormat(t) & NS) != 0).isEqualTo(nonSecure);
    on(regime, SECOND | (ns ? 1 << 3 : 0) | 1, 0, 1);
    bus.words(SECOND, PA | 0x32);
    read(regime);
    assertThat((Par.shortFormat(t) & NS) != 0).isEqualTo(nonSecure);
  }

  @Test
  void aSupersectionReachesAbove4Gb() {
    on(Regime.PL1_NS, 0x12a0_01e2 | 1 << 18 | AP_ALL, 0, 1);
    read(Regime.PL1_NS);
    assertThat(t.pa()).isEqualTo(0xfa_1210_0000L);
    assertThat(Par.shortFormat(t)).isEqualTo(0x12fa_0292L);
  }

  @ParameterizedTest(name = "DACR {0}, SCTLR.AFE {1}, AP[0] {2}: PAR {3} or {4}")
  @CsvSource({
    "0, false, 1, 13, 87b",
    "2, false, 1, 13, 87b",
    "0, true,  0, 07, 813",
    "3, true,  0, 07, 813",
    "3, false, 0, 00, 000",
    "3, true,  1, 00, 000",
  })
  void theAccessFlagIsLookedAtBeforeTheDomain(
      int dacr, boolean afe, int ap0, String shortPar, String longPar) {
    on(Regime.PL1_NS, PA | ap0 << 10 | 2, afe ? AFE : 0, dacr);
    read(Regime.PL1_NS);
    assertThat(t.fault() == null).isEqualTo(shortPar.equals("00"));
    if (t.fault() != null) {
      assertThat(Par.shortFormat(t)).isEqualTo(Long.parseLong(shortPar, 16));
      assertThat(Par.longFormat(t)).isEqualTo(Long.parseLong(longPar, 16));
    }
  }

  @Test
  void theSecondLevelIsLookedAtBeforeTheDomain() {
    on(Regime.PL1_NS, SECOND | 1, 0, 0);
    bus.words(SECOND, 0);
    read(Regime.PL1_NS);
    assertThat(t.fault()).isEqualTo(Fault.TRANSLATION);
    bus.words(SECOND, PA | 0x32);
    read(Regime.PL1_NS);
    assertThat(t.fault()).isEqualTo(Fault.DOMAIN);
    assertThat(Par.shortFormat(t)).isEqualTo(0x17);
  }

  @ParameterizedTest(name = "AP {0}, WXN {1}, UWXN {2}, privileged {3}, DACR {4}: {5}")
  @CsvSource({
    "3, false, false, true,  1, true",
    "3, true,  false, true,  1, false",
    "3, true,  false, false, 1, false",
    "3, false, true,  true,  1, false",
    "3, false, true,  false, 1, true",
    "1, false, true,  true,  1, true",
    "1, true,  false, true,  1, false",
    "7, true,  true,  true,  1, true",
    "7, true,  true,  false, 1, true",
    "3, true,  true,  true,  3, true",
  })
  void whatMayBeWrittenMayNotBeExecuted(
      int ap, boolean wxn, boolean uwxn, boolean privileged, int dacr, boolean may) {
    int sctlr = (wxn ? WXN : 0) | (uwxn ? UWXN : 0);
    on(Regime.PL1_NS, PA | (ap & 4) << 13 | (ap & 3) << 10 | 2, sctlr, dacr);
    new Translator(registers, bus).translate(Regime.PL1_NS, VA, AccessKind.FETCH, privileged, t);
    assertThat(t.fault() == null).isEqualTo(may);
    assertThat(dacr == MANAGER || may || t.fault() == Fault.PERMISSION).isTrue();
  }
}
