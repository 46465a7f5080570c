package org.hypscope.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Rule;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.Chapter;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.T32;

/** Writes the reference of instructions from the rows. */
public final class InstructionDocs {
  private static final String INTRODUCTION =
      """
      Made from the rows of `arm/isa`; sections are those of DDI 0406C. An encoding's bits are drawn from the
      highest down: `(0)` and `(1)` should be so, and the word is UNPREDICTABLE where they are not; `Rd` is a field,
      `imm:4` one of four bits. In the syntax `{c}` is the condition and `{name}` an operand. What an instruction
      reads and writes stands left and right of the arrow, `S:NZCV` only where S is set.

      An UNPREDICTABLE case that is marked so is UNDEFINED on this core, as in QEMU; in the others it goes on by the
      pseudocode. Words that an encoding is *not* are UNDEFINED where no other encoding has them.
      """;

  private static final String T32_NOTE =
      """

      The last part of a name is the manual's name of the encoding; two encodings may share an instruction of A32, as
      whose word they are executed. Conditions and effects name the fields of that word where T32 has them in parts. In
      an IT block `{c}` is the block's condition.
      """;

  private static final String HEADER =
      """
      | Instruction | Bits | Syntax | Reads -> writes | UNPREDICTABLE when | Not when | Section |
      |---|---|---|---|---|---|---|
      """;

  private InstructionDocs() {}

  /** Every A32 encoding, chapter by chapter. */
  public static String a32() {
    return page("A32 instructions", INTRODUCTION, A32.chapters());
  }

  /** Every T32 encoding, of one halfword and of two, chapter by chapter. */
  public static String t32() {
    return page("T32 instructions", INTRODUCTION + T32_NOTE, T32.chapters());
  }

  private static String page(String title, String introduction, List<Chapter<Row>> chapters) {
    return "# "
        + title
        + "\n\n"
        + introduction
        + "\n"
        + chapters.stream().map(InstructionDocs::link).collect(Collectors.joining())
        + chapters.stream().map(InstructionDocs::chapter).collect(Collectors.joining());
  }

  private static String link(Chapter<Row> chapter) {
    String anchor =
        chapter.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    return "- [%s](#%s): %d encodings\n".formatted(chapter.title(), anchor, chapter.rows().size());
  }

  private static String chapter(Chapter<Row> chapter) {
    String rows =
        chapter.rows().stream().map(row -> line(row.form())).collect(Collectors.joining());
    return "\n## " + chapter.title() + "\n\n" + HEADER + rows;
  }

  private static String line(Form form) {
    return String.format(
        "| %s | `%s` | `%s` | `%s` | %s | %s | %s |\n",
        form.title(),
        form.pattern(),
        form.template(),
        form.effects().toString().strip().replaceAll(" +", " "),
        form.rules().stream().map(InstructionDocs::say).collect(Collectors.joining("; ")),
        form.except() == null ? "" : form.except().words(),
        form.section());
  }

  private static String say(Rule rule) {
    return rule.condition().words() + (rule.undefined() ? " (UNDEFINED)" : "");
  }
}
