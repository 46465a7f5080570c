package org.hypscope.debug.symbols.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypscope.machine.load.ElfSection;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageSymbol;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, functions and parameters are what the sources say, and damage leads nowhere. */
class DwarfTest {
  private static final List<String> SECTIONS =
      List.of(
          ".debug_info",
          ".debug_abbrev",
          ".debug_line",
          ".debug_str",
          ".debug_line_str",
          ".debug_loclists",
          ".debug_loc",
          ".debug_rnglists",
          ".debug_ranges",
          ".debug_addr",
          ".debug_str_offsets");

  private static int symbol(LoadedImage image, String name) {
    return image.symbols().stream()
        .filter(each -> each.name().equals(name))
        .mapToInt(ImageSymbol::address)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc-2", "gcc-3", "gcc-4", "gcc-5", "clang-2", "clang-5", "zlib"})
  void aFunctionIsSpelledAsInItsSource(String program) {
    LoadedImage image = DwarfFiles.load(DwarfFiles.file(program));
    Dwarf dwarf = DwarfFiles.dwarf(image);
    assertThat(dwarf.functions(symbol(image, "many")))
        .extracting(Function::prototype)
        .containsExactly("int many(int a, int b, int c, int d, int e, struct pair *last)");
    assertThat(dwarf.functions(symbol(image, "apply")).get(0).prototype())
        .isEqualTo("int apply(int (*)(int) action, const char *name, union word *w)");
    assertThat(dwarf.notice()).isEmpty();
  }

  @Test
  void parametersAreWhereTheProcedureCallStandardPutsThem() {
    LoadedImage image = DwarfFiles.load(DwarfFiles.file("clang-5"));
    List<Function.Parameter> many =
        DwarfFiles.dwarf(image).functions(symbol(image, "many")).get(0).parameters();
    assertThat(many)
        .extracting(Function.Parameter::place)
        .containsExactly(
            new Place.Register(0),
            new Place.Register(1),
            new Place.Register(2),
            new Place.Register(3),
            new Place.Memory(13, 0),
            new Place.Memory(13, 4));
  }

  @Test
  void aParameterThatIsGoneSaysSo() {
    LoadedImage image = DwarfFiles.load(DwarfFiles.file("gcc-5-O2"));
    List<Function.Parameter> many =
        DwarfFiles.dwarf(image).functions(symbol(image, "many") + 8).get(0).parameters();
    assertThat(many.get(0).place())
        .isEqualTo(new Place.Unavailable("only its value at the function's entry is known"));
    assertThat(many.get(2).place()).isEqualTo(new Place.Register(2));
  }

  @Test
  void aLineLeadsToItsAddressAndBack() {
    LoadedImage image = DwarfFiles.load(DwarfFiles.file("gcc-5-O0"));
    Dwarf dwarf = DwarfFiles.dwarf(image);
    int at = dwarf.addresses("more.c", 8).get(0);
    assertThat(dwarf.line(at)).contains(new SourceLine("/project/more.c", 8));
    assertThat(dwarf.addresses("/project/more.c", 8)).containsExactly(at);
    assertThat(dwarf.addresses("ore.c", 8)).isEmpty();
    assertThat(dwarf.addresses("calls.c", 24)).isEqualTo(dwarf.addresses("calls.c", 26));
    assertThat(dwarf.addresses("more.c", 9000)).isEmpty();
  }

  @Test
  void assemblyHasLinesAndNames() {
    LoadedImage image = DwarfFiles.load(DwarfFiles.file("gcc-5"));
    Dwarf dwarf = DwarfFiles.dwarf(image);
    assertThat(dwarf.line(symbol(image, "_start")).orElseThrow().brief()).isEqualTo("start.S:7");
    assertThat(dwarf.functions(symbol(image, "_start")))
        .extracting(Function::prototype)
        .containsExactly("_start");
  }

  @Test
  void splitInformationIsSaidToBeMissing() {
    Dwarf dwarf = DwarfFiles.dwarf("split");
    assertThat(dwarf.addresses("more.c", 7)).isNotEmpty();
    dwarf.line(0x40010020);
    assertThat(dwarf.notice().orElseThrow()).contains(".dwo").contains("-gsplit-dwarf");
  }

  @Test
  void aFileWithoutItSaysNothing() throws ImageException {
    Dwarf none = new Dwarf(org.hypscope.machine.load.ElfSections.NONE, address -> true);
    assertThat(none.isPresent()).isFalse();
    assertThat(none.line(0x40010000)).isEmpty();
    assertThat(none.addresses("a.c", 1)).isEmpty();
    assertThat(none.notice()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gcc-3", "gcc-4-O2", "gcc-5-O2", "clang-4", "clang-5-O2", "zlib", "split"})
  void damageIsNeverThrown(String program) throws ImageException {
    byte[] whole = DwarfFiles.bytes(program);
    List<int[]> parts = parts(whole);
    Random random = new Random(program.hashCode());
    int noticed = 0;
    for (int round = 0; round < 100; round++) {
      byte[] damaged = whole.clone();
      int[] part = parts.get(random.nextInt(parts.size()));
      for (int i = 0; i <= random.nextInt(6); i++) {
        int at = part[0] + random.nextInt(part[1]);
        damaged[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
      }
      Dwarf dwarf = DwarfFiles.dwarf(DwarfFiles.load(damaged));
      for (int address = 0x40010000; address < 0x40010200; address += 12) {
        assertThat(dwarf.line(address)).isNotNull();
        assertThat(dwarf.functions(address)).isNotNull();
      }
      assertThat(dwarf.addresses("calls.h", 15)).isNotNull();
      assertThat(dwarf.files()).isNotNull();
      noticed += dwarf.notice().isPresent() ? 1 : 0;
    }
    assertThat(noticed).isPositive();
  }

  /** Where the debug sections of a file lie: offset and length. */
  private static List<int[]> parts(byte[] whole) throws ImageException {
    List<int[]> parts = new ArrayList<>();
    String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (String name : SECTIONS) {
      LoadedImage image = DwarfFiles.load(whole);
      ElfSection section = image.names().sections().find(name).orElse(null);
      if (section != null && section.contents().hasRemaining()) {
        byte[] bytes = new byte[section.contents().remaining()];
        section.contents().duplicate().get(bytes);
        String wanted = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        parts.add(new int[] {text.indexOf(wanted), bytes.length});
      }
    }
    return parts;
  }
}
