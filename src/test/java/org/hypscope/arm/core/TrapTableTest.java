package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bit of HCR, HSTR, HCPTR, HDCR and CNTHCTL that traps system registers traps those that the
 * manual lists, each with its syndrome, and no other: also the traps that QEMU has not got.
 */
class TrapTableTest {
  private static final int RT = 3;
  private static final int RT2 = 6;

  /** A line of the manual's table. */
  record Bit(String name, boolean whenSet, boolean writesOnly, List<String> registers) {
    static Bit of(String line) {
      String[] words = line.split(" ");
      return new Bit(
          words[0],
          words[1].equals("set"),
          words[2].equals("writes"),
          Arrays.asList(words).subList(3, words.length));
    }

    boolean lists(SysReg row) {
      return registers.stream().anyMatch(row.name()::matches);
    }

    void apply(Rig rig) {
      String[] parts = name.split("\\.");
      long bit = 1L << SysRegs.byName(parts[0]).field(parts[1]).low();
      rig.set(parts[0], whenSet ? rig.get(parts[0]) | bit : rig.get(parts[0]) & ~bit);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Bit> bits() throws IOException {
    try (InputStream in = TrapTableTest.class.getResourceAsStream("/sysreg/traps.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Bit::of)
          .toList();
    }
  }

  /** HSTR's bits go by CRn, of a 64-bit access by CRm. */
  static Stream<Bit> primaryRegisters() {
    return IntStream.range(0, 16)
        .filter(n -> n != 4 && n != 14)
        .mapToObj(n -> new Bit("HSTR.T" + n, true, false, List.of()));
  }

  @ParameterizedTest
  @MethodSource("bits")
  void trapsWhatTheManualLists(Bit bit) {
    assertThat(wrong(bit, Mode.SVC, true)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("primaryRegisters")
  void hstrTrapsByThePrimaryRegister(Bit bit) {
    int n = Integer.parseInt(bit.name().substring("HSTR.T".length()));
    Set<String> wrong = new TreeSet<>();
    for (SysReg row : SysRegs.rows()) {
      for (Encoding e : row.encodings()) {
        boolean wanted = e.cp() == 15 && (e.wide() ? e.crm() : e.crn()) == n;
        compare(wrong, List.of(bit), Mode.SVC, true, row, e, wanted);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HYP, true", "MON, true", "MON, false", "SVC, false", "USR, false"})
  void nothingIsTrappedInHypAndSecureState(Mode mode, boolean nonSecure) throws IOException {
    List<Bit> all = new ArrayList<>(bits());
    primaryRegisters().forEach(all::add);
    Set<String> wrong = new TreeSet<>();
    for (SysReg row : SysRegs.rows()) {
      for (Encoding e : row.encodings()) {
        if (e.cp() >= 14) {
          compare(wrong, all, mode, nonSecure, row, e, false);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aTrapTooManyAndOneTooFewAreFound() {
    Bit tooFew = new Bit("HCR.TAC", true, false, List.of("ACTLR", "CPACR"));
    assertThat(wrong(tooFew, Mode.SVC, true))
        .containsExactly(
            "HCR.TAC: CPACR (p15, 0, Rt, c1, c0, 2) is read at 8004",
            "HCR.TAC: CPACR (p15, 0, Rt, c1, c0, 2) is written at 8004");
    Bit tooMany = new Bit("HCR.TAC", true, true, List.of("ACTLR"));
    assertThat(wrong(tooMany, Mode.SVC, true))
        .containsExactly("HCR.TAC: ACTLR (p15, 0, Rt, c1, c0, 1) is read at 3014, HSR fe20461");
  }

  private static Set<String> wrong(Bit bit, Mode mode, boolean nonSecure) {
    Set<String> wrong = new TreeSet<>();
    for (SysReg row : SysRegs.rows()) {
      for (Encoding e : row.encodings()) {
        if (e.cp() >= 14) {
          compare(wrong, List.of(bit), mode, nonSecure, row, e, bit.lists(row));
        }
      }
    }
    return wrong;
  }

  private static void compare(
      Set<String> wrong,
      List<Bit> bits,
      Mode mode,
      boolean nonSecure,
      SysReg row,
      Encoding e,
      boolean listed) {
    for (boolean read : new boolean[] {true, false}) {
      Rig rig = new Rig(mode, nonSecure);
      boolean possible =
          read ? row.readableAt(rig.core().level()) : row.writableAt(rig.core().level());
      boolean wanted = listed && possible && !(read && bits.get(0).writesOnly());
      bits.forEach(bit -> bit.apply(rig));
      rig.set("HSR", 0).execute(word(e, read));
      long hsr = rig.get("HSR");
      boolean right =
          wanted
              ? rig.core().pc() == 0x3014 && hsr == syndrome(e, read)
              : rig.core().pc() != 0x3014 && hsr == 0;
      if (!right) {
        String at = Integer.toHexString(rig.core().pc()) + (hsr == 0 ? "" : ", HSR " + hex(hsr));
        String what = read ? " is read at " : " is written at ";
        wrong.add(bits.get(0) + ": " + row + " (" + e + ")" + what + at);
      }
    }
  }

  private static String hex(long value) {
    return Long.toHexString(value);
  }

  private static int word(Encoding e, boolean read) {
    int common = 0xee000000 | e.cp() << 8 | e.crm() | RT << 12 | (read ? 1 << 20 : 0);
    return e.wide()
        ? common & ~(0xf << 24) | 0xc << 24 | 1 << 22 | RT2 << 16 | e.opc1() << 4
        : common | 1 << 4 | e.opc1() << 21 | e.crn() << 16 | e.opc2() << 5;
  }

  /** HSR of the access by B3.13.6: EC 3, 5, 4 and 0xc; IL, CV and COND; operands; direction. */
  private static long syndrome(Encoding e, boolean read) {
    long ec = e.wide() ? (e.cp() == 15 ? 0x4 : 0xc) : (e.cp() == 15 ? 0x3 : 0x5);
    long operands =
        e.wide()
            ? (long) e.opc1() << 16 | RT2 << 10
            : (long) e.opc2() << 17 | e.opc1() << 14 | e.crn() << 10;
    return ec << 26 | 0x3eL << 20 | operands | RT << 5 | e.crm() << 1 | (read ? 1 : 0);
  }
}
