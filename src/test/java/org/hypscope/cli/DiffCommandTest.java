package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code diff} finds the first instant at which two runs are not the same. */
class DiffCommandTest {
  @Test
  void twoRunsOfOneImageAreTheSameToTheirEnd() {
    Prompt prompt = Prompt.run("diff", "smp-stub", "smp-stub");
    assertThat(prompt.status()).isEqualTo(0);
    assertThat(prompt.out()).matches("The same for [0-9,]+ steps, to their end.\n");
  }

  @Test
  void namesTheInstructionThatMadeTheDifferenceAndTheRegisters() {
    Prompt prompt = Prompt.run("diff", "kdump-k2", "kdump-k4");
    assertThat(prompt.status()).isEqualTo(1);
    assertThat(prompt.out())
        .contains("kdump-k2, #37: after movw r0, #")
        .contains("kdump-k4, #37: after movw r0, #")
        .contains("  R0        0x0000");
    JsonNode json = Prompt.run("diff", "kdump-k2", "kdump-k4", "--format", "json").json().get(0);
    assertThat(json.get("left").get("mark").asText()).isEqualTo("#37");
    assertThat(json.get("registers").get(0).get("name").asText()).isEqualTo("R0");
  }

  @Test
  void saysThatTheLimitEndedIt() {
    Prompt prompt = Prompt.run("diff", "kdump-k2", "kdump-k4", "--steps", "20");
    assertThat(prompt.status()).isEqualTo(3);
    assertThat(prompt.out()).isEqualTo("The same for 20 steps: the limit (--steps).\n");
  }

  @Test
  void anImageThatIsNotThereIsOneSentence() {
    Prompt prompt = Prompt.run("diff", "kdump-k2", "nothing-here");
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).hasLineCount(1).contains("nothing-here");
  }

  @Test
  void twoBuildsAreComparedByThePathThatTheyTake() {
    Prompt prompt = Prompt.run("diff", "kdump-k2", "kdump-k4", "--path");
    assertThat(prompt.status()).isEqualTo(1);
    assertThat(prompt.out())
        .startsWith("The same for 49 steps")
        .contains("kdump-k2, #49: after hvc 0 at 0x40010444 (__hyp_set_vectors+0xc)");
  }

  @Test
  void aSessionIsComparedWithWhatWasTypedInIt(@org.junit.jupiter.api.io.TempDir Path folder) {
    Path session = folder.resolve("a.hss");
    Prompt.run("run", "kdump-k2", "--type", "x", "--save", session.toString());
    Prompt prompt = Prompt.run("diff", "kdump-k2", session.toString());
    assertThat(prompt.out()).as("it reads no input").endsWith("steps, to their end.\n");
  }
}
