package org.hypscope.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * A program that reads and writes system registers from one level. Whatever exception an access
 * takes is noted with its syndrome, and the program goes on after it. A write puts back what the
 * read before it found.
 *
 * @param level from where
 * @param settings registers that are set before, by name, in order
 * @param accesses what is tried, in order
 * @param thumb whether it is tried by T32 instructions
 */
record AccessProgram(
    Level level, Map<String, Long> settings, List<Access> accesses, boolean thumb) {
  /** Words of the log that one access fills: entry, HSR, R0 and R1 after it. */
  static final int WORDS = 4;

  static final int FINISHED = 0x40010004;
  static final int LOG = 0x40800000;
  static final int UNDEFINED = 0x11;
  static final int HYP_UNDEFINED = 0x21;
  static final int HYP_TRAP = 0x25;

  /** By A32 instructions. */
  AccessProgram(Level level, Map<String, Long> settings, List<Access> accesses) {
    this(level, settings, accesses, false);
  }

  /** What a write puts into R0 and R1 first. */
  enum Put {
    WHAT_IS_THERE(""),
    ZEROES("mov r0, #0; mov r1, #0"),
    ONES("mvn r0, #0; mvn r1, #0");

    private final String instructions;

    Put(String instructions) {
      this.instructions = instructions;
    }
  }

  /** One instruction: MRC, MCR, MRRC or MCRR with R0 (and R1). */
  record Access(Encoding encoding, boolean read, Put put) {
    /** A read, or a write of what was read before. */
    Access(Encoding encoding, boolean read) {
      this(encoding, read, read ? Put.ZEROES : Put.WHAT_IS_THERE);
    }

    int word() {
      int load = read ? 1 << 20 : 0;
      int common = encoding.cp() << 8 | encoding.crm() | load;
      return encoding.wide()
          ? 0xec410000 | common | encoding.opc1() << 4
          : 0xee000010
              | common
              | encoding.opc1() << 21
              | encoding.crn() << 16
              | encoding.opc2() << 5;
    }

    @Override
    public String toString() {
      String name =
          encoding.wide()
              ? encoding.cp() + ", " + encoding.opc1() + ", c" + encoding.crm()
              : encoding.cp()
                  + ", "
                  + encoding.opc1()
                  + ", c"
                  + encoding.crn()
                  + ", c"
                  + encoding.crm()
                  + ", "
                  + encoding.opc2();
      return (read ? "read p" : "write p") + name;
    }
  }

  /** The board where this level is reached. */
  String board() {
    return level == Level.PL1_S || level == Level.MON ? "virt-secure" : "virt";
  }

  /** Assembles and links the program into {@code folder}; returns the ELF. */
  Path build(Path folder) {
    Path source = folder.resolve("access.S");
    Path object = folder.resolve("access.o");
    Path elf = folder.resolve("access.elf");
    try {
      Files.writeString(source, String.join("\n", lines()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Tools.run(List.of(Tools.AS, "-march=armv7ve", "-o", object.toString(), source.toString()));
    Tools.run(
        List.of(Tools.LD, "-Ttext=0x40010000", "-e", "_start", "-o", elf.toString(), "" + object));
    return elf;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(handlers());
    lines.add("reset:");
    load(lines, "r8", LOG - 16);
    vectors(lines);
    settings.forEach((name, value) -> set(lines, name, value));
    enter(lines);
    if (thumb) {
      lines.add("add r0, pc, #1; bx r0");
      lines.add(".thumb");
    }
    accesses.forEach(access -> attempt(lines, access));
    lines.add("ldr pc, =finished");
    lines.add(".ltorg");
    return lines;
  }

  private static List<String> handlers() {
    return ("""
            .syntax unified
            .arm
            .global _start
            _start: b reset
            finished: b finished
            .balign 32
            pl1: b pl1_0; b und; b pl1_2; b pl1_3; b dabt; b pl1_5; b pl1_6; b pl1_7
            .balign 32
            hyp: b hyp_0; b hyp_und; b hyp_2; b hyp_3; b hyp_4; b hyp_trap; b hyp_6; b hyp_7
            und: mov r9, #0x11; str r9, [r8]
            mrs r9, spsr; tst r9, #0x20; addne lr, lr, #2; movs pc, lr
            dabt: mov r9, #0x14; str r9, [r8]; subs pc, lr, #4
            hyp_und: mov r9, #0x21; b hyp_log
            hyp_trap: mov r9, #0x25
            hyp_log: str r9, [r8]
            mrc p15, 4, r9, c5, c2, 0; str r9, [r8, #4]
            mrs r9, ELR_hyp; add r9, #4; msr ELR_hyp, r9; eret
            pl1_0: pl1_2: pl1_3: pl1_5: pl1_6: pl1_7: mov r9, #0x1f; str r9, [r8]; b finished
            hyp_0: hyp_2: hyp_3: hyp_4: hyp_6: hyp_7: mov r9, #0x2f; str r9, [r8]; b finished
            .ltorg
            """)
        .lines()
        .toList();
  }

  private void vectors(List<String> lines) {
    lines.add("ldr r0, =pl1; mcr p15, 0, r0, c12, c0, 0");
    if (board().equals("virt")) {
      lines.add("ldr r0, =hyp; mcr p15, 4, r0, c12, c0, 0");
    }
  }

  private static void set(List<String> lines, String name, long value) {
    Encoding at = SysRegs.byName(name).encodings().get(0);
    load(lines, "r0", (int) value);
    lines.add(inst(new Access(at, false)));
  }

  private void enter(List<String> lines) {
    switch (level) {
      case PL1_NS -> leaveHyp(lines, 0x1d3);
      case PL0 -> leaveHyp(lines, 0x1d0);
      case MON -> {
        lines.add("cps #0x16");
        load(lines, "r11", 0x101);
      }
      default -> {
        // there already
      }
    }
    lines.add("b level");
    lines.add(".ltorg");
    lines.add("level:");
  }

  private static void leaveHyp(List<String> lines, int psr) {
    load(lines, "r0", psr);
    lines.add("msr spsr_cxsf, r0; ldr r0, =leave; msr ELR_hyp, r0; eret");
    lines.add(".ltorg; leave:");
  }

  private void attempt(List<String> lines, Access access) {
    lines.add(access.put().instructions);
    lines.add("add r8, r8, #16");
    if (level == Level.MON) {
      lines.add("mcr p15, 0, r11, c1, c1, 0");
    }
    lines.add(inst(access).replace(".inst", thumb ? ".inst.w" : ".inst"));
    lines.add("str r0, [r8, #8]; str r1, [r8, #12]");
  }

  private static String inst(Access access) {
    return String.format(".inst 0x%08x", access.word());
  }

  private static void load(List<String> lines, String register, int value) {
    lines.add(
        String.format(
            "movw %s, #0x%x; movt %s, #0x%x", register, value & 0xffff, register, value >>> 16));
  }
}
