package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.machine.load.BootFiles;
import org.junit.jupiter.api.Test;

/** The beginning of a boot of Debian's kernel, as far as takes seconds. */
class ImageBootTest {
  /** Where this kernel's {@code zImage} puts it. */
  private static final long UNPACKED_AT = 0x40208000L;

  private static final long STEPS = 90_000_000;

  @Test
  void aKernelFindsThatItWasStartedInHypMode() throws Exception {
    Path image = SystemSoftware.folder().resolve("armmp-lpae").resolve("Image");
    BootFiles files =
        new BootFiles(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of("earlycon=pl011,0x9000000"),
            Optional.empty());
    org.hypscope.debug.Target target =
        org.hypscope.debug.Target.load(
            image,
            new org.hypscope.debug.Target.Options(
                "virt",
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.of(UNPACKED_AT),
                OptionalLong.empty(),
                files));
    try (DebugSession session = DebugSession.open(target)) {
      Snapshot end = session.run(RunGoal.steps(STEPS)).join();
      String console =
          end.console().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
      assertThat(console).contains("CPU: All CPU(s) started in HYP mode.");
      assertThat(end.timeline().events().stream().filter(TraceEvent::isFirmwareCall))
          .as("what it asked the firmware")
          .hasSize(6)
          .allMatch(call -> call.r0() >>> 24 == 0x84);
    }
  }
}
