package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command tells its options, as README and the errors promise. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"run", "trace", "check", "disassemble", "translate", "render", "samples"})
  void helpNeedsNothingElse(String command) {
    Prompt result = Prompt.run(command, "--help");
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Usage: hypscope " + command);
  }
}
