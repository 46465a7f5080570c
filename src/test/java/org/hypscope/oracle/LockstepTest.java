package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison itself sees what it is there to see. */
class LockstepTest {
  private static final int R4 = 4;
  private static final int FAR_AHEAD = 0x47000000;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  @Test
  void notesARegisterThatDiffersAndGoesOn() {
    Path elf = Samples.elf("stub-s0");
    try (CoreTarget core = new CoreTarget("virt", elf);
        QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"))) {
      core.setRegister(R4, 0x1234);
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.run(FAR_AHEAD, 3);
      assertThat(lockstep.differences())
          .singleElement()
          .asString()
          .contains("r4 is 0x00001234 here, 0x00000000 on QEMU");
      assertThat(lockstep.steps()).isEqualTo(3);
    }
  }

  @Test
  void notesAWordOfMemoryThatDiffers() {
    Path elf = Samples.elf("stub-s0");
    try (CoreTarget core = new CoreTarget("virt", elf);
        QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"))) {
      core.setWords(FAR_AHEAD, 7);
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.compareMemory(FAR_AHEAD - 8, FAR_AHEAD + 8);
      assertThat(lockstep.differences()).hasSize(1);
    }
  }

  @Test
  void knownDifferencesExplainNothingElse() {
    assertThat(KnownDifferences.explain("HSR", 0x94000010, 0x97820010)).isTrue();
    assertThat(KnownDifferences.explain("HSR", 0x94000010, 0x97820011)).isFalse();
    assertThat(KnownDifferences.explain("HSR", 0x80000010, 0x83820010)).isFalse();
    assertThat(KnownDifferences.explain("HCR", 0x94000010, 0x97820010)).isFalse();
  }
}
