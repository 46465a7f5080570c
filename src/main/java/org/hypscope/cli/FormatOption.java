package org.hypscope.cli;

import picocli.CommandLine.Option;

/** {@code --format}, for every command that prints. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  boolean isJson() {
    return format == Format.json;
  }
}
