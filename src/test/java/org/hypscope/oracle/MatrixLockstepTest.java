package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;
import org.hypscope.abi.MatrixRun;
import org.hypscope.debug.Target.Options;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every cell of the matrix takes the same steps on the core and on QEMU, and leaves HVBAR alike.
 */
class MatrixLockstepTest {
  private static final List<String> MAY_RESET = List.of("-action", "reboot=reset");
  private static final int NO_ADDRESS = 1;
  private static final int AND_ON = 3;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix-arm", "matrix-thumb"})
  void everyCellAgreesWithQemu(String image) throws UnusableTargetException {
    Path elf = Samples.elf(image);
    Matrix matrix =
        MatrixRun.run(
            List.of(org.hypscope.debug.Target.load(elf, Options.standard())),
            AbiEngine.withBuiltIns(),
            id -> true);
    List<String> differences = new ArrayList<>();
    try (QemuTarget qemu = new QemuTarget("virt", elf, folder.resolve("console"), MAY_RESET)) {
      int start = qemu.registers()[Target.PC];
      for (MatrixCell cell : matrix.cells()) {
        qemu.reset(start);
        differences.addAll(compare(cell, elf, qemu));
      }
    }
    assertThat(matrix.cells()).hasSizeGreaterThan(240);
    assertThat(differences).isEmpty();
  }

  private static List<String> compare(MatrixCell cell, Path elf, QemuTarget qemu) {
    try (CoreTarget core = new CoreTarget("virt", elf)) {
      core.setRegister(Target.PC, cell.entry());
      qemu.setRegister(Target.PC, cell.entry());
      Lockstep lockstep = new Lockstep(core, qemu);
      int steps = (int) (cell.at().retired() + cell.instructions()) + AND_ON;
      lockstep.run(NO_ADDRESS, steps);
      List<String> differences = new ArrayList<>();
      lockstep.differences().forEach(each -> differences.add(cell.id().symbol() + ": " + each));
      if (qemu.hvbar() != cell.hvbarAfter()) {
        differences.add(cell.id().symbol() + ": HVBAR on QEMU is " + qemu.hvbar());
      }
      return differences;
    }
  }
}
