package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.arm.core.exec.Hints;
import org.hypscope.arm.decode.DecodeTable;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every row, so that decoder, disassembler and documents can rely on it. */
class RowInvariantsTest {
  /** Instructions of which not all fields are written: CPS without flags, hints that do nothing. */
  private static final Set<String> TERSE = Set.of("CPS", "NOP");

  /** Placeholders that stand for several fields. */
  private static final List<List<String>> JOINT =
      List.of(
          List.of("c", "cond"),
          List.of("const", "imm12"),
          List.of("imm16", "imm4", "imm12"),
          List.of("imm12:4", "imm4", "imm12"),
          List.of("hex16", "imm4", "imm12"),
          List.of("hex24", "imm24"),
          List.of("label", "imm24"),
          List.of("xlabel", "imm24", "H"),
          List.of("shift", "imm5", "type"),
          List.of("shifttype", "type"),
          List.of("amount", "imm5"),
          List.of("satshift", "imm5", "sh"),
          List.of("pkhshift", "imm5"),
          List.of("bfwidth", "msb", "lsb"),
          List.of("x", "N"),
          List.of("y", "M"),
          List.of("X", "M"),
          List.of("R?", "R"),
          List.of("L?", "D"),
          List.of("wb", "W"),
          List.of("am", "P", "U"),
          List.of("stmmode", "P", "U"),
          List.of("sysmode", "P", "U"),
          List.of("list", "registers"),
          List.of("pushed", "Rt", "cond"),
          List.of("popped", "Rt", "cond"),
          List.of("literal", "U", "imm12", "imm4H", "imm4L"),
          List.of("address", "P", "U", "W", "Rn", "Rm", "imm12", "imm4H", "imm4L", "imm5", "type"),
          List.of("offset", "U", "Rn", "Rm", "imm12", "imm8", "imm5", "type"),
          List.of("plain", "imm12"),
          List.of("halfwords", "imm24"),
          List.of("wordlabel", "imm24"),
          List.of("narrowaddress", "Rn", "imm12", "imm4H", "imm4L"),
          List.of("shortaddress", "P", "U", "W", "Rn", "imm12", "imm4H", "imm4L"),
          List.of("shortoffset", "U", "Rn", "imm12"),
          List.of("pairaddress", "P", "U", "W", "Rn", "imm8"),
          List.of("exclusiveaddress", "Rn", "imm8"),
          List.of("literaladdress", "U", "imm12", "imm4H", "imm4L"),
          List.of("loadwb", "Rn", "list"),
          List.of("cpswidth", "M"),
          List.of("cpsmodes", "M", "mode"),
          List.of("itpattern", "mask", "firstcond"),
          List.of("coprocaddress", "P", "U", "W", "Rn", "imm8"),
          List.of("psr", "R"),
          List.of("mask", "R"),
          List.of("banked", "R", "SYSm4", "M"),
          List.of("iflags", "A", "I", "F"),
          List.of("cpsmode", "M", "mode"),
          List.of("barrier", "option"),
          List.of("isboption", "option"),
          List.of("endian", "E"),
          List.of("transferred", "Rt"),
          List.of("su", "U"),
          List.of("bits", "size"),
          List.of("2bits", "size"),
          List.of("half", "h"),
          List.of("regs:1:1", "D", "Vd"),
          List.of("regs:2:1", "D", "Vd"),
          List.of("regs:3:1", "D", "Vd"),
          List.of("regs:4:1", "D", "Vd"),
          List.of("regs:2:2", "D", "Vd"),
          List.of("regs:3:2", "D", "Vd"),
          List.of("regs:4:2", "D", "Vd"),
          List.of("lane:1", "D", "Vd", "index", "s"),
          List.of("all:1", "D", "Vd", "T"),
          List.of("lane:2", "D", "Vd", "index", "s"),
          List.of("all:2", "D", "Vd", "T"),
          List.of("lane:3", "D", "Vd", "index", "s"),
          List.of("all:3", "D", "Vd", "T"),
          List.of("lane:4", "D", "Vd", "index", "s"),
          List.of("all:4", "D", "Vd", "T"),
          List.of("at", "Rn", "Rm", "a", "align"),
          List.of("at=128", "Rn", "Rm", "a", "align"),
          List.of("at:align", "Rn", "Rm", "a", "align"),
          List.of("at:16", "Rn", "Rm", "a", "align"),
          List.of("at:32", "Rn", "Rm", "a", "align"),
          List.of("at:64", "Rn", "Rm", "a", "align"),
          List.of("at:128", "Rn", "Rm", "a", "align"),
          List.of("at:8", "Rn", "Rm", "a", "align"),
          List.of("Vd?Q", "D", "Vd", "Q"),
          List.of("Vn?Q", "N", "Vn", "Q"),
          List.of("Vm?Q", "M", "Vm", "Q"),
          List.of("Dd", "D", "Vd"),
          List.of("Dn", "N", "Vn"),
          List.of("Dm", "M", "Vm"),
          List.of("Qd", "D", "Vd"),
          List.of("Qn", "N", "Vn"),
          List.of("Qm", "M", "Vm"),
          List.of("scalar", "M", "Vm"),
          List.of("right", "imm3", "imm4", "imm5", "imm6"),
          List.of("table", "N", "Vn", "len"),
          List.of("modimm", "i", "imm3", "imm4"),
          List.of("modbytes", "i", "imm3", "imm4"),
          List.of("modfloat", "i", "imm3", "imm4"),
          List.of("Sd", "Vd", "D"),
          List.of("Sn", "Vn", "N"),
          List.of("Sm", "Vm", "M"),
          List.of("fpimm", "imm4H", "imm4L"),
          List.of("fbits16", "imm4", "i"),
          List.of("fbits32", "imm4", "i"),
          List.of("index8", "hi", "lo"),
          List.of("index16", "hi", "lo"),
          List.of("singles", "Vd", "D", "imm8"),
          List.of("doubles", "Vd", "D", "imm7"),
          List.of("fpsystem", "reg"));

