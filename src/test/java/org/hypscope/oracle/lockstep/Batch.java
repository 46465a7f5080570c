package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hypscope.arm.bus.Page;

/** Up to {@link Layout#CASES} cases, drawn on the core, then run on QEMU in one go and compared. */
final class Batch {
  private final CoreSide core;
  private final Generator generator;
  private final int number;
  private final List<Case> cases = new ArrayList<>();
  private final List<int[]> outs = new ArrayList<>();

  Batch(CoreSide core, Generator generator, int number) {
    this.core = core;
    this.generator = generator;
    this.number = number;
    generator.startBatch(number);
  }

  /** Whether another case fits. */
  boolean hasRoom() {
    return cases.size() < Layout.CASES;
  }

  /** Whether nothing is in it. */
  boolean isEmpty() {
    return cases.isEmpty();
  }

  /** Draws a case of many words that only compute. */
  void addSequence() {
    int[] out = new int[Slots.COUNT];
    Case drawn = generator.drawSequence(cases.size(), out);
    if (drawn != null) {
      cases.add(drawn);
      outs.add(out);
    }
  }

  /** Takes the beginnings of {@code failed}, from one word to all of them. */
  void addBeginnings(Case failed) {
    for (int count = 1; count <= failed.steps().size(); count++) {
      cases.add(failed.prefix(count, Layout.code(number, cases.size())));
      outs.add(new int[Slots.COUNT]);
    }
  }

  /** Draws a case of {@code subject}; false where none was found. */
  boolean add(Subject subject) {
    int[] out = new int[Slots.COUNT];
    Case drawn = generator.draw(subject, cases.size(), out);
    if (drawn == null) {
      return false;
    }
    cases.add(drawn);
    outs.add(out);
    return true;
  }

  /**
   * Runs all on QEMU and tells {@code outcome} what became of each; false where QEMU did not come
   * back from one, and has to be started again. The core runs them once more before: when a case
   * was drawn, the code of those after it, where it may arrive too, was not there yet.
   */
  boolean compare(QemuSide qemu, Consumer<Outcome> outcome) {
    List<Integer> kept = new ArrayList<>();
    int[] executed = new int[cases.size()];
    for (int n = 0; n < cases.size(); n++) {
      if (core.run(cases.get(n), n, generator.data(), outs.get(n)) == CoreSide.End.DONE) {
        executed[n] = core.executed(cases.get(n));
        put(qemu, kept.size(), n);
        kept.add(n);
      }
    }
    putCode(qemu);
    int reached = kept.isEmpty() ? 0 : qemu.runCases(kept.size());
    byte[] theirs = new byte[Page.SIZE];
    for (int record = 0; record < reached; record++) {
      int n = kept.get(record);
      int[] out = new int[Slots.COUNT];
      qemu.words(Layout.record(record) + Supervisor.OUT, out);
      qemu.bytes(Layout.scratch(n), theirs);
      int differs = Arrays.mismatch(core.bus().scratch(n), theirs);
      outcome.accept(new Outcome(cases.get(n), executed[n], outs.get(n), out, differs));
    }
    if (reached < kept.size()) {
      int n = kept.get(reached);
      outcome.accept(Outcome.lost(cases.get(n), outs.get(n)));
    }
    return reached == kept.size();
  }

  private void put(QemuSide qemu, int record, int n) {
    qemu.setWords(Layout.record(record), cases.get(n).in());
    qemu.setBytes(Layout.scratch(n), generator.data());
  }

  private void putCode(QemuSide qemu) {
    for (int page = 0; page < Layout.CODE_SIZE >>> Page.SHIFT; page++) {
      qemu.setBytes(Layout.slot(number, 0) + (page << Page.SHIFT), core.bus().code(page));
    }
    byte[] traps = CaseBus.traps(Layout.GUARD);
    qemu.setBytes(Layout.slot(number, 0) + Layout.CODE_SIZE, traps);
    qemu.setBytes(Layout.slot(number, 0) - Layout.GUARD, traps);
  }
}
