package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * MemA, MemU and MemU_unpriv (B2.4.5): sizes, endianness, unaligned accesses within a page and
 * across two, what faults and what is then left alone; and code that is written.
 */
class MemoryAccessTest {
  private static final int LEVEL1 = 0x1_0000;
  private static final int LEVEL2 = 0x1_4000;
  private static final int END = Rig.DATA + 0x1000;
  private static final int NORMAL = 0x7e;
  private static final int NONE = 0;

  private static final int LDR = 0xe5910000;
  private static final int LDRB = 0xe5d10000;
  private static final int LDRH = 0xe1d100b0;
  private static final int LDRSH = 0xe1d100f0;
  private static final int LDRT = 0xe4b10000;
  private static final int LDRHT = 0xe0f100b0;
  private static final int STR = 0xe5810000;
  private static final int STRB = 0xe5c10000;
  private static final int STRH = 0xe1c100b0;
  private static final int STRT = 0xe4a10000;
  private static final int MOV_R2_1 = 0xe3a02001;
  private static final int MOV_R2_2 = 0xe3a02002;
  private static final int BX_R3 = 0xe12fff13;

  /** Pages mapped to themselves, those of code and data Normal, that at {@link #END} as given. */
  private static Rig translated(Mode mode, int after) {
    Rig rig = new Rig(mode, true);
    rig.bus().words(LEVEL1, LEVEL2 | 1);
    for (int page = 0; page < 0x100; page++) {
      rig.bus().words(LEVEL2 + 4 * page, page << 12 | NORMAL);
    }
    rig.bus().words(LEVEL2 + 4 * (END >>> 12), after == NONE ? 0 : END | after);
    for (int at = Rig.DATA - 4; at < END + 0x1000; at += 4) {
      rig.bus().words(at, word(at));
    }
    rig.set("TTBR0", LEVEL1).set("DACR", 1).or("SCTLR", 1);
    return rig;
  }

  private static int word(int at) {
    return octet(at) | octet(at + 1) << 8 | octet(at + 2) << 16 | octet(at + 3) << 24;
  }

  private static int octet(int at) {
    return at * 7 + 3 & 0xff;
  }

  private static int instruction(String name) {
    return switch (name) {
      case "ldr" -> LDR;
      case "ldrb" -> LDRB;
      case "ldrh" -> LDRH;
      case "ldrsh" -> LDRSH;
      case "ldrt" -> LDRT;
      case "ldrht" -> LDRHT;
      case "str" -> STR;
      case "strb" -> STRB;
      case "strh" -> STRH;
      default -> STRT;
    };
  }

  private static int size(String name) {
    return name.contains("b") ? 1 : name.contains("h") ? 2 : 4;
  }

  private static int expected(String name, int at, boolean big) {
    int value = 0;
    for (int n = 0; n < size(name); n++) {
      int place = big ? size(name) - 1 - n : n;
      value |= octet(at + n) << 8 * place;
    }
    return name.equals("ldrsh") ? (short) value : value;
  }

  @ParameterizedTest(name = "{0} at +{1}, big-endian {2}")
  @CsvSource({
    "ldr, 0, false", "ldr, 1, false", "ldr, 2, false", "ldr, 3, true", "ldr, 4, true",
    "ldr, fff, false", "ldr, ffd, true", "ldr, ffc, true", "ldrh, 0, false", "ldrh, 1, false",
    "ldrh, fff, true", "ldrh, ffe, true", "ldrh, 3, true", "ldrsh, 5, false", "ldrsh, 12, true",
    "ldrb, 5, false", "ldrb, fff, true", "ldrt, 1, false", "ldrt, 0, true", "ldrt, ffe, true",
    "ldrht, 1, true", "ldrht, 2, false"
  })
  void loadsPutBytesInOrder(String name, String offset, boolean big) {
    Rig rig = translated(Mode.SVC, NORMAL);
    int at = Rig.DATA + Integer.parseInt(offset, 16);
    for (int turn = 0; turn < 2; turn++) {
      rig.core().setCpsr(Mode.SVC.encoding() | (big ? Psr.E : 0));
      rig.core().setR(1, at);
      rig.execute(instruction(name));
      assertThat(rig.core().r(0)).isEqualTo(expected(name, at, big));
    }
  }

  @ParameterizedTest(name = "{0} at +{1}, big-endian {2}")
  @CsvSource({
    "str, 0, false", "str, 1, false", "str, 3, true", "str, 8, true", "str, fff, false",
    "str, ffd, true", "str, ffc, false", "strh, 0, false", "strh, 1, true", "strh, fff, true",
    "strh, ffe, true", "strb, 7, true", "strb, fff, false", "strt, 2, false", "strt, 4, true",
    "strt, ffe, true"
  })
  void storesPutBytesInOrder(String name, String offset, boolean big) {
    Rig rig = translated(Mode.SVC, NORMAL);
    int at = Rig.DATA + Integer.parseInt(offset, 16);
    for (int value : new int[] {0x1122_3344, 0x5566_7788}) {
      rig.core().setCpsr(Mode.SVC.encoding() | (big ? Psr.E : 0));
      rig.core().setR(0, value);
      rig.core().setR(1, at);
      rig.execute(instruction(name));
      for (int n = -4; n < 8; n++) {
        int place = big ? size(name) - 1 - n : n;
        boolean written = n >= 0 && n < size(name);
        assertThat(octetIn(rig, at + n))
            .as("byte %d", n)
            .isEqualTo(written ? value >>> 8 * place & 0xff : octet(at + n));
      }
    }
  }

