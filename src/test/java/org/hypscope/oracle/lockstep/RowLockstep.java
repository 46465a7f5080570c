package org.hypscope.oracle.lockstep;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hypscope.arm.core.Decoder;

/** Runs random cases of rows on the core and on QEMU, batch after batch. */
final class RowLockstep {
  private static final int MOST_LOST = 4;
  private static final int MOST_NARROWED = 20;

  private final Path folder;
  private final Supervisor supervisor;
  private final List<Subject> subjects;
  private final CoreSide core;
  private final Generator generator;
  private final Tally tally;
  private Consumer<Outcome> ear = outcome -> {};
  private QemuSide qemu;
  private int number;
  private int lost;
  private Batch batch;

  /**
   * A comparison of {@code subjects} on a core that decodes with {@code decoder}; files are made in
   * {@code folder}.
   */
  RowLockstep(
      Path folder, List<Subject> subjects, Decoder decoder, Departures departures, long seed) {
    this.folder = folder;
    this.subjects = subjects.stream().filter(each -> departures.notRun(each) == null).toList();
    this.tally = new Tally(subjects, departures);
    this.supervisor = Supervisor.build(folder);
    this.core = new CoreSide(supervisor, decoder);
    this.generator = new Generator(seed, core, this.subjects, departures, tally);
  }

  /**
   * Compares {@code perRow} words of every row and goes on until {@code total} words have been
   * compared.
   */
  Tally run(int perRow, long total) {
    startQemu();
    try {
      for (int n = 0; n < perRow; n++) {
        subjects.forEach(this::add);
      }
      flush();
      for (int n = 0; n < perRow; n++) {
        subjects.stream().filter(each -> tally.compared(each) < perRow).forEach(this::add);
        flushIf(n % 8 == 7);
      }
      while (tally.compared() < total) {
        subjects.forEach(this::add);
        for (int n = 0; n < 2 * subjects.size(); n++) {
          batch.addSequence();
          flushIf(!batch.hasRoom());
        }
      }
      flush();
      narrow();
    } finally {
      qemu.close();
    }
    return tally;
  }

  /** Runs the beginnings of the first sequences that differ: the shortest names the word. */
  private void narrow() {
    for (Case failed : tally.failed(MOST_NARROWED)) {
      batch.addBeginnings(failed);
      flush();
    }
  }

  /** Tells {@code listener} what every case comes to. */
  void hear(Consumer<Outcome> listener) {
    ear = listener;
  }

  private void came(Outcome outcome) {
    tally.add(outcome);
    ear.accept(outcome);
  }

  /** What has been compared so far. */
  Tally tally() {
    return tally;
  }

  private void add(Subject subject) {
    if (!batch.add(subject)) {
      tally.skipped(subject);
    }
    flushIf(!batch.hasRoom());
  }

  private void flushIf(boolean wanted) {
    if (wanted) {
      flush();
    }
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    boolean cameBack = batch.compare(qemu, this::came);
    lost += cameBack ? 0 : 1;
    if (lost == MOST_LOST) {
      throw new AssertionError("QEMU was lost too often: " + tally.reports());
    }
    if (!cameBack || ++number == Layout.BATCHES) {
      qemu.close();
      startQemu();
    } else {
      batch = new Batch(core, generator, number);
    }
  }

  private void startQemu() {
    qemu = new QemuSide(supervisor, folder);
    number = 0;
    batch = new Batch(core, generator, number);
  }
}
