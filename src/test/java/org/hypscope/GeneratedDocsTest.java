package org.hypscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hypscope.docs.GeneratedDocs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed tables say what the rows say. */
class GeneratedDocsTest {
  private static final Path FOLDER = Path.of("src/docs/generated");

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("a32-instructions.md", GeneratedDocs.a32()),
        Arguments.of("system-registers.md", GeneratedDocs.sysregs()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theCommittedTableIsUpToDate(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file).equals(text))
        .as(
            "%s is stale: mvn -q test -Dtest=GeneratedDocsTest -Ddocs.write=true, then commit it",
            file)
        .isTrue();
  }
}
