package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Rule;
import org.junit.jupiter.api.Test;

/** The committed table of instructions says what the rows say. */
class InstructionTableTest {
  private static final Path TABLE = Path.of("src/docs/generated/instructions-a32.md");

  @Test
  void theCommittedTableIsTheRows() throws IOException {
    String fresh = table();
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, fresh);
    }
    assertThat(Files.readString(TABLE))
        .as("regenerate with -Dsurefire.jdk=-Dgolden.update=true")
        .isEqualTo(fresh);
  }

  private static String table() {
    return """
        # A32 instructions

        Made from the rows of `org.hypscope.arm.isa`; do not edit. `(0)` and `(1)` are bits that should \
        be so. Where an UNPREDICTABLE case says *UNDEFINED*, this core takes it so, as QEMU does; \
        elsewhere it goes on. Words that an encoding is *not* are UNDEFINED where no other has them.

        | encoding | bits 31 to 0 | assembly | reads -> writes | UNPREDICTABLE when | not when | section |
        |---|---|---|---|---|---|---|
        """
        + A32.rows().stream().map(row -> line(row.form())).collect(Collectors.joining());
  }

  private static String line(Form form) {
    String rules =
        form.rules().stream().map(InstructionTableTest::say).collect(Collectors.joining("; "));
    return String.format(
        "| %s | `%s` | `%s` | `%s` | %s | %s | %s |\n",
        form.title(),
        form.pattern(),
        form.template(),
        form.effects().toString().strip().replaceAll(" +", " "),
        rules,
        form.except() == null ? "" : form.except().words(),
        form.section());
  }

  private static String say(Rule rule) {
    return rule.condition().words() + (rule.undefined() ? " (UNDEFINED)" : "");
  }
}
