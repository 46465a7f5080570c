package org.hypscope.oracle.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated tables of every regime translate, and fault, as on QEMU: by address translation
 * operations, and by accesses of every kind from User, PL1 and Hyp modes.
 */
class TranslationLockstepTest {
  private static final boolean LONG = Boolean.getBoolean("hypscope.long");
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int BATCHES = LONG ? 300 : 40;
  private static final List<String> BOARDS = List.of("virt", "virt-secure");
  private static final Path WANTED = Path.of("src/test/resources/translation/kinds.txt");
  private static final Path REPORT = Path.of("target/translation");

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  @Test
  void everyRegimeAgreesWithQemu() throws IOException {
    long start = System.nanoTime();
    Tally tally = new Tally(Departures.read());
    for (String board : BOARDS) {
      new TranslationLockstep(board, folder, SEED, tally, word -> word).run(BATCHES);
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    Files.createDirectories(REPORT);
    Files.writeString(REPORT.resolve("kinds.tsv"), tally.table());
    Files.writeString(REPORT.resolve("differences.txt"), String.join("\n", tally.reports()));
    System.out.printf(
        "Translation, seed %d: %sin %d ms; each kind: %s%n",
        SEED, tally.summary(), milliseconds, REPORT.resolve("kinds.tsv"));
    assertThat(tally.reports()).isEmpty();
    assertThat(tally.missing(Files.readAllLines(WANTED))).isEmpty();
  }

  /** The comparison sees what it is there to see: here a core for which AP[2] means its inverse. */
  @Test
  void findsAPermissionThatIsMisread() {
    Tally tally = new Tally(Departures.read());
    new TranslationLockstep("virt", folder, SEED, tally, TranslationLockstepTest::misread).run(1);
    assertThat(tally.reports()).anySatisfy(each -> assertThat(each).contains("permission"));
  }

  /** Bit 7 of a long descriptor's low word, little-endian, and bit 9 of a small page's. */
  private static int misread(int descriptor) {
    return (descriptor & 3) == 1 ? descriptor ^ 1 << 7 : descriptor;
  }
}
