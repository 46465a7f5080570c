package org.hypscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "render", description = "Draws the real window, without a display, as PNG or SVG.")
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

  private final Renderer renderer;

  @Parameters(
      paramLabel = "SAMPLE",
      description =
          "A sample's name, a session file, a coordinate, a stop of a tour such as"
              + " tour:kdump-k2:4, or 'gallery'.")
  private String sample;

  @Option(
      names = "--at",
      paramLabel = "MARK",
      description = "#12345, hvc:3, hvc:3+4, irq:2, end-3.")
  private String at;

  @Option(names = "--view", paramLabel = "NAME", description = "One view instead of the window.")
  private String view;

  @Option(names = "--theme", paramLabel = "T", description = "light, dark or high-contrast.")
  private String theme = "light";

  @Option(names = "--size", paramLabel = "WxH", description = "Size (default: ${DEFAULT-VALUE}).")
  private String size = "1280x800";

  @Option(
      names = "-o",
      paramLabel = "FILE",
      required = true,
      description = "File to write: .png for pixels, .svg for a drawing with its text.")
  private Path output;

  RenderCommand(Renderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public Integer call() {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new UsageException("'" + size + "' is no size: write WIDTHxHEIGHT, such as 1280x800.");
    }
    Optional<String> shown = sample.equals("gallery") ? Optional.empty() : Optional.of(sample);
    renderer.render(
        new RenderRequest(
            shown,
            Optional.ofNullable(at),
            Optional.ofNullable(view),
            theme,
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            output));
    return ExitStatus.FINE;
  }
}
