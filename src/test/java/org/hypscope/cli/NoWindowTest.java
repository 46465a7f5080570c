package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands run where there is no JavaFX at all: it is not even on their class path. */
class NoWindowTest {
  @ParameterizedTest
  @CsvSource({
    "run kdump-k2, 0",
    "trace kdump-k2, 0",
    "check kdump-k2, 1",
    "disassemble kdump-k2, 0",
    "samples, 0",
    "--help, 0",
  })
  void theCommandNeedsNoJavaFx(String commandLine, int status) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathWithoutJavaFx(),
                "org.hypscope.Main"));
    command.addAll(List.of(commandLine.split(" ")));
    assertThat(exitStatus(command)).isEqualTo(status);
  }

  private static int exitStatus(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).doesNotContain("javafx");
    return process.waitFor();
  }

  private static String classPathWithoutJavaFx() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().startsWith("javafx-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