  private static int octetIn(Rig rig, int at) {
    return rig.bus().word(at & ~3) >>> 8 * (at & 3) & 0xff;
  }

  @ParameterizedTest(name = "{0} at +{1}, then {2}, SCTLR.A {3}: DFSR {4}, DFAR {5}")
  @CsvSource({
    // alignment
    "ldr,  1,   7e, true,  001, 9001",
    "ldrh, 1,   7e, true,  001, 9001",
    "str,  2,   7e, true,  801, 9002",
    "ldrt, 2,   7e, true,  001, 9002",
    "ldr,  4,   7e, true,  0,   0",
    "ldrb, 3,   7e, true,  0,   0",
    // Device memory
    "ldr,  1001, 36, false, 001, a001",
    "str,  1001, 36, false, 801, a001",
    "ldr,  1000, 36, false, 0,   0",
    "ldr,  ffe,  36, false, 001, 9ffe",
    "strh, fff,  36, false, 801, 9fff",
    "ldr,  ffc,  36, false, 0,   0",
    // nothing there, in the first or the second page
    "ldr,  1000, 0,  false, 007, a000",
    "ldr,  ffe,  0,  false, 007, a000",
    "str,  ffe,  0,  false, 807, a000",
    "str,  ffc,  0,  false, 0,   0",
    // read-only, and not for User mode
    "str,  1000, 27e, false, 80f, a000",
    "str,  ffe,  27e, false, 80f, a000",
    "ldr,  1000, 27e, false, 0,   0",
    "ldr,  1000, 5e, false, 0,   0",
    "ldrt, 1000, 5e, false, 00f, a000",
    "strt, 1000, 5e, false, 80f, a000",
    "ldrt, ffe,  5e, false, 00f, a000",
    "ldr,  ffe,  5e, false, 0,   0"
  })
  void faultsAreReportedAndNothingIsWritten(
      String name, String offset, String page, boolean checked, String dfsr, String dfar) {
    Rig rig = translated(Mode.SVC, Integer.parseInt(page, 16));
    rig.or("SCTLR", checked ? 2 : 0);
    int at = Rig.DATA + Integer.parseInt(offset, 16);
    rig.core().setR(0, -1);
    rig.core().setR(1, at);
    rig.execute(instruction(name));
    boolean faults = !dfsr.equals("0");
    assertThat(Long.toHexString(rig.get("DFSR"))).isEqualTo(dfsr.replaceAll("^0+(?=.)", ""));
    assertThat(Long.toHexString(rig.get("DFAR"))).isEqualTo(dfar);
    assertThat(rig.core().mode()).isEqualTo(faults ? Mode.ABT : Mode.SVC);
    for (int n = 0; faults && n < 4; n++) {
      assertThat(octetIn(rig, at + n)).as("byte %d", n).isEqualTo(octet(at + n));
    }
  }

  @ParameterizedTest
  @CsvSource({"ldr, 1, 1", "ldrh, 1, 1", "str, 3, 801", "ldr, 4, 0", "ldrb, 1, 0"})
  void withoutTheMmuMemoryIsStronglyOrdered(String name, int offset, String dfsr) {
    Rig rig = new Rig(Mode.SVC, true);
    rig.core().setR(1, Rig.DATA + offset);
    rig.execute(instruction(name));
    assertThat(Long.toHexString(rig.get("DFSR"))).isEqualTo(dfsr);
  }

  @Test
  void codeThatIsWrittenIsExecutedAsWritten() {
    Rig rig = new Rig(Mode.SVC, true);
    Core core = rig.core();
    rig.bus().words(Rig.CODE, MOV_R2_1, STR, BX_R3);
    core.setR(0, MOV_R2_2);
    core.setR(1, Rig.CODE);
    core.setR(3, Rig.CODE);
    core.run(1, null);
    assertThat(core.r(2)).isEqualTo(1);
    core.run(3, null);
    assertThat(core.r(2)).isEqualTo(2);
  }

  /** Either half of a wide instruction, and one that lies on two words. */
  @ParameterizedTest
  @CsvSource({"0, f24f2000, f044", "2, f240, 44", "2, f06f, ffffffbb", "4, 0205, 5"})
  void thumbCodeThatIsWrittenIsExecutedAsWritten(int offset, String written, String result) {
    Rig rig = new Rig(Mode.SVC, true);
    Core core = rig.core();
    // movs r0, #0; mov.w r2, #0x44; bx r3
    rig.bus().words(Rig.CODE, 0xf04f2000, 0x47180244);
    rig.core().setCpsr(Mode.SVC.encoding() | Psr.T);
    core.setR(3, Rig.CODE + 1);
    core.run(3, null);
    assertThat(core.r(2)).isEqualTo(0x44);

    core.setCpsr(Mode.SVC.encoding());
    core.setPc(Rig.CODE + 0x100);
    core.setR(0, Integer.parseUnsignedInt(written, 16));
    core.setR(1, Rig.CODE + offset);
    rig.bus().words(Rig.CODE + 0x100, written.length() == 8 ? STR : STRH);
    core.run(1, null);

    core.setCpsr(Mode.SVC.encoding() | Psr.T);
    core.setPc(Rig.CODE);
    core.setR(2, -1);
    core.run(2, null);
    assertThat(core.r(2)).isEqualTo(Integer.parseUnsignedInt(result, 16));
  }
}
