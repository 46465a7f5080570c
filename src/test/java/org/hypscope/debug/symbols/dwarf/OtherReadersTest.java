package org.hypscope.debug.symbols.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address of every program has the line and the functions that LLVM's reader finds, and the
 * line that binutils' does.
 */
class OtherReadersTest {
  private static final String LLVM = "llvm-symbolizer";
  private static final String BINUTILS = "arm-linux-gnueabihf-addr2line";

  /** Where one unit ends and the next begins, binutils asks the one that ends. */
  private static final int BETWEEN_UNITS = 0x40010018;

  /** What a reader says of an address: the innermost function last. */
  private record Said(int address, String line, List<String> functions) {}

  static List<Path> programs() {
    return DwarfFiles.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyAddressIsWhereLlvmSaysItIs(Path program) {
    Tools.assume(LLVM);
    LoadedImage image = DwarfFiles.load(program);
    Dwarf dwarf = DwarfFiles.dwarf(image);
    List<Said> expected = llvm(program, DwarfFiles.code(image));
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(different(dwarf, expected)).isEmpty();
    assertThat(dwarf.notice().isPresent()).isEqualTo(program.toString().contains("split"));
  }

  @Test
  void aWrongLineIsSeen() {
    Dwarf dwarf = DwarfFiles.dwarf("gcc-5");
    int outer = dwarf.addresses("calls.c", 27).get(0);
    Said wrong = new Said(outer, "/project/calls.c:28", List.of("outer"));
    assertThat(different(dwarf, List.of(wrong))).hasSize(1);
  }

  private static List<String> different(Dwarf dwarf, List<Said> expected) {
    List<String> different = new ArrayList<>();
    for (Said each : expected) {
      List<String> functions = dwarf.functions(each.address).stream().map(Function::name).toList();
      String line = line(dwarf, each.address);
      boolean same = functions.isEmpty() || functions.equals(each.functions);
      if (!same || !line.equals(each.line)) {
        different.add(String.format("%s %s, not %s", line, functions, each));
      }
    }
    return different;
  }

  private static String line(Dwarf dwarf, int address) {
    return dwarf.line(address).map(l -> l.file() + ":" + l.line()).orElse("");
  }

  private static List<Said> llvm(Path program, List<Integer> code) {
    List<String> command = new ArrayList<>(List.of(LLVM, "--obj=" + program));
    code.forEach(each -> command.add(String.format("0x%08x", each)));
    String[] answers = Tools.run(command).split("\n\n");
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      String[] lines = answers[i].strip().split("\n");
      List<String> functions = new ArrayList<>();
      for (int n = 0; n < lines.length; n += 2) {
        functions.add(0, lines[n]);
      }
      said.add(new Said(code.get(i), plain(lines[1].replaceAll(":\\d+$", "")), functions));
    }
    return said;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyAddressHasTheLineThatBinutilsSays(Path program) {
    Tools.assume(BINUTILS);
    LoadedImage image = DwarfFiles.load(program);
    List<Integer> code = DwarfFiles.code(image);
    Dwarf dwarf = DwarfFiles.dwarf(image);
    List<String> command = new ArrayList<>(List.of(BINUTILS, "-e", program.toString()));
    code.forEach(each -> command.add(String.format("0x%08x", each)));
    List<String> answers = Tools.run(command).lines().toList();
    List<String> different = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      String said = plain(answers.get(i).replaceAll(" \\(discriminator \\d+\\)", ""));
      String line = line(dwarf, code.get(i));
      if (!line.equals(said) && code.get(i) != BETWEEN_UNITS) {
        different.add(String.format("0x%08x %s, not %s", code.get(i), line, said));
      }
    }
    assertThat(different).isEmpty();
  }

  /** A place without steps that lead nowhere; empty where there is no line. */
  private static String plain(String place) {
    boolean none = place.startsWith("??") || place.endsWith(":0") || place.endsWith(":?");
    return none ? "" : LineHeader.under("", place);
  }
}
