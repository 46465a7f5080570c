package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} writes recordings that other viewers read. */
class ExportCommandTest {
  @TempDir Path folder;

  private Path exported(String form, String sample) {
    Path file = folder.resolve("recording");
    Prompt prompt = Prompt.run("export", sample, "--as", form, "-o", file.toString());
    assertThat(prompt.err()).isEmpty();
    assertThat(prompt.status()).isEqualTo(0);
    return file;
  }

  @Test
  void jsonLinesAreWhatTracePrints() throws IOException {
    assertThat(Files.readString(exported("jsonl", "kdump-k4")))
        .isEqualTo(Prompt.run("trace", "kdump-k4", "--format", "json").out());
  }

  @Test
  void aChromeTraceHasModesHvbarAndEvents() throws IOException {
    JsonNode events =
        new ObjectMapper().readTree(exported("chrome", "kdump-k4").toFile()).get("traceEvents");
    List<String> spans =
        StreamSupport.stream(events.spliterator(), false)
            .filter(each -> each.get("ph").asText().equals("X"))
            .map(each -> each.get("name").asText())
            .toList();
    assertThat(spans).contains("HYP", "SVC").anyMatch(name -> name.startsWith("0x4001"));
    assertThat(events.findValuesAsText("name")).contains("hvc", "eret");
  }

  @Test
  void aValueChangeDumpIsInOrderAndDeclaresWhatItChanges() throws IOException {
    List<String> lines = Files.readAllLines(exported("vcd", "smp-stub"));
    List<Long> times =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> Long.parseLong(line.substring(1)))
            .toList();
    assertThat(times).isSorted().startsWith(0L).hasSizeGreaterThan(5);
    assertThat(lines).contains("$var wire 32 v1 hvbar $end", "$enddefinitions $end", "1h0");
    assertThat(lines).anyMatch(line -> line.matches("b11010 m0"));
  }

  @Test
  void eachCallLastsFromItsHvcToItsReturn() throws IOException {
    JsonNode events =
        new ObjectMapper().readTree(exported("chrome", "kvm-host-k4").toFile()).get("traceEvents");
    Map<Long, Double> open = new HashMap<>();
    Map<Long, Double> lasted = new HashMap<>();
    for (JsonNode each : events) {
      assertThat(each.fieldNames()).toIterable().contains("name", "ph", "pid");
      String phase = each.get("ph").asText();
      if (!phase.equals("M")) {
        assertThat(each.get("ts").isNumber() && each.get("tid").isNumber()).isTrue();
      }
      if (phase.equals("b")) {
        open.put(each.get("id").asLong(), each.get("ts").asDouble());
      } else if (phase.equals("e")) {
        long id = each.get("id").asLong();
        lasted.put(id, 1000 * (each.get("ts").asDouble() - open.remove(id)));
      }
    }
    assertThat(open).isEmpty();
    int returned = 0;
    for (JsonNode call : Prompt.run("trace", "kvm-host-k4").json()) {
      if (call.has("return_at")) {
        double instructions = call.get("return_at").asLong() - call.get("at").asLong();
        assertThat(lasted.get(call.get("n").asLong())).isCloseTo(instructions, within(0.01));
        returned++;
      }
    }
    assertThat(returned).isGreaterThan(20);
  }

  @Test
  void aValueChangeDumpHoldsAtEveryHvcWhatTraceTellsOfIt() throws IOException {
    for (String sample : List.of("kdump-k2", "smp-stub", "kvm-host-k4")) {
      Vcd dump = Vcd.read(Files.readAllLines(exported("vcd", sample)));
      int calls = 0;
      for (JsonNode event : Prompt.run("trace", sample, "--hvc").json()) {
        long at = event.get("at").asLong();
        String core = "core" + (event.has("core") ? event.get("core").asInt() : 0) + ".";
        assertThat(dump.pulses(core + "hvc")).contains(at);
        assertThat(dump.at(core + "hvbar", at)).isEqualTo(Long.decode(event.get("hvbar").asText()));
        Mode mode = Mode.valueOf(event.get("mode").asText());
        assertThat(dump.at(core + "mode", at)).isEqualTo(mode.encoding());
        calls++;
      }
      assertThat(calls).as(sample).isPositive();
      assertThat(dump.pulses("core0.hvc").size() + dump.pulses("core1.hvc").size())
          .isEqualTo(calls);
    }
  }

  @Test
  void aSessionIsExportedAsFarAsItHasCome() throws Exception {
    Path session = folder.resolve("a.hss");
    Prompt.run("run", "kdump-k2", "--to", "hvc:3", "--save", session.toString());
    String part = Files.readString(exported("jsonl", session.toString()));
    String whole = Files.readString(exported("jsonl", "kdump-k2"));
    assertThat(part).isNotEmpty().isEqualTo(Prompt.run("trace", "hs1:kdump-k2@hvc:3").out());
    assertThat(part.lines().count()).isLessThan(whole.lines().count());
  }

  @Test
  void whatCannotBeWrittenIsOneSentence() {
    Path nowhere = folder.resolve("no/such/folder/file");
    Prompt prompt = Prompt.run("export", "kdump-k4", "--as", "vcd", "-o", nowhere.toString());
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).hasLineCount(1).contains("Cannot write");
  }
}
