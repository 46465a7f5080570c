package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hypscope.abi.RuleView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a build server reads of {@code check}: SARIF, JUnit XML, the exit status and baselines. */
class CheckForCiTest {
  /** Refuses what the classes made from the schema do not know. */
  private static final ObjectMapper STRICT = new ObjectMapper();

  private static final String KNOWN = "kdump-k2: call-number-as-function in __hyp_soft_restart";

  @TempDir private Path folder;

  @Test
  void sarifNamesRulesAndPlaces() throws IOException {
    Prompt prompt = Prompt.run("check", "--format", "sarif", "kdump-k2", "stub-s4", "stub-s4");
    JsonNode log = new ObjectMapper().readTree(prompt.out());

    assertThat(prompt.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.get("runs").get(0);
    JsonNode rules = run.get("tool").get("driver").get("rules");
    assertThat(run.get("results")).hasSize(1);
    JsonNode result = run.get("results").get(0);
    assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
        .isEqualTo(result.get("ruleId"));
    assertThat(result.get("level").asText()).isEqualTo("error");
    JsonNode place = result.get("locations").get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").asText()).isEqualTo("kdump-k2");
    assertThat(place.get("address").get("absoluteAddress").asLong()).isGreaterThan(0x4001_0000L);
    assertThat(result.has("baselineState")).isFalse();
  }

  @Test
  void sarifHasNothingThatItsSchemaLacks() throws IOException {
    Path baseline = folder.resolve("known");
    assertThat(Prompt.run("check", "kdump-k2", "--write-baseline", baseline.toString()).status())
        .isEqualTo(ExitStatus.FINE);
    String log =
        Prompt.run(
                "check",
                "--format",
                "sarif",
                "--baseline",
                baseline.toString(),
                "kdump-k2",
                "stub-s4")
            .out();
    SarifSchema210 read = STRICT.readValue(log, SarifSchema210.class);
    assertThat(read.getRuns().get(0).getResults()).isNotEmpty();
    assertThatThrownBy(
            () -> STRICT.readValue(log.replace("\"level\"", "\"grade\""), SarifSchema210.class))
        .isInstanceOf(UnrecognizedPropertyException.class);
    assertThatThrownBy(
            () -> STRICT.readValue(log.replace("\"error\"", "\"bad\""), SarifSchema210.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void everyDetailHasARuleThatTeaches() {
    assertThat(RuleView.all()).hasSize(17).extracting(RuleView::detail).doesNotHaveDuplicates();
    assertThat(RuleView.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.why()).hasSizeGreaterThan(60).endsWith(".");
              assertThat(rule.toDo()).endsWith(".");
            });
  }

  @Test
  void junitHasACaseForEveryCallAndAFailureForEveryFinding() throws Exception {
    Document xml = junit("kdump-k2", "stub-s4");

    List<String> suites = new ArrayList<>();
    for (int n = 0; n < xml.getElementsByTagName("testsuite").getLength(); n++) {
      Element suite = (Element) xml.getElementsByTagName("testsuite").item(n);
      suites.add(
          suite.getAttribute("name")
              + " "
              + suite.getAttribute("tests")
              + " "
              + suite.getAttribute("failures"));
    }
    assertThat(suites).containsExactly("kdump-k2 5 1", "stub-s4 4 0");
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("call-number-as-function");
    assertThat(junit("--steps", "10", "stub-s4").getElementsByTagName("error").getLength())
        .isEqualTo(1);
  }

  private static Document junit(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("check", "--format", "junit"));
    all.addAll(List.of(arguments));
    String text = Prompt.run(all.toArray(String[]::new)).out();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatABaselineKnowsPassesAndWhatIsNewDoesNot() throws IOException {
    Path baseline = folder.resolve("baseline");
    Prompt writes = Prompt.run("check", "kdump-k2", "--write-baseline", baseline.toString());
    String sarif =
        Prompt.run("check", "--format", "sarif", "--baseline", baseline.toString(), "kdump-k2")
            .out();

    assertThat(writes.status()).isEqualTo(ExitStatus.FINE);
    assertThat(Files.readString(baseline)).contains(KNOWN);
    assertThat(with(baseline, "kdump-k2").status()).isEqualTo(ExitStatus.FINE);
    assertThat(with(baseline, "kdump-k2").out()).contains("1 known by the baseline");
    assertThat(with(baseline, "wide-argument").status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(with(baseline, "kdump-k2", "kdump-k2").status())
        .as("a line stands for one finding")
        .isEqualTo(ExitStatus.FINDINGS);
    assertThat(sarif).contains("\"unchanged\"");
  }

  @Test
  void whatIsGoneIsToldAndWhatIsNoBaselineIsRefused() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "# known\nkdump-k4: thumb-bit in f\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "\n{}\n");

    assertThat(with(old, "kdump-k4").err()).contains("'kdump-k4: thumb-bit in f' was not found");
    assertThat(with(old, "kdump-k4").status()).isEqualTo(ExitStatus.FINE);
    assertThat(with(old, "stub-s4").err()).doesNotContain("was not found");
    assertThat(with(wrong, "kdump-k4").err()).contains(wrong + ":2: '{}' is no finding");
    assertThat(with(folder.resolve("none"), "kdump-k4").status()).isEqualTo(ExitStatus.USAGE);
  }

  private static Prompt with(Path baseline, String... images) {
    List<String> all = new ArrayList<>(List.of("check", "--baseline", baseline.toString()));
    all.addAll(List.of(images));
    return Prompt.run(all.toArray(String[]::new));
  }
}
