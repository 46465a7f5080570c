package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program does the same on the core and on QEMU: registers and CPSR after every step; at the
 * end all banks, the system registers, and the memory with the log of exceptions.
 */
class ProgramLockstepTest {
  private static final int MRS_SPSR = 0xe14f0000;
  private static final int MODE = 0x1f;
  private static final int HYP = 0x1a;
  private static final int MON = 0x16;

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
  }

  static List<Program> programs() {
    return Program.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void agreesWithQemu(Program program) {
    Path elf = program.build(folder);
    try (CoreTarget core = new CoreTarget(program.board(), elf);
        QemuTarget qemu = new QemuTarget(program.board(), elf, folder.resolve("console"))) {
      Lockstep lockstep = new Lockstep(core, qemu);
      lockstep.run(Program.FINISHED, program.steps());
      if (lockstep.differences().isEmpty() && qemu.on()) {
        lockstep.compare(banksAndSystemRegisters(core), banksAndSystemRegisters(qemu));
        lockstep.compareMemory(Program.COMPARED_START, Program.COMPARED_END);
      }
      assertThat(lockstep.differences()).isEmpty();
    }
  }

  private static Map<String, Integer> banksAndSystemRegisters(Target target) {
    Inspector inspector = new Inspector(target);
    Map<String, Integer> values = new TreeMap<>();
    switch (target.registers()[Target.CPSR] & MODE) {
      case HYP -> {
        values.putAll(inspector.banked(BankedRegister.seenFromHyp()));
        values.putAll(SystemRegisters.seenFromHyp(inspector));
        values.put("SPSR", inspector.execute(MRS_SPSR));
      }
      case MON -> {
        values.putAll(inspector.banked(BankedRegister.seenFromMonitor()));
        values.putAll(SystemRegisters.seenFromMonitor(inspector));
        values.put("SPSR", inspector.execute(MRS_SPSR));
      }
      default -> {
        // a program that does not end: its registers have been compared step by step
      }
    }
    return values;
  }
}
