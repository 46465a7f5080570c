package org.hypscope.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The program that takes every exception of the table in turn, and what it logs of each. */
final class ExceptionProgram {
  private static final String BOARD = "virt-secure";
  private static final int LOG = 0x4010_0000;
  private static final int LOG_WORDS = 17;
  private static final int IN_T32 = 1 << 8;
  private static final int MOST_STEPS = 500_000;

  private final List<ExceptionCase> cases;
  private final Path elf;

  /**
   * What the program logs of one case: the vector's offset, whether it was entered in T32 state,
   * the link less the address of the cause, and the words after CPSR by the name of their register.
   */
  record Taken(int vector, boolean inT32, int link, int spsr, int cpsr, List<Integer> registers) {
    private static final List<String> NAMES =
        List.of(
            "DFSR(S)", "DFAR(S)", "IFSR(S)", "IFAR(S)", "DFSR", "DFAR", "IFSR", "IFAR", "SCR",
            "HSR", "HDFAR", "HIFAR");

    /** The value of a fault register, or of SCR, after the exception. */
    int register(String name) {
      return registers.get(NAMES.indexOf(name));
    }
  }

  /** Builds the program for {@code cases} in {@code folder}. */
  ExceptionProgram(List<ExceptionCase> cases, Path folder) {
    this.cases = cases;
    Path source = folder.resolve("exceptions.S");
    try {
      Files.writeString(source, driver() + table() + code());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    elf = new Program("exceptions", source, BOARD, 1, MOST_STEPS, true, false).build(folder);
  }

  private static String driver() throws IOException {
    try (InputStream in = ExceptionProgram.class.getResourceAsStream("exceptions/driver.S")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String table() {
    return IntStream.range(0, cases.size())
        .mapToObj(n -> words(cases.get(n), n))
        .collect(
            Collectors.joining("", "    .section .compared, \"aw\"\ncases:\n", "cases_end:\n"));
  }

  private static String words(ExceptionCase one, int n) {
    String address = one.fetched() >= 0 ? String.format("0x%x", one.fetched()) : "case_" + n;
    return IntStream.of(
            one.value("FPEXC", 0),
            one.value("NSACR", 0),
            one.value("SCTLR(S)", 0),
            one.scr(),
            one.value("HCR", 0),
            one.value("HDCR", 6),
            one.value("HSTR", 0),
            one.value("HCPTR", 0),
            one.value("HSCTLR", 0),
            one.value("SCTLR", 0),
            one.value("TTBCR", 0),
            one.value("CNTHCTL", 3),
            one.value("CPACR", 0),
            one.psr())
        .mapToObj(word -> String.format("0x%x", word))
        .collect(Collectors.joining(", ", "    .word ", ", " + address + "\n"));
  }

  /** Every cause under its label; where it does not lead away, an instruction that does. */
  private String code() {
    StringBuilder code = new StringBuilder("    .text\n");
    for (int n = 0; n < cases.size(); n++) {
      ExceptionCase one = cases.get(n);
      code.append(one.thumb() ? "    .thumb\n" : "    .arm\n");
      code.append("    .balign 32\ncase_").append(n).append(":\n    ");
      code.append(one.fetched() >= 0 ? "nop" : one.cause()).append("\n    udf #1\n");
    }
    return code.toString();
  }

  /** What this core logs. */
  List<Taken> onCore() {
    try (CoreTarget core = new CoreTarget(BOARD, elf)) {
      core.runTo(Program.FINISHED, MOST_STEPS);
      return log(core);
    }
  }

  /** What QEMU logs. */
  List<Taken> onQemu(Path console) {
    try (QemuTarget qemu = new QemuTarget(BOARD, elf, console)) {
      qemu.runTo(Program.FINISHED);
      return log(qemu);
    }
  }

  private List<Taken> log(Target target) {
    int[] words = target.words(LOG, cases.size() * LOG_WORDS);
    return IntStream.range(0, cases.size())
        .mapToObj(
            n -> {
              List<Integer> entry =
                  IntStream.range(n * LOG_WORDS, (n + 1) * LOG_WORDS)
                      .mapToObj(k -> words[k])
                      .toList();
              return new Taken(
                  entry.get(1) & ~IN_T32,
                  (entry.get(1) & IN_T32) != 0,
                  entry.get(2) - entry.get(0),
                  entry.get(3),
                  entry.get(4),
                  entry.subList(5, LOG_WORDS));
            })
        .toList();
  }
}
