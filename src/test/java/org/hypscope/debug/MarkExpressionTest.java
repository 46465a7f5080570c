package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants are read as people write them, and written back the same. */
class MarkExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#0",
        "#12345",
        "#12345.1",
        "hvc:3",
        "hvc:3+4",
        "irq:5",
        "eret:2-1",
        "end",
        "end-3"
      })
  void instantsAreReadAndWrittenTheSame(String text) {
    assertThat(MarkExpression.parse(text)).hasToString(text);
    assertThat(MarkExpression.parse(" " + text + " ")).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "#",
        "#1.",
        "#-1",
        "hvc",
        "hvc:0",
        "hvc:x",
        "vic:1",
        "end+1",
        "END",
        "#99999999999999999999"
      })
  void anythingElseGetsASentence(String text) {
    assertThatThrownBy(() -> MarkExpression.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageEndingWith(".");
  }
}
