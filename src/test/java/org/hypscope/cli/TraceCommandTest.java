package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code trace} prints every event once, in order, with the fields that scripts rely on. */
class TraceCommandTest {
  private static final Set<String> ALWAYS =
      Set.of("n", "kind", "at", "pc", "symbol", "mode", "to_mode", "vector_pc");
  private static final Set<String> RETURN = Set.of("return_at", "ret_r0", "ret_hvbar", "ret_mode");

  static List<Sample> samples() {
    return Samples.all();
  }

  /**
   * The golden file is what {@code java -jar target/hypscope.jar trace kdump-k2} prints; make it
   * again when the sample changes, and read the difference.
   */
  @Test
  void theKdumpSampleHasItsGoldenTrace() throws IOException {
    assertThat(Prompt.run("trace", "kdump-k2").out()).isEqualTo(resource("kdump-k2.trace.jsonl"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLineHasItsFields(Sample sample) {
    List<JsonNode> events = Prompt.run("trace", sample.name()).json();
    assertThat(events).isNotEmpty();
    for (JsonNode event : events) {
      Set<String> names = new TreeSet<>();
      event.fieldNames().forEachRemaining(names::add);
      assertThat(names).containsAll(ALWAYS);
      assertThat(event.has("hsr")).as("hsr goes with HYP: %s", event).isEqualTo(entersHyp(event));
      assertThat(RETURN.stream().filter(names::contains).count()).isIn(0L, 4L);
    }
    assertThat(events).extracting(e -> e.get("n").asInt()).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hvcLeavesTheHypercallsOnly(Sample sample) {
    assertThat(Prompt.run("trace", "--hvc", sample.name()).json())
        .hasSameSizeAs(sample.hypercalls())
        .allSatisfy(event -> assertThat(event.get("kind").asText()).isEqualTo("hvc"));
  }

  @Test
  void eventsSayTheirCoreWhereThereAreSeveral() {
    List<JsonNode> calls = Prompt.run("trace", "--hvc", "smp-stub").json();
    assertThat(calls).extracting(e -> e.get("core").asInt()).containsExactly(0, 1, 1, 0);
    assertThat(Prompt.run("trace", "kdump-k2").json()).noneMatch(e -> e.has("core"));
  }

  @Test
  void textHasALineForEveryLineOfJson() {
    long json = Prompt.run("trace", "kvm-k4").out().lines().count();
    assertThat(Prompt.run("trace", "--format", "text", "kvm-k4").out().lines()).hasSize((int) json);
  }

  @Test
  void aRangeOfTheRunIsPrinted() {
    List<JsonNode> all = Prompt.run("trace", "kdump-k2").json();
    List<JsonNode> part =
        Prompt.run("trace", "--from", "hvc:2", "--to", "hvc:4", "kdump-k2").json();
    assertThat(part).hasSizeLessThan(all.size()).isNotEmpty();
    assertThat(all).containsAll(part);
    assertThat(Prompt.run("trace", "--limit", "2", "kdump-k2").json()).hasSize(2);
  }

  /** An SMC that the board's firmware answers enters no mode. */
  private static boolean entersHyp(JsonNode event) {
    String kind = event.get("kind").asText();
    return event.get("to_mode").asText().equals("HYP") && !Set.of("eret", "smc").contains(kind);
  }

  private static String resource(String name) throws IOException {
    try (var in = TraceCommandTest.class.getResourceAsStream("/cli/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = ';',
      value = {
        "r0==2; 4",
        "owner==__kvm_hyp_init || r0==2; 2 3 4",
        "caller==kvm_call_hyp && HSR.EC==0x12; 2 3",
        "return_at>0 && ret_r0!=r0; 2",
        "mode==HYP; ''"
      })
  void findsAllHypercallsOfAKind(String where, String expected) {
    StringBuilder numbers = new StringBuilder();
    int number = 0;
    String all = Prompt.run("trace", "kdump-k2", "--hvc").out();
    String some = Prompt.run("trace", "kdump-k2", "--hvc", "--where", where).out();
    for (String line : all.lines().toList()) {
      number++;
      if (some.contains(line)) {
        numbers.append(numbers.length() == 0 ? "" : " ").append(number);
      }
    }
    assertThat(numbers).hasToString(expected);
  }

  @Test
  void aConditionThatMeansNothingIsOneSentence() {
    Prompt prompt = Prompt.run("trace", "kdump-k2", "--where", "[sp]==1");
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).contains("'sp' is no name: write r0 to r3").hasLineCount(1);
  }
}
