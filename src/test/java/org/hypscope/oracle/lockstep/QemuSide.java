package org.hypscope.oracle.lockstep;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hypscope.oracle.QemuProcess;

/**
 * QEMU with its memory in a file that is mapped here too: cases go in and results come out without
 * a packet; one packet starts a batch, and its reply says that it is done.
 */
public final class QemuSide implements AutoCloseable {
  /** A batch takes a tenth of a second; a machine that is busy with other work gives it less. */
  private static final int MOST_SECONDS = 60;

  private final Supervisor supervisor;
  private final Path file;
  private final MappedByteBuffer memory;
  private final QemuProcess process;

  /** Starts QEMU's peer of the board virt; its memory is a file in {@code folder}. */
  public QemuSide(Supervisor supervisor, Path folder) {
    this("virt", supervisor, folder);
  }

  /** As {@link #QemuSide(Supervisor, Path)}, for the peer of {@code board}. */
  public QemuSide(String board, Supervisor supervisor, Path folder) {
    this.supervisor = supervisor;
    try {
      file = Files.createTempFile(folder, "ram", "");
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, Layout.RAM_SIZE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    memory.order(LITTLE_ENDIAN);
    String backend =
        "memory-backend-file,id=ram,share=on,size=" + Layout.RAM_SIZE + ",mem-path=" + file;
    process =
        QemuProcess.start(
            board,
            supervisor.elf(),
            folder.resolve("console"),
            List.of("-object", backend, "-machine", "memory-backend=ram", "-m", "512"));
    run(supervisor.symbol("_start"));
  }

  /** Runs from an address until a batch is done; where that takes too long, stops. */
  private void run(int from) {
    String stop = String.format("%x,4", supervisor.symbol("batch_done"));
    process.client().request("Z0," + stop);
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            process.client()::interrupt,
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS));
    process.client().request(String.format("c%x", from));
    late.cancel(false);
  }

  /** Writes a word at a physical address. */
  public void setWord(int address, int value) {
    memory.putInt(address - Layout.RAM, value);
  }

  /** Writes bytes at a physical address. */
  public void setBytes(int address, byte[] bytes) {
    memory.put(address - Layout.RAM, bytes);
  }

  /** The word at a physical address. */
  public int word(int address) {
    return memory.getInt(address - Layout.RAM);
  }

  /** Reads words at a physical address. */
  public void words(int address, int[] into) {
    memory
        .slice(address - Layout.RAM, 4 * into.length)
        .order(LITTLE_ENDIAN)
        .asIntBuffer()
        .get(into);
  }

  /** Writes words at a physical address. */
  public void setWords(int address, int[] values) {
    memory
        .slice(address - Layout.RAM, 4 * values.length)
        .order(LITTLE_ENDIAN)
        .asIntBuffer()
        .put(values);
  }

  /** Reads bytes at a physical address. */
  public void bytes(int address, byte[] into) {
    memory.get(address - Layout.RAM, into);
  }

  /**
   * Runs the first {@code count} records; returns the number of the record that QEMU did not come
   * to the end of, or {@code count}.
   */
  public int runCases(int count) {
    setWord(supervisor.symbol("current"), Layout.RECORDS);
    setWord(supervisor.symbol("current") + 4, count);
    run(supervisor.symbol("load_case"));
    return (word(supervisor.symbol("current")) - Layout.RECORDS) / Supervisor.STRIDE;
  }

  @Override
  public void close() {
    process.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
