package org.hypscope.oracle.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.DataProcessing;
import org.hypscope.arm.core.exec.LoadStore;
import org.hypscope.arm.isa.IsaDecoder;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random words of every row of every instruction set, in random states and modes, do the same on
 * the core and on QEMU: registers of all banks, flags, floating point, memory, and the exception
 * taken with its syndrome. {@code -Dhypscope.words=N} asks for that many words and not only for
 * what every row needs.
 */
class RowLockstepTest {
  private static final boolean LONG = Boolean.getBoolean("hypscope.long");
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int PER_ROW = 104;
  private static final long TOTAL = Long.getLong("hypscope.words", LONG ? 10_000_000 : 0);
  private static final Path REPORT = Path.of("target/lockstep");

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  @Test
  void everyRowAgreesWithQemu() throws IOException {
    Departures departures = Departures.read();
    RowLockstep lockstep =
        new RowLockstep(folder, Subject.all(), IsaDecoder.instance(), departures, SEED);
    GoldenRecorder golden = new GoldenRecorder();
    lockstep.hear(golden::hear);
    long start = System.nanoTime();
    Tally tally = lockstep.run(PER_ROW, TOTAL);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    Files.createDirectories(REPORT);
    Files.writeString(REPORT.resolve("rows.tsv"), tally.table());
    Files.writeString(REPORT.resolve("differences.txt"), String.join("\n", tally.reports()));
    System.out.printf(
        "Lockstep, seed %d: %sin %d ms; each row: %s%n",
        SEED, tally.summary(), milliseconds, REPORT.resolve("rows.tsv"));
    if (Boolean.getBoolean("golden.update")) {
      golden.write();
    }
    assertThat(tally.reports()).isEmpty();
    assertThat(tally.gaps()).isEmpty();
  }

  /** The comparison sees what it is there to see: here EOR does what ORR should. */
  @Test
  void findsAnOperationThatIsWrong() {
    assertThat(reportsOf("EOR (register)", DataProcessing::orr))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).contains("eor"));
  }

  /** A store that loads instead shows in memory. */
  @Test
  void findsAStoreThatIsLost() {
    assertThat(reportsOf("STRB (immediate)", LoadStore::ldrb))
        .anySatisfy(each -> assertThat(each).contains("strb").contains("memory differs"));
  }

  /** An exception that is not taken shows in what the vectors of Hyp mode find. */
  @Test
  void findsAnExceptionThatIsNotTaken() {
    assertThat(reportsOf("SVC", (core, insn) -> {}))
        .anySatisfy(each -> assertThat(each).contains("svc").contains("LR_svc is"));
  }

  private List<String> reportsOf(String title, Operation wrong) {
    List<Subject> one =
        Subject.all().stream().filter(each -> each.title().equals("A32 " + title)).toList();
    Wrong decoder = new Wrong(title, wrong);
    return new RowLockstep(folder, one, decoder, Departures.read(), SEED).run(8, 0).reports();
  }

  /** The right decoder but for one row. */
  private record Wrong(String title, Operation operation) implements Decoder {
    @Override
    public Decoded a32(int word) {
      Decoded right = IsaDecoder.instance().a32(word);
      return right.form != null && right.form.title().equals(title)
          ? new Decoded(word, operation, Cond.of(word >>> 28), right.form, null)
          : right;
    }

    @Override
    public Decoded t32(int hw1, int hw2) {
      return IsaDecoder.instance().t32(hw1, hw2);
    }
  }
}
