package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel is named and stopped at, with its source, through every translation that it runs in. */
class HighKernelTest {
  private static final String SOURCE = "src/test/resources/regimes/high-kernel";
  private static final int LINKED_TO_PHYSICAL = 0x80000000;

  @TempDir Path folder;
  private DebugSession session;

  @BeforeEach
  void open() throws Exception {
    Tools.assume(Tools.AS, Tools.LD);
    String object = folder.resolve("kernel.o").toString();
    String elf = folder.resolve("kernel.elf").toString();
    Tools.run(
        List.of(
            Tools.AS,
            "-g",
            "-march=armv7-a+virt",
            "-mcpu=cortex-a15",
            "-o",
            object,
            SOURCE + ".S"));
    Tools.run(List.of(Tools.LD, "-T", SOURCE + ".ld", "-o", elf, object));
    session = DebugSession.open(Target.load(Path.of(elf), Target.Options.standard()));
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
  }

  private static int linked(Snapshot now, String symbol) {
    return now.symbols().all().stream()
        .filter(each -> each.name().equals(symbol))
        .findFirst()
        .orElseThrow()
        .address();
  }

  @Test
  void oneBreakpointStopsAtTheFunctionInEveryRegime() {
    int twice = linked(session.snapshot(), "twice");
    session.setStops(List.of(new Stop(new Breakpoint.Address(twice))));
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Snapshot now = session.run(RunGoal.forever()).join();
      assertThat(now.symbols().describe(now.pc())).isEqualTo("twice");
      assertThat(now.sources().describe(now.pc())).startsWith("high-kernel.S:");
      assertThat(now.stop().text()).contains("(twice)");
      stops.add(String.format("%s 0x%08x", now.mode(), now.pc() - twice));
    }
    assertThat(stops)
        .containsExactly(
            "HYP 0x80000000",
            "HYP 0xc0000000",
            "SVC 0x80000000",
            "SVC 0x80000000",
            "SVC 0x00000000");
    assertThat(session.run(RunGoal.forever()).join().stop().kind()).isEqualTo(StopReason.Kind.LOOP);
  }

  @Test
  void aPhysicalAddressIsTheSamePlace() {
    int twice = linked(session.snapshot(), "twice");
    session.setStops(List.of(new Stop(new Breakpoint.Address(twice + LINKED_TO_PHYSICAL))));
    Snapshot now = session.snapshot();
    for (int i = 0; i < 5; i++) {
      now = session.run(RunGoal.forever()).join();
    }
    assertThat(now.pc()).isEqualTo(twice);
  }

  @Test
  void symbolsLeadToWhereTheyAreSeen() {
    Snapshot before = session.snapshot();
    int high = linked(before, "high");
    assertThat(before.symbols().address("high")).contains(high + LINKED_TO_PHYSICAL);
    assertThat(before.symbols().describe(high)).as("nothing else is there").isEqualTo("high");
    Snapshot at = session.run(RunGoal.toAddress(before.symbols().address("high").get())).join();
    assertThat(at.pc()).isEqualTo(high);
    assertThat(at.symbols().address("high")).contains(high);
    assertThat(at.symbols().describe(high + LINKED_TO_PHYSICAL)).isEqualTo("high");
    assertThat(at.symbols(AddressSpace.HYP).describe(high - 0x40000000)).isEqualTo("high");
  }
}
