package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample takes the same steps and prints the same text on the core and on QEMU. */
class SampleLockstepTest {
  private static final int MOST_STEPS = 5_000;
  private static final int NO_ADDRESS = 1;

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
  void agreesWithQemuOnCortexA7(String sample) throws IOException {
    compare("virt-a7", sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void agreesWithQemu(String sample) throws IOException {
    compare("virt", sample);
  }

  private void compare(String board, String sample) throws IOException {
    Path elf = Samples.elf(sample);
    Path console = folder.resolve("console");
    String printed;
    try (CoreTarget core = new CoreTarget(board, elf);
        QemuTarget qemu = new QemuTarget(board, elf, console)) {
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.run(NO_ADDRESS, MOST_STEPS);
      assertThat(lockstep.differences()).isEmpty();
      printed = core.machine().console().text();
    }
    assertThat(printed).isEqualTo(Files.readString(console));
  }
}
