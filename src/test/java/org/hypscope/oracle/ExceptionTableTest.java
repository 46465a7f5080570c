package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.oracle.ExceptionProgram.Taken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every exception in the table goes where the table says, on this core and, but for the lines that
 * say why not, on QEMU: mode, vector, link, SPSR, masks and fault registers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExceptionTableTest {
  private List<ExceptionCase> cases;
  private final List<Taken> core = new ArrayList<>();
  private final List<Taken> qemu = new ArrayList<>();

  @BeforeAll
  void run(@TempDir Path folder) throws IOException {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
    cases = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("exceptions/table.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> cases.addAll(ExceptionCase.of(line)));
    }
    List<ExceptionCase> returning = cases.stream().filter(one -> !one.isLast()).toList();
    runProgram(returning, folder);
    List<ExceptionCase> last = cases.stream().filter(ExceptionCase::isLast).toList();
    for (ExceptionCase one : last) {
      runProgram(List.of(one), folder);
    }
    cases = new ArrayList<>(returning);
    cases.addAll(last);
  }

  private void runProgram(List<ExceptionCase> some, Path folder) {
    ExceptionProgram program = new ExceptionProgram(some, folder);
    core.addAll(program.onCore());
    qemu.addAll(program.onQemu(folder.resolve("console")));
  }

  @Test
  void everyCaseGoesWhereTheTableSays() {
    assertThat(wrong(core, false)).isEmpty();
  }

  @Test
  void soItDoesOnQemuButForTheListedDifferences() {
    assertThat(wrong(qemu, true)).isEmpty();
    long listed = cases.stream().filter(one -> !one.qemu().isEmpty()).count();
    System.out.printf(
        "exceptions: %d cases, %d as on QEMU, %d listed differences, nothing else%n",
        cases.size(), cases.size() - listed, listed);
  }

  @Test
  void aCaseThatGoesElsewhereIsFound() {
    List<Taken> swapped = new ArrayList<>(core);
    Taken first = core.get(0);
    swapped.set(
        0,
        new Taken(
            first.vector(), true, first.link() + 4, first.spsr(), first.cpsr(), first.registers()));
    assertThat(wrong(swapped, false))
        .containsExactly(
            "udf #0 from usr with []\n"
                + "  wants UND +04, link +4, SPSR 00000010, masks -I--; \n"
                + "  shows UND +04, link +8, SPSR 00000010, masks -I--T; ");
  }

  private List<String> wrong(List<Taken> taken, boolean onQemu) {
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < cases.size(); n++) {
      ExceptionCase one = cases.get(n);
      String expected = expected(one);
      String actual = actual(one, taken.get(n));
      boolean differs = !expected.equals(actual);
      boolean mayDiffer = onQemu && !one.qemu().isEmpty();
      if (differs != mayDiffer) {
        wrong.add(one + "\n  wants " + expected + "\n  shows " + actual);
      }
    }
    return wrong;
  }

  private static String expected(ExceptionCase one) {
    return say(one.to(), one.vector(), one.link(), one.spsr(), one.masks())
        + String.join(" ", one.faultRegisters());
  }

  private static String actual(ExceptionCase one, Taken taken) {
    List<String> registers = new ArrayList<>();
    for (String word : one.faultRegisters()) {
      String name = word.substring(0, word.indexOf('='));
      registers.add(name + "=" + Integer.toHexString(taken.register(name)));
    }
    return say(Mode.of(taken.cpsr()), taken.vector(), taken.link(), taken.spsr(), masks(taken))
        + String.join(" ", registers);
  }

  private static String say(Mode mode, int vector, int link, int spsr, String masks) {
    return String.format(
        "%s +%02x, link +%x, SPSR %08x, masks %s; ", mode, vector, link, spsr, masks);
  }

  private static String masks(Taken taken) {
    int cpsr = taken.cpsr();
    return ((cpsr & 0x100) != 0 ? "A" : "-")
        + ((cpsr & 0x80) != 0 ? "I" : "-")
        + ((cpsr & 0x40) != 0 ? "F" : "-")
        + ((cpsr & 0x200) != 0 ? "E" : "-")
        + (taken.inT32() ? "T" : "");
  }
}
