package org.hypscope.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs of Debian that the oracle tests need. */
public final class Tools {
  public static final String QEMU = "qemu-system-arm";
  public static final String AS = "arm-linux-gnueabihf-as";
  public static final String LD = "arm-linux-gnueabihf-ld";

  private Tools() {}

  /** Skips the test, saying why, where one of {@code programs} is not installed. */
  public static void assume(String... programs) {
    for (String program : programs) {
      Assumptions.assumeTrue(
          installed(program),
          program
              + " is not installed; apt-get install qemu-system-arm binutils-arm-linux-gnueabihf llvm");
    }
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs a command to its end and returns what it printed; fails the test on a bad exit status. */
  public static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " fails: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
