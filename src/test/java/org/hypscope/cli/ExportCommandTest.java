package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
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
  void whatCannotBeWrittenIsOneSentence() {
    Path nowhere = folder.resolve("no/such/folder/file");
    Prompt prompt = Prompt.run("export", "kdump-k4", "--as", "vcd", "-o", nowhere.toString());
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).hasLineCount(1).contains("Cannot write");
  }
}
