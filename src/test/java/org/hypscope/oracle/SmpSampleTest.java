package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cores make, each in its own order, the calls that they make on QEMU, and print the same. */
class SmpSampleTest {
  private static final String SAMPLE = "smp-stub";

  @TempDir Path folder;

  @BeforeAll
  static void tools() {
    Tools.assume(Tools.QEMU);
  }

  @Test
  void everyCoreMakesTheCallsThatItMakesOnQemu() throws Exception {
    Snapshot end;
    org.hypscope.debug.Target.Options two =
        org.hypscope.debug.Target.Options.standard().withCores(2);
    try (DebugSession session =
        DebugSession.open(org.hypscope.debug.Target.load(Samples.elf(SAMPLE), two))) {
      end = session.run(RunGoal.forever()).join();
    }
    List<TraceEvent> calls =
        end.timeline().events().stream().filter(e -> e.isHvc() || e.isFirmwareCall()).toList();
    TreeMap<Integer, List<BootCall>> ours = new TreeMap<>();
    calls.forEach(e -> of(ours, e.core()).add(withoutReturn(BootCall.of(e))));
    Path console = folder.resolve("console");
    assertThat(ours)
        .isEqualTo(onQemu(console, calls.stream().map(TraceEvent::pc).collect(Collectors.toSet())));
    assertThat(ours.keySet()).containsExactly(0, 1);
    String printed =
        end.console().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
    assertThat(printed.strip()).isEqualTo(Files.readString(console).strip());
  }

  private static List<BootCall> of(TreeMap<Integer, List<BootCall>> calls, int core) {
    return calls.computeIfAbsent(core, n -> new ArrayList<>());
  }

  /** What a call finds; what one leaves is what the next of its core finds. */
  private static BootCall withoutReturn(BootCall call) {
    return new BootCall(call.pc(), call.before(), "");
  }

  private static TreeMap<Integer, List<BootCall>> onQemu(Path console, Set<Integer> addresses) {
    TreeMap<Integer, List<BootCall>> calls = new TreeMap<>();
    List<String> more = List.of("-smp", "2", "-icount", "shift=0,sleep=on");
    try (QemuTarget qemu = new QemuTarget("virt", Samples.elf(SAMPLE), console, more)) {
      addresses.forEach(qemu::breakAt);
      for (qemu.run(); qemu.on(); qemu.run()) {
        int[] registers = qemu.registers();
        if (addresses.contains(registers[Target.PC])) {
          of(calls, qemu.core()).add(BootCall.made(registers, qemu.hvbar()));
        }
        qemu.step();
      }
    }
    return calls;
  }
}
