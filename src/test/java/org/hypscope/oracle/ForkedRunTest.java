package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a machine does follows from its state alone: cut into pieces of any length, and taken over
 * by a fork at any instant, a run with interrupts, timers and several cores comes to the same end.
 */
class ForkedRunTest {
  private static final long SEED = Long.getLong("hypscope.seed", 4711);
  private static final int LONGEST_PIECE = 3_000;
  private static final int LONGEST_RUN = 200_000;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.AS, Tools.LD);
  }

  static Stream<Program> programs() {
    Stream<Program> boards =
        Program.all().stream().filter(p -> p.name().matches("cores|gic-.*|virtual-interrupts"));
    return Stream.concat(boards, Program.timed().stream());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void comesToTheSameEndInPiecesAndOnForks(Program program) throws ImageException {
    Board board = Boards.byName(program.board()).withCores(program.cores());
    Path elf = program.build(folder);
    Machine whole = Machine.create(board, ImageLoader.load(elf, LoadOptions.on(board)));
    whole.run(LONGEST_RUN, null);
    Machine pieces = Machine.create(board, ImageLoader.load(elf, LoadOptions.on(board)));
    Random random = new Random(SEED);
    StopCause cause = StopCause.STEPS;
    StringBuilder printed = new StringBuilder();
    int shown = 0;
    long left = LONGEST_RUN;
    while (cause == StopCause.STEPS && left > 0) {
      long before = steps(pieces);
      cause = pieces.run(Math.min(left, 1 + random.nextInt(LONGEST_PIECE)), null);
      left -= steps(pieces) - before;
      printed.append(pieces.console().text().substring(shown));
      if (random.nextBoolean()) {
        pieces = pieces.fork();
      }
      shown = pieces.console().text().length();
    }
    assertThat(stateOf(pieces)).isEqualTo(stateOf(whole));
    assertThat(printed).hasToString(whole.console().text());
    assertThat(pieces.freezeMemory().word(Program.COMPARED_START)).isNotZero();
    pieces
        .freezeMemory()
        .differences(whole.freezeMemory(), at -> assertThat(at).as("differing byte").isNull());
  }

  private static long steps(Machine machine) {
    return machine.core().steps();
  }

  /** Long lists as hash codes: where they differ, the registers of a core show where it stands. */
  private static List<String> stateOf(Machine machine) {
    List<String> all = new ArrayList<>();
    all.add("devices " + Arrays.hashCode(machine.deviceState()));
    for (Core core : machine.cores()) {
      all.add("at " + Arrays.toString(core.registers()));
      for (SysRegCopy copy : SysRegs.copies()) {
        all.add(copy + " " + core.sysRegs().rawGet(copy.register(), copy.secure()));
      }
      all.add("retired " + core.retired() + ", skipped " + core.skipped());
      all.add("sleeps " + core.sleep().lasts());
    }
    return all;
  }
}
