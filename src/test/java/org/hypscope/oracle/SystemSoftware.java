package org.hypscope.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Debian's kernels, busybox and U-Boot, as {@code samples/fetch} leaves them in a folder. */
public final class SystemSoftware {
  private SystemSoftware() {}

  /** The folder; skips the test, saying why, where the packages cannot be had. */
  public static Path folder() {
    Assumptions.assumeTrue(Fetched.RESULT.fine, Fetched.RESULT.said);
    return Path.of(Fetched.RESULT.said);
  }

  /** What the script printed: the folder, or why there is none. */
  private record Result(boolean fine, String said) {}

  /** Asked for once, when the first test needs it. */
  private static final class Fetched {
    private static final Result RESULT = fetch();

    private static Result fetch() {
      try {
        Process process = new ProcessBuilder("samples/fetch").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor() == 0, said.strip());
      } catch (IOException e) {
        throw new UncheckedIOException("samples/fetch cannot be started", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
