package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hosts of virtual machines leave the same list of exception entries and returns as on QEMU, each
 * at the same instruction of the run and with the same syndrome, and the same text.
 */
class EventListTest {
  private static final int MOST_STEPS = 1_000_000;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  static List<String> hosts() {
    return Samples.names().stream().filter(name -> name.startsWith("kvm-host")).toList();
  }

  static List<Program> programs() {
    return Program.virtual();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aHostGoesTheSameWay(String sample) throws Exception {
    compare(Samples.elf(sample));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramGoesTheSameWay(Program program) throws Exception {
    compare(program.build(folder));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomUseOfInterruptsGoesTheSameWay(long seed) throws Exception {
    long own = Long.getLong("hypscope.seed", 0) + seed;
    compare(Program.of(InterruptProgram.write(own, folder)).build(folder));
  }

  private void compare(Path elf) throws IOException, ImageException {
    Path console = folder.resolve("console");
    Path log = folder.resolve("log");
    String quick = QemuProcess.console("virt", elf, console, List.of());
    List<String> logged =
        Stream.concat(QemuEvents.LOGGED.stream(), Stream.of("-D", log.toString())).toList();
    assertThat(QemuProcess.console("virt", elf, console, logged)).isEqualTo(quick);
    Board board = Boards.standard();
    try (DebugSession session =
        DebugSession.open(ImageLoader.load(elf, LoadOptions.on(board)), board)) {
      Snapshot end = session.run(RunGoal.within(MOST_STEPS, RunGoal.forever())).join();
      String printed =
          end.console().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
      assertThat(printed.strip()).isEqualTo(quick.strip());
      assertThat(end.stop().kind()).isEqualTo(StopReason.Kind.POWER_OFF);
      assertThat(
              end.timeline().events().stream()
                  .filter(EventListTest::isLogged)
                  .map(EventLine::of)
                  .toList())
          .hasSizeGreaterThan(10)
          .containsExactlyElementsOf(QemuEvents.of(log));
    }
  }

  /** QEMU says nothing of a return that leads to the mode that it comes from. */
  private static boolean isLogged(TraceEvent event) {
    return !event.isReturn() || event.mode() != event.toMode();
  }
}
