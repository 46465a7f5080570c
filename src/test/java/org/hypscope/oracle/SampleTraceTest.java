package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the product records of every sample's hypercalls is what QEMU does, call by call. */
class SampleTraceTest {
  private static final int MOST_STEPS = 5_000;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  static List<String> samples() {
    return Samples.onOneCore();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void agreesWithQemuCallByCall(String sample) throws ImageException {
    Path elf = Samples.elf(sample);
    List<HypercallLine> theirs;
    try (QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"))) {
      theirs = new QemuTrace(qemu).run(MOST_STEPS);
    }
    assertThat(theirs).isNotEmpty();
    assertThat(recorded(elf)).isEqualTo(theirs);
  }

  private static List<HypercallLine> recorded(Path elf) throws ImageException {
    Board board = Boards.standard();
    try (DebugSession session =
        DebugSession.open(ImageLoader.load(elf, LoadOptions.on(board)), board)) {
      Snapshot end = session.run(RunGoal.steps(MOST_STEPS)).join();
      return end.timeline().events().stream()
          .filter(TraceEvent::isHvc)
          .map(HypercallLine::of)
          .toList();
    }
  }
}
