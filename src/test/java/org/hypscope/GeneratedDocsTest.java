package org.hypscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hypscope.docs.GeneratedDocs;
import org.junit.jupiter.api.Test;

/** The committed table of system registers says what the rows say. */
class GeneratedDocsTest {
  private static final Path FOLDER = Path.of("src/docs/generated");

  @Test
  void theCommittedTableIsUpToDate() throws IOException {
    String text = GeneratedDocs.sysregs();
    Path file = FOLDER.resolve("system-registers.md");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file).equals(text))
        .as(
            "%s is stale: mvn -q test -Dtest=GeneratedDocsTest -Dgolden.update=true, then commit it",
            file)
        .isTrue();
  }
}
