package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are printed while they happen: every one, once, in order, with what it returned. */
class LiveEventsTest {
  /** HVBAR := 0x40010000, whose +0x08 returns; then HVC after HVC, from HYP. */
  private static final int[] CALLS = {
    0xea000006, // b to +0x20
    0xe320f000,
    0xe160006e, // eret
    0xe320f000,
    0xe320f000,
    0xe320f000,
    0xe320f000,
    0xe320f000,
    0xe3000000, // movw r0, #0
    0xe3440001, // movt r0, #0x4001
    0xee8c0f10, // mcr 15, 4, r0, c12, c0, 0
    0xe1400070, // hvc #0
    0xeafffffd // b to the hvc
  };

  @TempDir Path folder;

  private String[] command(String... more) throws IOException {
    ByteBuffer words = ByteBuffer.allocate(4 * CALLS.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : CALLS) {
      words.putInt(word);
    }
    Path file = Files.write(folder.resolve("calls.bin"), words.array());
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--load", "0x40010000", "--entry", "0x40010000", file.toString()));
    return all.toArray(String[]::new);
  }

  @Test
  void moreEventsAreTracedThanASessionKeeps() throws IOException {
    List<String> lines =
        Prompt.run(command("trace", "--steps", "600000", "--format", "text"))
            .out()
            .lines()
            .toList();
    assertThat(lines.size()).isGreaterThan(350_000);
    assertThat(lines.stream().filter(line -> line.contains(" hvc ")))
        .as("all but the last have returned")
        .filteredOn(line -> line.contains("has not returned"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void theyAreNumberedWithoutAGap() throws IOException {
    List<JsonNode> events = Prompt.run(command("trace", "--steps", "60000")).json();
    for (int n = 0; n < events.size(); n++) {
      assertThat(events.get(n).get("n").asInt()).isEqualTo(n + 1);
    }
  }

  @Test
  void runPrintsThemBeforeItsReport() {
    List<String> lines =
        Prompt.run("run", "smp-stub", "--events", "--console").out().lines().toList();
    assertThat(lines.stream().filter(line -> line.matches("core [01]  #.*"))).hasSize(13);
    assertThat(lines.stream().filter(line -> line.matches("#\\d+ +core [01]: .*"))).hasSize(5);
    assertThat(lines.get(lines.size() - 3)).startsWith("stopped power-off");
    assertThat(lines.get(lines.size() - 1))
        .startsWith(" core 1  off")
        .contains("booted in HYP at #172");
  }

  @Test
  void theStateOfAnotherCoreIsPrintedOnDemand() {
    JsonNode first = state("--core", "0");
    JsonNode second = state("--core", "1");
    assertThat(first.get("core").asInt()).isZero();
    assertThat(second.get("registers").get("LR_hyp"))
        .isEqualTo(first.get("registers").get("LR_hyp"));
    assertThat(second.get("pc")).isNotEqualTo(first.get("pc"));
    assertThat(state()).as("the one that ended the run").isEqualTo(second);
    assertThat(second.get("cores").get(1).get("boot_mode").asText()).isEqualTo("HYP");
    assertThat(second.get("devices").get(0).get("device").asText())
        .isEqualTo("Interrupts of core 1");
    Prompt none = Prompt.run("run", "stub-s0", "--core", "1");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("There is no core 1: the machine has core 0 only");
  }

  private static JsonNode state(String... more) {
    List<String> all = new ArrayList<>(List.of("run", "smp-stub", "--to", "hvc:2"));
    all.addAll(List.of("--registers", "--devices", "--format", "json"));
    all.addAll(List.of(more));
    return Prompt.run(all.toArray(String[]::new)).json().get(0);
  }
}
