package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.oracle.AccessProgram.Access;
import org.hypscope.oracle.AccessProgram.Put;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every system register, read and written from every level, with and without every trap, takes the
 * exception with the syndrome, and reads the value, that QEMU shows; {@link AccessDifferences} says
 * where not.
 */
class AccessRulesTest {
  /** The program's own vectors and mode, timers that run, breakpoints, and what moves counters. */
  private static final String NOT_OVERWRITTEN =
      "H?VBAR|MVBAR|SCR|H?SCTLR|CNT.*|DBG[BW]CR.|DBGDSCRext|PM(CR|SELR|CNTEN.*|XEV.*|CCNTR)";

  private static final long ALL_OF_HCR = 0x7ff_8000L;

  /** None of them is for HYP or Secure state. */
  private static final Map<String, Long> ALL_TRAPS =
      Map.of("HCR", ALL_OF_HCR, "HSTR", 0x3bfefL, "HDCR", 0xfe6L, "HCPTR", 1L << 31, "CNTHCTL", 0L);

  private static final int MOST_STEPS = 2_000_000;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  static Stream<Arguments> situations() {
    return Stream.of(
        situation("virt", Level.HYP, Map.of()),
        situation("virt", Level.PL1_NS, Map.of()),
        situation("virt", Level.PL0, Map.of()),
        situation("virt-secure", Level.PL1_S, Map.of()),
        situation("virt-secure", Level.MON, Map.of()),
        situation("virt-a7", Level.HYP, Map.of()),
        situation("virt", Level.PL0, Map.of("CNTKCTL", 0x303L, "PMUSERENR", 1L)),
        situation("virt", Level.PL0, Map.of("TEECR", 1L, "CNTKCTL", 2L)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 1L << 26)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 1L << 25)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 7L << 22)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 1L << 21)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 1L << 20)),
        situation("virt", Level.PL1_NS, Map.of("HCR", 0xfL << 15)),
        situation("virt", Level.PL1_NS, Map.of("HSTR", 0x3bfefL)),
        situation("virt", Level.PL0, Map.of("HSTR", 0x3bfefL, "PMUSERENR", 1L)),
        situation("virt", Level.PL1_NS, Map.of("HCPTR", 1L << 31, "CNTHCTL", 0L)),
        situation("virt", Level.PL0, Map.of("CNTHCTL", 0L, "CNTKCTL", 0x303L)),
        situation("virt", Level.PL1_NS, Map.of("HDCR", 0x200L)),
        situation("virt", Level.PL1_NS, Map.of("HDCR", 0x400L)),
        situation("virt", Level.PL1_NS, Map.of("HDCR", 0x800L)),
        situation("virt", Level.PL0, Map.of("HDCR", 0xf00L)),
        situation("virt", Level.PL1_NS, Map.of("HDCR", 0x40L)),
        situation("virt", Level.PL0, Map.of("HDCR", 0x20L, "PMUSERENR", 1L)),
        situation("virt", Level.PL0, Map.of("HCR", ALL_OF_HCR)),
        situation("virt-a7", Level.PL1_NS, Map.of("HCR", ALL_OF_HCR)),
        situation("virt", Level.HYP, ALL_TRAPS),
        situation("virt-secure", Level.PL1_S, ALL_TRAPS),
        situation("virt-secure", Level.MON, ALL_TRAPS));
  }

  private static Arguments situation(String board, Level level, Map<String, Long> settings) {
    return Arguments.of(board, level, settings);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("situations")
  void agreesWithQemu(String board, Level level, Map<String, Long> settings) {
    compare(board, new AccessProgram(level, settings, everyAccess()));
  }

  static Stream<Arguments> thumbSituations() {
    return Stream.of(
        situation("virt", Level.HYP, Map.of()),
        situation("virt", Level.PL1_NS, Map.of("HCR", ALL_OF_HCR, "HDCR", 0xfe6L)),
        situation("virt", Level.PL0, Map.of("HSTR", 0x3bfefL, "PMUSERENR", 1L)),
        situation("virt-secure", Level.MON, Map.of()));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("thumbSituations")
  void agreesWithQemuInT32(String board, Level level, Map<String, Long> settings) {
    compare(board, new AccessProgram(level, settings, everyAccess(), true));
  }

  /** Each cache that CSSELR selects, there or not. */
  @ParameterizedTest
  @CsvSource({"virt, 0", "virt, 1", "virt, 2", "virt, 3", "virt-a7, 0", "virt-a7, 1", "virt-a7, 2"})
  void theCachesAreThoseOfTheProcessor(String board, long selected) {
    List<Access> read = List.of(new Access(SysRegs.byName("CCSIDR").encodings().get(0), true));
    compare(board, new AccessProgram(Level.HYP, Map.of("CSSELR", selected), read));
  }

  @ParameterizedTest
  @CsvSource({"virt", "virt-a7"})
  void theFloatingPointRegistersAreThoseOfTheProcessor(String board) {
    Map<String, Long> on = new LinkedHashMap<>();
    on.put("CPACR", 0xf0_0000L);
    on.put("FPEXC", 1L << 30);
    List<Access> reads =
        SysRegs.all().stream()
            .flatMap(row -> row.encodings().stream())
            .filter(encoding -> encoding.cp() == 10)
            .map(encoding -> new Access(encoding, true))
            .toList();
    assertThat(reads).hasSize(4);
    compare(board, new AccessProgram(Level.HYP, on, reads));
  }

  /** All levels in the long form; the highest and the lowest otherwise. */
  static Stream<Level> swept() {
    boolean all = Boolean.getBoolean("hypscope.long");
    return Stream.of(Level.values())
        .filter(level -> all || level == Level.HYP || level == Level.PL0);
  }

  /** Encodings without a row too, so that none is missed or invented. */
  @ParameterizedTest
  @MethodSource("swept")
  void everyEncodingAgreesWithQemu(Level level) {
    AccessProgram program = new AccessProgram(level, Map.of(), everyEncoding());
    compare(program.board(), program);
  }

  /** Which bits a write changes: all ones, then all zeroes, each read back. */
  @ParameterizedTest
  @CsvSource({"virt, HYP", "virt, PL1_NS", "virt-secure, MON", "virt-secure, PL1_S"})
  void writesKeepTheBitsThatQemuKeeps(String board, Level level) {
    List<Access> accesses = new ArrayList<>();
    for (SysReg row : SysRegs.all()) {
      boolean both = row.readableAt(level) && row.writableAt(level);
      if (both && !row.name().matches(NOT_OVERWRITTEN)) {
        for (Encoding encoding : row.encodings()) {
          if (encoding.cp() >= 14) {
            accesses.add(new Access(encoding, false, Put.ONES));
            accesses.add(new Access(encoding, true));
            accesses.add(new Access(encoding, false, Put.ZEROES));
            accesses.add(new Access(encoding, true));
          }
        }
      }
    }
    compare(board, new AccessProgram(level, Map.of(), accesses));
  }

  private void compare(String board, AccessProgram program) {
    Path elf = program.build(folder);
    int count = program.accesses().size() * AccessProgram.WORDS;
    int[] ours;
    int[] theirs;
    try (CoreTarget core = new CoreTarget(board, elf);
        QemuTarget qemu = new QemuTarget(board, elf, folder.resolve("console"))) {
      core.runTo(AccessProgram.FINISHED, MOST_STEPS);
      qemu.runTo(AccessProgram.FINISHED);
      ours = core.words(AccessProgram.LOG, count);
      theirs = qemu.words(AccessProgram.LOG, count);
    }
    assertThat(unexplained(program, ours, theirs)).isEmpty();
  }

  @Test
  void aDifferenceThatNobodyExplainsIsFound() {
    AccessProgram program = new AccessProgram(Level.HYP, Map.of(), everyAccess());
    int[] ours = new int[program.accesses().size() * AccessProgram.WORDS];
    int[] theirs = ours.clone();
    theirs[0] = AccessProgram.UNDEFINED;
    theirs[2 * AccessProgram.WORDS + 2] = 1;
    assertThat(unexplained(program, ours, theirs))
        .containsExactly(
            "HVBAR (read p15, 4, c12, c0, 0): 00000000, QEMU undefined",
            "HCR (read p15, 4, c1, c1, 0): 00000000, QEMU 00000001");
  }

  private static List<Access> everyAccess() {
    List<Access> accesses = new ArrayList<>();
    for (SysReg row : SysRegs.rows()) {
      for (Encoding encoding : row.encodings()) {
        if (encoding.cp() >= 14) {
          accesses.add(new Access(encoding, true));
          accesses.add(new Access(encoding, false));
        }
      }
    }
    return accesses;
  }

  private static List<Access> everyEncoding() {
    List<Access> accesses = new ArrayList<>();
    for (int cp = 14; cp < 16; cp++) {
      for (int bits = 0; bits < 1 << 14; bits++) {
        Encoding narrow = Encoding.narrow(cp, bits >> 11, bits >> 7 & 15, bits >> 3 & 15, bits & 7);
        accesses.add(new Access(narrow, true));
        accesses.add(new Access(narrow, false));
      }
      for (int bits = 0; bits < 1 << 8; bits++) {
        accesses.add(new Access(Encoding.wide(cp, bits >> 4, bits & 15), true));
        accesses.add(new Access(Encoding.wide(cp, bits >> 4, bits & 15), false));
      }
    }
    return accesses;
  }

  private static List<String> unexplained(AccessProgram program, int[] ours, int[] theirs) {
    List<String> differences = new ArrayList<>();
    for (int n = 0; n < program.accesses().size(); n++) {
      Access access = program.accesses().get(n);
      String here = outcome(access, ours, n);
      String there = outcome(access, theirs, n);
      if (!here.equals(there) && !AccessDifferences.explain(access, program.level(), here, there)) {
        differences.add(
            AccessDifferences.name(access) + " (" + access + "): " + here + ", QEMU " + there);
      }
    }
    return differences;
  }

  private static String outcome(Access access, int[] log, int n) {
    int at = n * AccessProgram.WORDS;
    return switch (log[at]) {
      case 0 -> access.read() ? value(access, log[at + 2], log[at + 3]) : "written";
      case AccessProgram.UNDEFINED, AccessProgram.HYP_UNDEFINED -> "undefined";
      case AccessProgram.HYP_TRAP -> String.format("trapped %08x", log[at + 1]);
      default -> String.format("entry %x", log[at]);
    };
  }

  private static String value(Access access, int low, int high) {
    return access.encoding().wide()
        ? String.format("%08x_%08x", high, low)
        : String.format("%08x", low);
  }
}
