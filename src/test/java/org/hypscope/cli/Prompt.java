package org.hypscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command did: its exit status, and what it printed where. */
record Prompt(int status, String out, String err) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Carries out a command; rendering is not asked for. */
  static Prompt run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Renderer none =
        request -> {
          throw new IllegalStateException("nothing is drawn in this test");
        };
    Window window =
        what -> {
          throw new IllegalStateException("Unable to open DISPLAY");
        };
    int status =
        Cli.run(
            arguments,
            window,
            none,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Prompt(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** As {@link #run}, with {@code input} on standard input. */
  static Prompt runOn(String input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(arguments);
    } finally {
      System.setIn(before);
    }
  }

  /** Standard output as JSON, one object a line. */
  List<JsonNode> json() {
    return out.lines().map(Prompt::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
