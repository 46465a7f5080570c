package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
 * machine off: with the same text as on QEMU, at nearly the same times, and with the same
 * hypercalls.
 */
@EnabledIfSystemProperty(named = "hypscope.long", matches = "true")
class KernelBootTest {
  /**
   * Interrupts of the timer come an instruction later or earlier than on QEMU once some have been
   * taken, from a cause not found yet; what a kernel draws from that as randomness makes more of
   * it.
   */
  private static final long MICROSECONDS_APART = 100;

  private static final long MOST_STEPS = 30_000_000_000L;

  static Stream<BootScenario> scenarios() {
    return Stream.of(
        new BootScenario("armmp-lpae", 1, "console=ttyAMA0"),
        new BootScenario("armmp", 1, "console=ttyAMA0"),
        new BootScenario("armmp-lpae", 1, "console=ttyAMA0 nokaslr exercise"),
        new BootScenario("armmp-lpae", 2, "console=ttyAMA0"));
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
    assertThat(console).contains("CPU: All CPU(s) started in HYP mode.", "armv7l GNU/Linux");
    assertThat(scenario.comparable(console)).isEqualTo(scenario.comparable(expected.console()));
    if (scenario.isTimed()) {
      assertThat(BootScenario.times(console))
          .usingElementComparator((a, b) -> Math.abs(a - b) <= MICROSECONDS_APART ? 0 : 1)
          .isEqualTo(BootScenario.times(expected.console()));
    }
    List<TraceEvent> events =
        end.timeline().events().stream().filter(e -> e.isHvc() || e.isFirmwareCall()).toList();
    assertThat(events.stream().filter(TraceEvent::isHvc).count())
        .isEqualTo(expected.count("Hypervisor Call"));
    assertThat(events.stream().filter(TraceEvent::isFirmwareCall).count())
        .isEqualTo(expected.count("Secure Monitor Call"));
    assertThat(events.stream().map(BootCall::of).toList())
        .isEqualTo(qemu.calls(events.stream().map(TraceEvent::pc).collect(Collectors.toSet())));
  }

  private static Snapshot onTheCore(BootScenario scenario, Path folder) throws Exception {
    try (DebugSession session = DebugSession.open(scenario.target(scenario.tree(folder)))) {
      return session.run(RunGoal.within(MOST_STEPS, RunGoal.forever())).join();
    }
  }
}
