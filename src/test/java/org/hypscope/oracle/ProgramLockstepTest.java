package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program does the same on the core and on QEMU: registers and CPSR after every step; at the
 * end, stepped to or run to, all banks, the system registers, and the memory with the log of
 * exceptions.
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

  static List<Program> stepwise() {
    return Program.all().stream().filter(Program::stepwise).toList();
  }

  static List<Program> ending() {
    return Program.all().stream().filter(Program::ends).toList();
  }

  @ParameterizedTest
  @MethodSource("stepwise")
  void agreesWithQemuAfterEveryStep(Program program) {
    compare(program, lockstep -> lockstep.run(Program.FINISHED, program.steps()));
  }

  @ParameterizedTest
  @MethodSource("ending")
  void agreesWithQemuAtTheEnd(Program program) {
    compare(program, lockstep -> lockstep.runFreely(Program.FINISHED, program.steps()));
  }

  private void compare(Program program, Consumer<Lockstep> run) {
    Path elf = program.build(folder);
    Path console = folder.resolve("console");
    try (CoreTarget core = new CoreTarget(program.board(), program.cores(), elf);
        QemuTarget qemu = new QemuTarget(program.board(), program.cores(), elf, console)) {
      Lockstep lockstep = new Lockstep(core, qemu);
      run.accept(lockstep);
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
