package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.arm.core.StopCause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that read counters and take timer interrupts print the same on the core and on QEMU with
 * one nanosecond an instruction, to the tick and to the instruction that an interrupt precedes.
 */
class TimedRunTest {
  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  static List<Program> programs() {
    return Program.timed();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsTheSameAsQemu(Program program) throws IOException {
    Path elf = program.build(folder);
    String theirs = QemuProcess.console(program.board(), elf, folder.resolve("console"), List.of());
    try (CoreTarget core = new CoreTarget(program.board(), elf)) {
      core.runTo(Program.FINISHED, program.steps());
      assertThat(core.stopped()).isEqualTo(StopCause.POWER_OFF);
      assertThat(theirs).isNotEmpty();
      assertThat(core.machine().console().text()).isEqualTo(theirs);
    }
  }
}
