package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.abi.load.ContractLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infer} prints a contract that {@code check} takes. */
class InferCommandTest {
  @TempDir private Path folder;

  @Test
  void whatIsPrintedIsAContractWithTableDifferencesAndEvidence() throws Exception {
    Prompt prompt = Prompt.run("infer", "kdump-k4", "--compare", "K4", "--max-seconds", "60");

    assertThat(prompt.status()).isZero();
    assertThat(prompt.out())
        .contains("# entry:", "#   r0 = 0x0badca11 for invalid calls")
        .contains("clauses agree")
        .contains("cmp r0, #3  <- r0")
        .doesNotContain("# !");
    assertThat(ContractLoader.parse("out.yaml", prompt.out()).calls()).hasSize(3);
    assertThat(prompt.err()).contains("__kvm_hyp_init", "ways through the handler");
  }

  @Test
  void differencesAreMarked() {
    Prompt prompt = Prompt.run("infer", "stub-s0", "--compare", "S4", "--max-seconds", "60");

    assertThat(prompt.status()).isZero();
    assertThat(prompt.out()).contains("# ! r0 == 1: kind: soft-restart in S4, set-vectors here");
  }

  @Test
  void checkRecognisesTheHandlerByTheInferredContract() throws Exception {
    Path contract = folder.resolve("mine.yaml");
    String text =
        Prompt.run("infer", "stub-s4", "--vectors", "__hyp_stub_vectors", "--max-seconds", "60")
            .out()
            .replace("id: INFERRED", "id: MINE");
    Files.writeString(contract, text);

    Prompt check =
        Prompt.run("check", "stub-s4", "--contract", contract.toString(), "--handler", "MINE");

    assertThat(check.out()).contains("MINE");
    assertThat(check.err()).doesNotContain("wrong");
  }

  @Test
  void jsonHasALineForEveryCall() throws Exception {
    Prompt prompt = Prompt.run("infer", "stub-s4", "--format", "json", "--max-seconds", "60");
    ObjectMapper mapper = new ObjectMapper();
    List<String> types =
        prompt.out().lines().map(line -> read(mapper, line).get("type").asText()).toList();

    assertThat(types).containsExactly("inferred", "call", "call", "call", "contract");
    JsonNode first = read(mapper, prompt.out().lines().toList().get(1));
    assertThat(first.get("when").asText()).isEqualTo("r0 == 0");
    assertThat(first.get("hvbar").asText()).isEqualTo("r1");
  }

  @Test
  void mistakesAreOneSentence() {
    assertThat(Prompt.run("infer", "stub-s4", "--compare", "K9").err())
        .contains("There is no contract 'K9'")
        .contains("K2b");
    assertThat(Prompt.run("infer", "stub-s4", "--compare", "K9").status()).isEqualTo(2);
    assertThat(Prompt.run("infer", "stub-s4", "--max-seconds", "0").status()).isEqualTo(2);
    assertThat(Prompt.run("infer", "stub-s4", "--vectors", "nowhere").status()).isEqualTo(2);
    assertThat(Prompt.run("infer", "nothing-here").status()).isEqualTo(2);
  }

  private static JsonNode read(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
