package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code paths} prints kexec beside kdump, and each step says how to stand at it. */
class PathsCommandTest {
  @Test
  void theStepThatBreaksIsOpenedByTheCommandItNames() {
    List<JsonNode> lines =
        Prompt.run("paths", "--stub", "S1", "--kvm", "K2", "--format", "json").json();

    JsonNode broken =
        lines.stream()
            .filter(line -> line.path("outcome").asText().equals("wild-branch"))
            .findFirst()
            .orElseThrow();
    assertThat(broken.get("scenario").asText()).isEqualTo("kdump");
    assertThat(broken.get("owner").asText()).isEqualTo("K2");
    Prompt opened = Prompt.run(broken.get("open").asText().split(" "));
    assertThat(opened.status()).isZero();
    assertThat(opened.out()).contains("after " + broken.get("at").asText().substring(1));
  }

  @Test
  void aPairMayStopAtItsFirstDivergence() {
    String[] asked = {"paths", "--stub", "S4", "--kvm", "K4"};
    assertThat(Prompt.run(asked).out()).contains("> kernel_restart_prepare").contains("new_kernel");

    assertThat(Prompt.run("paths", "--stub", "S4", "--kvm", "K4", "--until-divergence").out())
        .contains("> kernel_restart_prepare")
        .doesNotContain("new_kernel");
  }

  @Test
  void theOtherFormatsHoldTheSameSteps() {
    for (String format : List.of("markdown", "html")) {
      Prompt page = Prompt.run("paths", "--stub", "S1", "--kvm", "K2", "--format", format);
      assertThat(page.status()).isZero();
      assertThat(page.out()).contains("cpu_hyp_reset").contains("does not happen");
    }
  }

  @Test
  void unknownPairsAreRefusedInOneLine() {
    Prompt wrong = Prompt.run("paths", "--stub", "S9");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err().lines()).hasSize(1);
  }
}
