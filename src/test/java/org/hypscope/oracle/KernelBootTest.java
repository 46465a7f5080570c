package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.TraceEvent;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Debian's kernels boot from their {@code zImage} to a busybox that says what runs and switches the
 * machine off: with the same text as on QEMU and the same hypercalls; on one core and without a
 * hypervisor also at the same times, with the same exceptions of every kind in the same order.
 */
@EnabledIfSystemProperty(named = "hypscope.long", matches = "true")
class KernelBootTest {
  private static final long MOST_STEPS = 30_000_000_000L;

  static Stream<BootScenario> scenarios() {
    return Stream.of(
        new BootScenario("armmp-lpae", 1, "console=ttyAMA0"),
        new BootScenario("armmp", 1, "console=ttyAMA0"),
        new BootScenario("armmp-lpae", 1, "console=ttyAMA0 nokaslr exercise"),
        new BootScenario("armmp-lpae", 2, "console=ttyAMA0"),
        new BootScenario("xen", 1, "console=dtuart dom0_mem=256M", Optional.of("console=hvc0")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void aKernelBootsAsOnQemu(BootScenario scenario, @TempDir Path folder) throws Exception {
    Tools.assume(Tools.QEMU);
    Snapshot end = onTheCore(scenario, folder);
    QemuBoot qemu = new QemuBoot(scenario, folder);
    QemuBoot.Result expected = qemu.run();
    String console =
        end.console().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
    assertThat(end.stop().kind()).as(console).isEqualTo(StopReason.Kind.POWER_OFF);
    assertThat(console).contains(scenario.says(), "armv7l GNU/Linux");
    assertThat(scenario.comparable(console)).isEqualTo(scenario.comparable(expected.console()));
    if (scenario.isExact()) {
      assertThat(console.strip()).isEqualTo(expected.console().strip());
      assertThat(exceptions(end)).isEqualTo(expected.exceptions());
    }
    List<TraceEvent> events =
        end.timeline().events().stream().filter(e -> e.isHvc() || e.isFirmwareCall()).toList();
    assertThat(events.stream().filter(TraceEvent::isHvc).count()).isEqualTo(expected.count("hvc"));
    assertThat(events.stream().filter(TraceEvent::isFirmwareCall).count())
        .isEqualTo(expected.count("smc"));
    if (scenario.hasGuest()) {
      return;
    }
    assertThat(events.stream().map(BootCall::of).toList())
        .isEqualTo(qemu.calls(events.stream().map(TraceEvent::pc).collect(Collectors.toSet())));
  }

  /** Their kinds, in order. */
  private static List<String> exceptions(Snapshot end) {
    return end.timeline().events().stream()
        .filter(each -> !each.isReturn())
        .map(TraceEvent::kind)
        .map(kind -> kind.equals("hyptrap") ? QemuBoot.UNDEFINED_OR_TRAPPED : kind)
        .toList();
  }

  private static Snapshot onTheCore(BootScenario scenario, Path folder) throws Exception {
    try (DebugSession session = DebugSession.open(scenario.target(scenario.tree(folder)))) {
      return session.run(RunGoal.within(MOST_STEPS, RunGoal.forever())).join();
    }
  }
}
