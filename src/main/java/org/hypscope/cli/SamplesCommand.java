package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "samples", description = "Lists the samples with a sentence each.")
final class SamplesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Sample sample : Samples.all()) {
      out.println(format.isJson() ? json(sample) : text(sample));
    }
    return ExitStatus.FINE;
  }

  private static String text(Sample sample) {
    return String.format("%-21s %s", sample.name(), sample.goesWrong().orElse(sample.title()));
  }

  private static Json json(Sample sample) {
    return new Json()
        .put("name", sample.name())
        .put("title", sample.title())
        .put("story", sample.story())
        .put("goes_wrong", sample.goesWrong().orElse(null))
        .put("real_kvm", sample.realKvm().orElse(null))
        .put("board", sample.board())
        .put("start", sample.start())
        .put("findings", sample.findings());
  }
}
