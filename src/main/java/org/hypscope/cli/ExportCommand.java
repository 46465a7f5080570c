package org.hypscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hypscope.debug.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Writes the recording of a run for other viewers.",
    footer = {
      "",
      "jsonl is what trace prints; vcd is for waveform viewers (GTKWave); chrome is for Perfetto and",
      "chrome://tracing. One instruction is a nanosecond."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;

  @Parameters(paramLabel = "IMAGE", description = "A file, the name of a sample, or a session.")
  private String image;

  @Option(
      names = "--as",
      paramLabel = "FORM",
      required = true,
      description = "${COMPLETION-CANDIDATES}.")
  private Recording.As form;

  @Option(
      names = "--to",
      paramLabel = "MARK",
      description = "Up to this instant (default: end, or how far a session has come).")
  private String to;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Run at most N instructions (default: ${DEFAULT-VALUE}).",
      defaultValue = "50000000")
  private long steps;

  @Option(names = "-o", paramLabel = "FILE", required = true, description = "File to write.")
  private Path output;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (Start start = sessions.open(images, image)) {
      Snapshot end = start.goOn(to, steps, err);
      write(new Recording(end));
      return start.status(to, end, err);
    }
  }

  private void write(Recording recording) {
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
      form.write(recording, out);
      if (out.checkError()) {
        throw new UsageException(output + " could not be written whole: is the disk full?");
      }
    } catch (IOException e) {
      throw new UsageException(
          "Cannot write " + output + ": " + e.getClass().getSimpleName() + "; check the folder.");
    }
  }
}
