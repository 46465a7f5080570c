package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Instructions that compute give what QEMU has given, without QEMU: integers, flags, Floating-point
 * and Advanced SIMD. {@code GoldenRecorder} records the results anew.
 */
class GoldenResultsTest {
  @Test
  void everyResultIsThatOfQemu() throws IOException {
    List<GoldenResult> results = results();
    assertThat(results).hasSizeGreaterThan(1_000);
    assertThat(wrong(results)).isEmpty();
  }

  @Test
  void aResultThatIsWrongIsFound() throws IOException {
    GoldenResult right =
        results().stream().filter(result -> !result.after().isEmpty()).findFirst().orElseThrow();
    Map<String, Long> other = new TreeMap<>(right.after());
    other.replaceAll((register, value) -> value ^ 1);
    GoldenResult changed = new GoldenResult(right.row(), right.word(), right.before(), other);
    assertThat(wrong(List.of(right, changed))).hasSize(1);
  }

  private static List<String> wrong(List<GoldenResult> results) {
    List<String> wrong = new ArrayList<>();
    for (GoldenResult result : results) {
      Map<String, Long> ours = result.onCore();
      if (!ours.equals(result.after())) {
        GoldenResult here = new GoldenResult(result.row(), result.word(), result.before(), ours);
        wrong.add(String.format("QEMU: %s%n here: %s", result, here));
      }
    }
    return wrong;
  }

  private static List<GoldenResult> results() throws IOException {
    try (InputStream in = GoldenResultsTest.class.getResourceAsStream("golden-results.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(GoldenResult::parse)
          .toList();
    }
  }
}
