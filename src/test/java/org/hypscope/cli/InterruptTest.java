package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run says where it is, and Ctrl+C ends it with all that it came to. */
class InterruptTest {
  private static final int ADD_R0_R0_1 = 0xe2800001;
  private static final int BRANCH_BACK = 0xeafffffd;

  @Test
  void aRunThatIsInterruptedStillReports(@TempDir Path folder) throws Exception {
    ByteBuffer code = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    code.putInt(ADD_R0_R0_1).putInt(BRANCH_BACK);
    Path image = Files.write(folder.resolve("endless.bin"), code.array());
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.hypscope.Main",
                "run",
                image.toString(),
                "--load",
                "0x40008000",
                "--steps",
                "1000000000000")
            .start();
    try (BufferedReader progress = run.errorReader(StandardCharsets.UTF_8)) {
      assertThat(progress.readLine())
          .matches("\\.\\.\\. #\\d+, \\d+\\.\\d{3} s, at 0x4000800[04], to the end");
      run.toHandle().destroy();
      String report = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(report).contains("Paused at 0x4000800").contains("stopped paused after ");
      assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      run.destroyForcibly();
    }
  }
}
