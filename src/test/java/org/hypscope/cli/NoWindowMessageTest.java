package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no window can open, one line says what is missing and which commands work without it. */
class NoWindowMessageTest {
  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            new UnsupportedOperationException("Unable to open DISPLAY"), "There is no display"),
        Arguments.of(new RuntimeException(new UnsatisfiedLinkError("libX11.so.6")), "libgtk-3-0"),
        Arguments.of(new UnsatisfiedLinkError("no glassgtk3"), "libgtk-3-0t64"),
        Arguments.of(new RuntimeException("No toolkit found"), "No toolkit found"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void oneLineSaysWhatToDo(Throwable trouble, String says) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status = Cli.open(() -> sneak(trouble), stream);
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(status).isEqualTo(ExitStatus.USAGE);
    assertThat(text.lines()).hasSize(1);
    assertThat(text).contains(says).contains("run, trace, check, disassemble, render, samples");
  }

  @Test
  void aWindowThatWasClosedIsFine() {
    assertThat(Cli.open(() -> {}, System.err)).isEqualTo(ExitStatus.FINE);
  }

  private static void sneak(Throwable trouble) {
    if (trouble instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) trouble;
  }
}
