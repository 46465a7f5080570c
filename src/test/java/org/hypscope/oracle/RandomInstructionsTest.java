package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random words of every row without side effects on control do the same on the core and on QEMU,
 * registers and flags compared after each, memory at the end.
 */
class RandomInstructionsTest {
  private static final int CODE = 0x40020000;
  private static final int SVC_ALL_MASKED = 0x1d3;
  private static final int TIMES = 4;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithQemu(long seed) {
    int[] words = new RandomProgram(seed).words(TIMES);
    Path elf = Samples.elf("stub-s0");
    try (CoreTarget core = new CoreTarget("virt", elf);
        QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"))) {
      start(core, words);
      start(qemu, words);
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.run(CODE + 4 * words.length, words.length + 1);
      lockstep.compareMemory(RandomProgram.DATA - 0x800, RandomProgram.DATA + 0x800);
      assertThat(lockstep.differences()).isEmpty();
      assertThat(lockstep.steps()).isEqualTo(words.length);
    }
  }

  private static void start(Target target, int[] words) {
    target.setWords(CODE, words);
    target.setRegister(Target.CPSR, SVC_ALL_MASKED);
    target.setRegister(Target.PC, CODE);
  }

  @Test
  void mostRowsTakePart() {
    assertThat(RandomProgram.forms()).hasSizeGreaterThan(200);
  }
}
