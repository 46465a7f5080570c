package org.hypscope.debug.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.Test;

/** Whatever happens to a session file, it is read, or refused with one sentence; it also runs. */
class DamagedSessionsTest {
  private static final long SEED = Long.getLong("hypscope.seed", 23);
  private static final int FILES = 20_000;
  private static final int RUN = 60;
  private static final String DIGITS = "0123456789-\"{}[]:,.eE abxtf\\";

  @Test
  void anyDamageIsReadOrRefusedInOneSentence() throws Exception {
    byte[] good = SessionWriter.write(SessionFileTest.full());
    byte[] elf = Files.readAllBytes(Path.of("samples/kdump-k2/kdump-k2.elf"));
    ImageSearch search =
        new ImageSearch(Optional.empty(), Optional.empty(), true, name -> Optional.of(elf));
    Random random = new Random(SEED);
    int read = 0;
    for (int n = 0; n < FILES; n++) {
      try {
        SessionFile session = SessionReader.read("damaged", damaged(good, random));
        if (read++ < RUN) {
          run(session, search);
        }
      } catch (UnusableTargetException e) {
        assertThat(e.getMessage()).as("file %d", n).startsWith("damaged").endsWith(".");
        assertThat(e.getMessage().lines()).as("file %d", n).hasSize(1);
      }
    }
    assertThat(read).as("that were still sessions").isBetween(RUN, FILES / 2);
  }

  @Test
  void randomBytesAreNoSession() throws Exception {
    Random random = new Random(SEED);
    for (int n = 0; n < 2_000; n++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      boolean refused = false;
      try {
        SessionReader.read("random", bytes);
      } catch (UnusableTargetException e) {
        refused = true;
      }
      assertThat(refused).isTrue();
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    Path file = Files.createTempFile("large", ".hss");
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) ' ');
      for (int n = 0; n < 17; n++) {
        out.write(block);
      }
    }
    try {
      SessionFiles.read(file);
    } catch (UnusableTargetException e) {
      assertThat(e.getMessage()).contains("larger than 16 MiB");
    } finally {
      Files.delete(file);
    }
  }

  /** What the file says is run, if it can be: it ends where it says, or before. */
  private static void run(SessionFile session, ImageSearch search) throws Exception {
    DebugSession opened;
    try {
      opened = session.open(search.load(session.image()));
    } catch (UnusableTargetException e) {
      assertThat(e.getMessage()).endsWith(".");
      return;
    }
    try (opened) {
      Snapshot end = session.resume(opened).get(60, TimeUnit.SECONDS);
      assertThat(end.stop().text()).isNotEmpty();
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(3);
    for (int n = 0; n < times; n++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 3 -> bytes = without(bytes, at, 1 + random.nextInt(40));
        case 4 -> bytes = twice(bytes, at, 1 + random.nextInt(80));
        default -> bytes[at] = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    int end = Math.min(bytes.length, at + length);
    byte[] less = Arrays.copyOf(bytes, Math.max(1, bytes.length - end + at));
    System.arraycopy(
        bytes,
        end,
        less,
        at == less.length ? at - 1 : at,
        Math.min(bytes.length - end, less.length - at));
    return less;
  }

  private static byte[] twice(byte[] bytes, int at, int length) {
    int end = Math.min(bytes.length, at + length);
    byte[] more = new byte[bytes.length + end - at];
    System.arraycopy(bytes, 0, more, 0, end);
    System.arraycopy(bytes, at, more, end, bytes.length - at);
    return more;
  }
}
