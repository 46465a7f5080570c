package org.hypscope.oracle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * QEMU's virt machine, stopped at its first instruction, with its gdb stub on a pipe. It is ended
 * on close, and in any case after ten minutes, so that a test cannot wait for it for ever.
 */
public final class QemuProcess implements AutoCloseable {
  private static final String PROGRAM = "qemu-system-arm";

  private static final int MOST_SECONDS = 600;
  private static final int MOST_SECONDS_TIMED = 30;

  private final Process process;
  private final RspClient client;

  private QemuProcess(Process process) {
    this.process = process;
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    this.client =
        new RspClient(new BufferedInputStream(process.getInputStream()), process.getOutputStream());
  }

  /** Starts QEMU on the peer of {@code board}; its console is written to {@code console}. */
  static QemuProcess start(String board, Path elf, Path console) {
    return start(board, elf, console, List.of());
  }

  /** As {@link #start(String, Path, Path)}, with {@code more} arguments at the end. */
  public static QemuProcess start(String board, Path elf, Path console, List<String> more) {
    String[] here = ("-S -gdb stdio -serial file:" + console + " -kernel " + elf).split(" ");
    List<String> command =
        Stream.of(command(board), List.of(here), more).flatMap(List::stream).toList();
    try {
      return new QemuProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException(PROGRAM + " does not start", e);
    }
  }

  /**
   * What {@code elf} prints until it powers off, on a machine where an instruction takes a
   * nanosecond. Fails where it does not end within half a minute.
   *
   * @param more arguments at the end
   */
  static String console(String board, Path elf, Path console, List<String> more) {
    String[] here =
        ("-icount shift=0,sleep=off -serial file:" + console + " -kernel " + elf).split(" ");
    try {
      Process run =
          new ProcessBuilder(
                  Stream.of(command(board), List.of(here), more).flatMap(List::stream).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = run.waitFor(MOST_SECONDS_TIMED, TimeUnit.SECONDS);
      run.destroyForcibly();
      if (!ended) {
        throw new IllegalStateException("QEMU did not come to the end of " + elf);
      }
      return Files.readString(console, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(String board) {
    String machine =
        switch (board) {
          case "virt", "virt-a7" -> "virt,virtualization=on";
          case "virt-secure" -> "virt,secure=on,virtualization=on";
          default -> throw new IllegalArgumentException("QEMU has no peer of board " + board);
        };
    String cpu = board.endsWith("-a7") ? "cortex-a7" : "cortex-a15";
    return List.of(
        (PROGRAM + " -cpu " + cpu + " -M " + machine + ",gic-version=2,dtb-randomness=off")
            .concat(" -smp 1 -display none -monitor none -nic none -no-reboot")
            .split(" "));
  }

  /** The connection to the gdb stub. */
  public RspClient client() {
    return client;
  }

  /** Whether QEMU ends by itself within a few seconds. */
  boolean ends() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
