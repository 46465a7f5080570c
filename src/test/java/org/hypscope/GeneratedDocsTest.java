package org.hypscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hypscope.docs.AbiDocs;
import org.hypscope.docs.GeneratedDocs;
import org.hypscope.docs.InstructionDocs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed reference of instructions, registers and ABIs says what rows and cells say. */
class GeneratedDocsTest {
  private static final Path FOLDER = Path.of("src/docs/generated");

  static Stream<Arguments> pages() {
    return Stream.of(
        page("system-registers.md", GeneratedDocs::sysregs),
        page("instructions-a32.md", InstructionDocs::a32),
        page("instructions-t32.md", InstructionDocs::t32),
        page("abi-matrix.md", AbiDocs::matrix));
  }

  private static Arguments page(String name, Supplier<String> text) {
    return Arguments.of(name, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void theCommittedPageIsUpToDate(String name, Supplier<String> text) throws IOException {
    Path file = FOLDER.resolve(name);
    String fresh = text.get();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, fresh);
    }
    assertThat(Files.exists(file) && Files.readString(file).equals(fresh))
        .as(
            "%s is stale: mvn -q test -Dtest=GeneratedDocsTest -Dgolden.update=true, then commit it",
            file)
        .isTrue();
  }
}
