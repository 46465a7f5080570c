package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathRun;
import org.hypscope.abi.path.PathStep;
import org.hypscope.debug.Target.Options;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path to a new kernel takes the same steps on the core and on QEMU, to its end. */
class PathLockstepTest {
  private static final List<String> MAY_RESET = List.of("-action", "reboot=reset");
  private static final int NO_ADDRESS = 1;
  private static final int AND_ON = 3;

  @TempDir java.nio.file.Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paths-arm", "paths-thumb"})
  void everyPathAgreesWithQemu(String image) throws UnusableTargetException {
    java.nio.file.Path elf = Samples.elf(image);
    List<Path> paths =
        PathRun.run(
            org.hypscope.debug.Target.load(elf, Options.standard()),
            AbiEngine.withBuiltIns(),
            id -> true);
    List<String> differences = new ArrayList<>();
    try (QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"), MAY_RESET)) {
      int start = qemu.registers()[Target.PC];
      for (Path path : paths) {
        qemu.reset(start);
        differences.addAll(compare(path, elf, qemu));
      }
    }
    assertThat(paths).hasSize(50);
    assertThat(differences).isEmpty();
  }

  private static List<String> compare(Path path, java.nio.file.Path elf, QemuTarget qemu) {
    try (CoreTarget core = new CoreTarget("virt", elf)) {
      core.setRegister(Target.PC, path.entry());
      qemu.setRegister(Target.PC, path.entry());
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.run(NO_ADDRESS, steps(path));
      return lockstep.differences().stream().map(each -> path.id().symbol() + ": " + each).toList();
    }
  }

  private static int steps(Path path) {
    PathStep last = path.steps().get(path.steps().size() - 1);
    long ahead = last.call().map(view -> view.prediction().instructions()).orElse(0L);
    return (int) (last.at().retired() + ahead) + AND_ON;
  }
}
