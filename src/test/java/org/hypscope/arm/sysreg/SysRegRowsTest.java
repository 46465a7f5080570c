package org.hypscope.arm.sysreg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rows of system registers contradict neither themselves nor each other. */
class SysRegRowsTest {
  private static final Pattern NARROW = Pattern.compile("p(\\d+) (\\d+),c(\\d+),c(\\d+),(\\d+)");
  private static final Pattern WIDE = Pattern.compile("p(\\d+) (\\d+),c(\\d+)");

  @Test
  void namesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (SysReg row : SysRegs.rows()) {
      assertThat(seen.add(row.name())).as(row.name()).isTrue();
      row.aliases().forEach(alias -> assertThat(seen.add(alias)).as(alias).isTrue());
    }
  }

  @Test
  void encodingsAreUniqueAndFindTheirRow() {
    Set<Encoding> seen = new HashSet<>();
    for (SysReg row : SysRegs.rows()) {
      boolean selected = row.name().matches("CCSIDR_.*|PMEV.*|PMCCFILTR|PMSYNC");
      assertThat(row.encodings().isEmpty()).as(row.name()).isEqualTo(selected);
      for (Encoding e : row.encodings()) {
        assertThat(seen.add(e)).as(row + " " + e).isTrue();
        SysReg found =
            e.wide()
                ? SysRegs.wide(e.cp(), e.opc1(), e.crm())
                : SysRegs.narrow(e.cp(), e.opc1(), e.crn(), e.crm(), e.opc2());
        assertThat(found).isSameAs(row);
      }
    }
  }

  @Test
  void slotsAreUniqueButForTheHypAliasesOfSecureFaultAddresses() {
    Set<Integer> seen = new HashSet<>();
    for (SysRegCopy copy : SysRegs.copies()) {
      boolean alias = Set.of("HDFAR", "HIFAR").contains(copy.name());
      assertThat(seen.add(copy.slot()) || alias || isAliased(copy)).as(copy.name()).isTrue();
      assertThat(copy.slot()).isLessThan(SysRegs.SLOTS);
    }
  }

  private static boolean isAliased(SysRegCopy copy) {
    return Set.of("DFAR(S)", "IFAR(S)").contains(copy.name());
  }

  @Test
  void fieldsFitAndDoNotOverlap() {
    for (SysReg row : SysRegs.rows()) {
      assertThat(fieldFaults(row.width(), row.fields())).as(row.name()).isEmpty();
    }
  }

  @Test
  void overlappingFieldsAreFound() {
    List<Field> wrong =
        List.of(
            new Field("A", 7, 4, "a", List.of()),
            new Field("B", 4, 0, "b", List.of()),
            new Field("C", 32, 32, "c", List.of()));
    assertThat(fieldFaults(32, wrong)).containsExactly("B overlaps", "C does not fit");
  }

  @Test
  void everyFieldIsExplainedAndNoValueIsOutOfItsRange() {
    for (SysReg row : SysRegs.all()) {
      assertThat(row.title()).as(row.name()).isNotBlank();
      assertThat(row.section()).as(row.name()).isNotBlank();
      for (Field field : row.fields()) {
        assertThat(field.meaning()).as(row + "." + field.name()).isNotBlank();
        assertThat((long) field.values().size())
            .as(row + "." + field.name())
            .isLessThanOrEqualTo(1L << Math.min(30, field.high() - field.low() + 1));
      }
    }
  }

  @Test
  void trapsNameBitsThatTheirRegisterExplains() {
    for (Trap trap : Trap.values()) {
      SysReg register = SysRegs.byName(trap.register());
      String field = trap.name().substring(trap.name().indexOf('_') + 1);
      assertThat(register.field(field)).as(trap.name()).isNotNull();
      assertThat(register.field(field).low()).as(trap.name()).isEqualTo(trap.bit());
    }
  }

  @Test
  void everyAccessOfRealKernelsIsDecoded() throws IOException {
    List<String> lines = kernelAccesses();
    assertThat(lines).hasSizeGreaterThan(150);
    for (String line : lines) {
      SysReg row = find(line);
      assertThat(row).as(line).isNotNull();
      boolean read = line.contains("MRC ") || line.contains("MRRC ");
      for (Level level : doneAt(row)) {
        boolean possible = read ? row.readableAt(level) : row.writableAt(level);
        assertThat(possible).as(line + " from " + level).isTrue();
      }
      String name = line.substring(0, line.indexOf(' ')).replaceAll("\\(64\\)|/.*", "");
      assertThat(name).as(line).isIn("-", row.name());
    }
  }

  @Test
  void copiesAreNamedByWorld() {
    assertThat(SysRegs.copyByName("VBAR(S)").slot())
        .isNotEqualTo(SysRegs.copyByName("VBAR").slot());
    assertThat(SysRegs.copyByName("HVBAR(S)")).isNull();
    assertThat(SysRegs.byName("PRRR")).isSameAs(TranslationRegs.MAIR0);
  }

  @Test
  void fieldsSayWhatTheyMean() {
    assertThat(HypRegs.HCR.field("VM").describe(1)).endsWith(": on");
    assertThat(HypRegs.HSR.field("EC").describe(0x4a00_0000L)).endsWith(": HVC");
    assertThat(Syndrome.describe(0x4a00_04b1)).isEqualTo("HVC #1201");
  }

  /** Kernels run in HYP or Non-secure PL1; the registers of HYP they use in HYP only. */
  private static List<Level> doneAt(SysReg row) {
    boolean hyp = row.isHyp() || row.encodings().get(0).opc1() == 4;
    return hyp ? List.of(Level.HYP) : List.of(Level.HYP, Level.PL1_NS);
  }

  private static SysReg find(String line) {
    Matcher narrow = NARROW.matcher(line);
    if (narrow.find()) {
      return SysRegs.narrow(n(narrow, 1), n(narrow, 2), n(narrow, 3), n(narrow, 4), n(narrow, 5));
    }
    Matcher wide = WIDE.matcher(line);
    assertThat(wide.find()).as(line).isTrue();
    return SysRegs.wide(n(wide, 1), n(wide, 2), n(wide, 3));
  }

  private static int n(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static List<String> kernelAccesses() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SysRegRowsTest.class.getResourceAsStream("/sysreg/kernel-accesses.txt"),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static List<String> fieldFaults(int width, List<Field> fields) {
    List<String> faults = new ArrayList<>();
    long used = 0;
    for (Field field : fields) {
      if (field.high() >= width || field.low() > field.high()) {
        faults.add(field.name() + " does not fit");
        continue;
      }
      long bits = -1L >>> (63 - (field.high() - field.low())) << field.low();
      if ((used & bits) != 0) {
        faults.add(field.name() + " overlaps");
      }
      used |= bits;
    }
    return faults;
  }
}