  @ParameterizedTest
  @MethodSource("sets")
  void everyFieldIsWrittenByTheTemplate(List<Row> rows) {
    for (Row row : rows) {
      Set<String> written = written(row.form());
      for (Field field : row.form().pattern().fields()) {
        boolean ignored = TERSE.contains(row.form().mnemonic()) || isUnsaid(field.name());
        Set<String> made = new HashSet<>(madeOf(field, row.form()));
        made.retainAll(written);
        assertThat(ignored || !made.isEmpty())
            .as("field %s of %s", field.name(), row.form().title())
            .isTrue();
      }
    }
  }

  /** Parts of an unallocated hint, and the second field of T32 that holds Rm. */
  private static boolean isUnsaid(String field) {
    return field.startsWith("hint") || field.equals("again");
  }

  /** The fields of the image that {@code field} goes into: in A32 itself. */
  private static Set<String> madeOf(Field field, Form form) {
    if (form.image() == null) {
      return Set.of(field.name());
    }
    return Stream.of(form.image().toString().trim().split("\\s+"))
        .filter(token -> List.of(token.replaceFirst(".*=", "").split("\\W")).contains(field.name()))
        .map(token -> token.split("\\W")[0])
        .collect(Collectors.toSet());
  }

  /** A32 and T32, each once. */
  static Stream<List<Row>> sets() {
    return Stream.of(A32.rows(), T32.rows());
  }

  private static Set<String> written(Form form) {
    Set<String> written = new HashSet<>();
    for (String name : form.template().names()) {
      written.add(name.replace("+1", ""));
      JOINT.stream().filter(joint -> joint.get(0).equals(name)).forEach(written::addAll);
    }
    return written;
  }

  @ParameterizedTest
  @MethodSource("sets")
  void titlesAreUniqueAndEverySectionIsGiven(List<Row> rows) {
    Set<String> titles = new HashSet<>();
    for (Row row : rows) {
      assertThat(titles.add(row.form().title())).as(row.form().title()).isTrue();
      assertThat(row.form().section()).as(row.form().title()).matches("[AB]\\d+(\\.\\d+)+");
    }
  }

  @Test
  void aRowIsConditionalOrInTheUnconditionalSpace() {
    for (Row row : A32.rows()) {
      Pattern pattern = row.form().pattern();
      boolean conditional = pattern.find("cond") != null;
      boolean fixed = pattern.mask() >>> 28 == 15;
      assertThat(conditional ^ fixed).as(row.form().title()).isTrue();
    }
  }

  @Test
  void aRowOfT32IsNarrowOrWide() {
    for (Row row : T32.rows()) {
      Pattern pattern = row.form().pattern();
      boolean wide = pattern.value() >>> 27 >= 0b11101 && pattern.mask() >>> 29 == 7;
      boolean narrow = pattern.width() == 16;
      assertThat(wide ^ narrow).as(row.form().title()).isTrue();
    }
  }

  @Test
  void rowsThatOverlapOutsideAGroupAreRefused() {
    Form wide = form("WIDE", "cond 0000 Rn bits:20");
    Form narrow = form("NARROW", "cond 0000 1111 bits:20");
    assertThatThrownBy(() -> new DecodeTable<>(List.of(wide, narrow), Function.identity()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WIDE")
        .hasMessageContaining("NARROW");
  }

  @Test
  void badRowsAreRefused() {
    assertThatThrownBy(() -> Pattern.parse("cond 0000")).hasMessageContaining("8 bits wide");
    assertThatThrownBy(() -> Pattern.parse("Rn Rn bits:24")).hasMessageContaining("twice");
    assertThatThrownBy(() -> form("BAD", "cond bits:28").pattern().get("Rn"))
        .hasMessageContaining("no field 'Rn'");
    assertThatThrownBy(() -> RowBuilder.row("BAD", "cond Rn bits:24", "bad {Rm}", Hints::nothing))
        .hasMessageContaining("no field 'Rm'");
    assertThatThrownBy(
            () ->
                RowBuilder.row("BAD", "cond Rn bits:24", "bad {Rn}", Hints::nothing)
                    .unpredictable("Rn=15"))
        .hasMessageContaining("does not parse");
  }

  private static Form form(String name, String pattern) {
    return RowBuilder.row(name, pattern, "x", Hints::nothing).build().form();
  }
}
