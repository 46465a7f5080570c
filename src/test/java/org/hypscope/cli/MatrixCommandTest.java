package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code matrix} prints the cells asked for, and each says how to stand in it. */
class MatrixCommandTest {
  @Test
  void aCellSaysHowItIsOpened() {
    List<JsonNode> cells =
        Prompt.run("matrix", "--callers", "S4", "--handlers", "K2", "--format", "json").json();

    assertThat(cells).hasSize(12);
    JsonNode cell = cells.get(1);
    Prompt opened = Prompt.run((cell.get("open").asText()).split(" "));
    assertThat(opened.status()).isZero();
    assertThat(opened.out()).contains("after " + cell.get("at").asText().substring(1));
    assertThat(cell.get("outcome").asText()).isEqualTo("wild-branch");
    assertThat(cell.get("inputs").get("r0").asText()).isEqualTo("0x00000001");
    assertThat(cell.get("end_pc").asText()).isEqualTo("0x00000000");
    assertThat(cell.get("parted_at").asText()).contains("hvc_K2");
  }

  @Test
  void theOtherFormatsHoldTheSameCells() {
    String[] asked = {"matrix", "--callers", "S4", "--handlers", "S4,S0", "--format", ""};
    for (String format : List.of("text", "markdown", "html")) {
      asked[6] = format;
      Prompt page = Prompt.run(asked);
      assertThat(page.status()).isZero();
      assertThat(page.out()).contains("S4 reset-vectors").contains("HVBAR becomes 0x00000000");
    }
  }

  @Test
  void unknownNamesAreRefusedInOneLine() {
    for (String[] wrong :
        List.of(
            new String[] {"matrix", "--handlers", "XX"},
            new String[] {"matrix", "--callers", "PSCI"},
            new String[] {"matrix", "--image", "stub-s4"},
            new String[] {"run", "matrix-arm", "--entry", "nowhere"})) {
      Prompt refused = Prompt.run(wrong);
      assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(refused.err().lines()).hasSize(1);
    }
  }
}
