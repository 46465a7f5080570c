package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check} says of every sample what its sample.yaml expects, in text as in JSON. */
class CheckCommandTest {
  @TempDir private Path folder;

  static Stream<Sample> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void statusAndFindingsAreTheSamples(Sample sample) {
    Prompt text = Prompt.run("check", sample.name());
    Prompt json = Prompt.run("check", "--format", "json", sample.name());
    assertThat(text.status()).isEqualTo(sample.exit());
    assertThat(json.status()).isEqualTo(sample.exit());
    List<String> rules = lines(json, "finding").map(each -> each.get("rule").asText()).toList();
    assertThat(rules).containsAll(sample.findings());
    assertThat(rules.isEmpty()).isEqualTo(sample.exit() == 0);
    assertThat(rules).allSatisfy(rule -> assertThat(text.out()).contains("error: " + rule));
    assertThat(text.out().contains("no findings in")).isEqualTo(sample.exit() == 0);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void textSaysWhatJsonSays(Sample sample) {
    String text = Prompt.run("check", sample.name()).out();
    Prompt json = Prompt.run("check", "--format", "json", sample.name());
    List<JsonNode> calls = lines(json, "hypercall").toList();
    assertThat(calls).hasSameSizeAs(sample.hypercalls());
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(text).contains("hvc:" + call.get("number").asInt() + "  ");
              assertThat(text).contains("before: " + call.get("prediction").asText());
            });
    assertThat(lines(json, "end").toList()).hasSize(1);
  }

  @Test
  void aRenamedCopyIsJudgedAlike() throws IOException {
    Path copy = folder.resolve("vmlinux");
    Files.write(copy, Samples.byName("kdump-k2").orElseThrow().elf());
    String named = Prompt.run("check", "kdump-k2").out();
    Prompt renamed = Prompt.run("check", copy.toString());
    assertThat(renamed.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(renamed.out()).isEqualTo(named.replaceFirst("kdump-k2", "vmlinux"));
  }

  @Test
  void severalImagesGiveTheWorstStatus() {
    assertThat(Prompt.run("check", "stub-s4", "kdump-k2", "kdump-k4").status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void theLimitIsToldByTheStatus() {
    assertThat(Prompt.run("check", "--steps", "10", "stub-s4").status())
        .isEqualTo(ExitStatus.LIMIT);
  }

  private static Stream<JsonNode> lines(Prompt prompt, String type) {
    return prompt.json().stream().filter(line -> line.get("type").asText().equals(type));
  }
}
