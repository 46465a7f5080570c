package org.hypscope.abi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.YamlReader;
import org.junit.jupiter.api.Test;

/** The gallery's list and the folders agree, and a mistake in a sample.yaml is named. */
class SamplesTest {
  @Test
  void theIndexListsEveryFolder() throws IOException {
    List<String> folders;
    try (Stream<Path> paths = Files.list(Path.of("samples"))) {
      folders =
          paths
              .filter(path -> Files.exists(path.resolve("sample.yaml")))
              .map(path -> path.getFileName().toString())
              .toList();
    }

    assertThat(Samples.all()).extracting(Sample::name).containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void aSampleWithAnUnknownKeyIsRefused() {
    assertThatThrownBy(
            () -> Samples.parse("x", YamlReader.read("x.yaml", "title: t\nstroy: once\n")))
        .isInstanceOf(AbiFileException.class)
        .hasMessageContaining("x.yaml:2:")
        .hasMessageContaining("stroy");
  }
}
