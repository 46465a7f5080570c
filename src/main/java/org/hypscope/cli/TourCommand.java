package org.hypscope.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.tour.Expectation;
import org.hypscope.abi.tour.Tour;
import org.hypscope.abi.tour.TourCheck;
import org.hypscope.abi.tour.TourPage;
import org.hypscope.abi.tour.Tours;
import org.hypscope.debug.UnusableTargetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tour",
    description = "Lists the guided tours, or prints one with the speaker's notes.",
    footer = {
      "",
      "Tours of your own in ~/.config/hypscope/tours are listed, too; --check visits every stop,",
      "there and back, and says with file and line what does not hold."
    })
final class TourCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contracts;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME|FILE.yaml",
      description = "A tour; without one, all are listed.")
  private String name;

  @Option(names = "--check", description = "Visits every stop and says what does not hold.")
  private boolean check;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.text;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      Tours all = Tours.with(Tours.usersFolder());
      all.refused().forEach(spec.commandLine().getErr()::println);
      all.all().forEach(tour -> out.println(line(tour)));
      return ExitStatus.FINE;
    }
    Tour tour = tour();
    if (check) {
      return check(tour, out);
    }
    print(tour, out);
    out.flush();
    return ExitStatus.FINE;
  }

  private Tour tour() {
    Path file = Path.of(name);
    if (!Tours.looksLike(file)) {
      return Tours.with(Tours.usersFolder()).byName(name);
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("There is no file " + file + ": check the path.");
    }
    try {
      return Tours.read(file);
    } catch (AbiFileException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private String line(Tour tour) {
    return format == TableFormat.json
        ? json(tour).toString()
        : String.format(
            "%-16s %2d stops  %-21s %s",
            tour.name(), tour.stops().size(), tour.scene().imageName(), tour.title());
  }

  private int check(Tour tour, PrintWriter out) {
    try {
      List<String> wrong = TourCheck.of(tour, AbiEngine.withBuiltIns().with(contracts.own()));
      wrong.forEach(out::println);
      out.printf(
          "%s: %d stops, there and back, %s%n",
          tour.name(),
          tour.stops().size(),
          wrong.isEmpty() ? "as expected" : wrong.size() + " complaints");
      return wrong.isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void print(Tour tour, PrintWriter out) {
    switch (format) {
      case markdown -> out.print(Markup.markdown.write(TourPage.of(tour)));
      case html -> out.print(Markup.html.write(TourPage.of(tour)));
      case json -> out.println(json(tour));
      case text -> text(tour, out);
    }
  }

  private static void text(Tour tour, PrintWriter out) {
    out.println(tour.title());
    for (int n = 0; n < tour.stops().size(); n++) {
      Tour.Stop stop = tour.stops().get(n);
      out.printf("%n%d of %d at %s", n + 1, tour.stops().size(), stop.at());
      stop.view().ifPresent(view -> out.print("  " + view));
      stop.highlight().ifPresent(place -> out.print(": " + place));
      out.println();
      out.println("  " + stop.note());
      stop.speaker().lines().forEach(line -> out.println("  | " + line));
    }
  }

  private static Json json(Tour tour) {
    return new Json()
        .put("name", tour.name())
        .put("title", tour.title())
        .put("image", tour.scene().imageName())
        .put("stops", tour.stops().stream().map(TourCommand::json).toList());
  }

  private static Json json(Tour.Stop stop) {
    return new Json()
        .put("at", stop.at().toString())
        .put("view", stop.view().orElse(null))
        .put("highlight", stop.highlight().orElse(null))
        .put("note", stop.note())
        .put("speaker", stop.speaker())
        .put("expect", stop.expect().stream().map(Expectation::toString).toList());
  }
}
