package org.hypscope.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The prompt: {@code hypscope COMMAND ...}. */
@Command(
    name = "hypscope",
    mixinStandardHelpOptions = true,
    version = "HypScope " + Cli.VERSION,
    description = "Steps, shows and checks hypercalls between 32-bit ARM Linux and HYP mode.",
    footer = {
      "",
      "Without a command it opens the window. Every command but render works without a display.",
      "Exit status: 0 fine, 1 findings, 2 wrong usage or unreadable input, 3 stopped by a limit."
    })
public final class Cli {
  /** The program's version. */
  static final String VERSION = "0.1.0";

  private Cli() {}

  /**
   * Carries out {@code arguments}, printing to standard output and standard error; opens the window
   * where there are none.
   *
   * @param window opens the window and returns when it is closed; may fail with a LinkageError
   * @param renderer draws for {@code render}; loaded by no other command
   * @return the exit status: 0 fine; 1 findings; 2 wrong usage or unreadable input; 3 stopped by a
   *     limit before the end asked for
   */
  public static int run(String[] arguments, Window window, Renderer renderer) {
    return arguments.length == 0
        ? open(() -> window.open(List.of()), System.err)
        : run(arguments, window, renderer, System.out, System.err);
  }

  static int open(Runnable window, PrintStream err) {
    try {
      window.run();
      return ExitStatus.FINE;
    } catch (RuntimeException | LinkageError e) {
      err.println("hypscope: " + NoWindow.explain(e));
      return ExitStatus.USAGE;
    }
  }

  static int run(
      String[] arguments, Window window, Renderer renderer, PrintStream out, PrintStream err) {
    CommandLine commandLine =
        new CommandLine(new Cli())
            .addSubcommand(new RunCommand())
            .addSubcommand(new TraceCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new ContractsCommand())
            .addSubcommand(new MatrixCommand())
            .addSubcommand(new PathsCommand())
            .addSubcommand(new DocumentCommand())
            .addSubcommand(new InferCommand())
            .addSubcommand(new DisassembleCommand())
            .addSubcommand(new TranslateCommand())
            .addSubcommand(new WhyCommand())
            .addSubcommand(new DiffCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new RenderCommand(renderer))
            .addSubcommand(new OpenCommand(window))
            .addSubcommand(new SamplesCommand())
            .addSubcommand(new TourCommand())
            .setOut(writer(out))
            .setErr(writer(err))
            .setExecutionExceptionHandler(sentence())
            .setParameterExceptionHandler(Cli::usage);
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    commandLine.getSubcommands().values().forEach(Cli::addHelp);
    return commandLine.execute(arguments);
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static IExecutionExceptionHandler sentence() {
    return (exception, commandLine, result) -> {
      boolean expected =
          exception instanceof UsageException || exception instanceof IllegalArgumentException;
      String message =
          expected
              ? exception.getMessage()
              : "Something in HypScope itself went wrong ("
                  + exception
                  + "): please report it with the command that led to it.";
      commandLine.getErr().println("hypscope: " + message);
      return ExitStatus.USAGE;
    };
  }

  private static int usage(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    commandLine
        .getErr()
        .printf(
            "hypscope: %s (see: %s --help)%n",
            exception.getMessage(), commandLine.getCommandSpec().qualifiedName());
    return ExitStatus.USAGE;
  }
}
