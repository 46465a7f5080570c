package org.hypscope.oracle.translation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hypscope.arm.bus.Page;
import org.hypscope.oracle.lockstep.Layout;
import org.hypscope.oracle.lockstep.QemuSide;
import org.hypscope.oracle.lockstep.Supervisor;
import org.hypscope.oracle.lockstep.Values;

/** Runs cases of generated worlds on the core and on QEMU, batch after batch. */
final class TranslationLockstep {
  private static final int WORLDS = 32;
  private static final int CASES = 8;
  private static final int ONE_QEMU = 100;
  private static final int TABLES = 0x48000000;
  private static final Path SOURCE = Path.of("src/test/resources/translation/supervisor.S");

  private final String board;
  private final Values values;
  private final Tally tally;
  private final IntUnaryOperator misread;
  private final CoreGuest core;
  private final Supervisor supervisor;
  private final Path folder;
  private final List<World> worlds = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<int[]> outs = new ArrayList<>();
  private boolean poolSpoilt;

  /**
   * A comparison; files are made in {@code folder}. The core has {@code misread} of every word of
   * the tables in its memory.
   */
  TranslationLockstep(String board, Path folder, long seed, Tally tally, IntUnaryOperator misread) {
    this.board = board;
    this.folder = folder;
    this.values = new Values(seed);
    this.tally = tally;
    this.misread = misread;
    this.supervisor =
        Supervisor.build(
            folder,
            SOURCE,
            CaseWords.definitions(),
            "-Ttext=0x" + Integer.toHexString(program()),
            "-Tdata=0x40200000");
    this.core = new CoreGuest(board, supervisor, folder);
  }

  /** In the flash that Non-secure state sees: where Secure state has its own that is the second. */
  private int program() {
    return secured() ? 0x0420_0000 : 0x0020_0000;
  }

  private boolean secured() {
    return board.equals("virt-secure");
  }

  /** Compares {@code batches} batches; QEMU is started anew now and then, as it lives not long. */
  void run(int batches) {
    for (int done = 0; done < batches; done += ONE_QEMU) {
      runOnOneQemu(Math.min(ONE_QEMU, batches - done));
    }
  }

  private void runOnOneQemu(int batches) {
    try (QemuSide qemu = new QemuSide(board, supervisor, folder)) {
      for (int at = 0; at < Targets.POOL_SIZE; at += 4) {
        int address = Targets.POOL + at;
        qemu.setWord(address, Targets.content(address));
        core.setWord(address, Targets.content(address));
      }
      for (int n = 0; n < batches; n++) {
        draw();
        compare(qemu);
        comparePool(qemu, n);
        clear(qemu);
      }
    }
  }

  private void draw() {
    for (int n = 0; n < WORLDS; n++) {
      World world = new World(values, program(), secured(), TABLES + n * Arena.SIZE);
      worlds.add(world);
      world.arena().words().forEach((at, word) -> core.setWord(at, misread.applyAsInt(word)));
      for (int k = 0; k < CASES; k++) {
        Case drawn = new Case(world, values);
        int[] out = new int[CaseWords.OUT_COUNT];
        if (runs(drawn, out)) {
          cases.add(drawn);
          outs.add(out);
        }
      }
    }
  }

  private boolean runs(Case drawn, int[] out) {
    if (core.run(drawn.words(), out)) {
      return true;
    }
    poolSpoilt = true;
    tally.dropped();
    drawn.dropAccess();
    return core.run(drawn.words(), out);
  }

  private void compare(QemuSide qemu) {
    for (World world : worlds) {
      world.arena().words().forEach(qemu::setWord);
    }
    for (int n = 0; n < cases.size(); n++) {
      qemu.setWords(Layout.record(n), cases.get(n).words());
    }
    int reached = qemu.runCases(cases.size());
    if (reached < cases.size()) {
      throw new AssertionError("QEMU does not come back: " + describe(cases.get(reached)));
    }
    for (int n = 0; n < cases.size(); n++) {
      int[] theirs = new int[CaseWords.OUT_COUNT];
      qemu.words(Layout.record(n) + Supervisor.OUT, theirs);
      compare(cases.get(n), outs.get(n), theirs);
    }
  }

  private static String describe(Case of) {
    int[] nothing = new int[CaseWords.OUT_COUNT];
    return of.access() == null ? "no access" : Outcome.ofAccess(of, nothing, nothing).report();
  }

  private void compare(Case of, int[] ours, int[] theirs) {
    for (int n = 0; n < of.operations().size(); n++) {
      tally.add(Outcome.ofOperation(of, n, ours, theirs));
    }
    if (of.access() != null) {
      boolean same = tally.add(Outcome.ofAccess(of, ours, theirs));
      poolSpoilt |= !same && of.access().writes();
    }
  }

  /** What all stores of a batch left, page by page. */
  private void comparePool(QemuSide qemu, int batch) {
    byte[] theirs = new byte[Page.SIZE];
    for (int at = Targets.POOL; at < Targets.POOL + Targets.POOL_SIZE; at += Page.SIZE) {
      qemu.bytes(at, theirs);
      int differs = Arrays.mismatch(core.page(at), theirs);
      if (differs >= 0) {
        if (!poolSpoilt) {
          tally.differ(String.format("batch %d: memory differs from %08x on", batch, at + differs));
        }
        qemu.setBytes(at, core.page(at));
      }
    }
    poolSpoilt = false;
  }

  private void clear(QemuSide qemu) {
    for (World world : worlds) {
      for (int address : world.arena().words().keySet()) {
        core.setWord(address, 0);
        qemu.setWord(address, 0);
      }
    }
    worlds.clear();
    cases.clear();
    outs.clear();
  }
}
