package org.hypscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hypscope.abi.sample.Samples;
import org.hypscope.abi.tour.TourPlace;
import org.hypscope.abi.tour.Tours;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.debug.store.SessionFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    description =
        "Opens the window where a session file, a coordinate or a tour says, or on an image.")
final class OpenCommand implements Callable<Integer> {
  private final Window window;

  @Parameters(
      index = "0",
      paramLabel = "SESSION|COORDINATE|TOUR|IMAGE",
      description =
          "A session file, a coordinate such as hs1:kdump-k2@hvc:3, a tour such as tour:kdump-k2"
              + " or its file, or an image.")
  private String what;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "IMAGE",
      description = "The image of a coordinate, or in place of a session's own.")
  private Path image;

  OpenCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    check();
    List<String> wanted = new ArrayList<>(List.of(what));
    if (image != null) {
      wanted.add(image.toString());
    }
    try {
      window.open(wanted);
      return ExitStatus.FINE;
    } catch (RuntimeException | LinkageError e) {
      throw new UsageException(NoWindow.explain(e));
    }
  }

  /** What cannot be used is told here, where the command was typed, and not in a window. */
  private void check() {
    if (image != null && !Files.isRegularFile(image)) {
      throw new UsageException("There is no file " + image + ": check the path.");
    }
    try {
      Optional<TourPlace> stop = TourPlace.parse(what);
      if (stop.isPresent()) {
        stop.get().index(Tours.with(Tours.usersFolder()).byName(stop.get().name()));
      } else if (Coordinate.looksLike(what)) {
        checkSample(Coordinate.parse(what));
      } else if (SessionFiles.isSession(Path.of(what))) {
        SessionFiles.read(Path.of(what));
      } else if (!Files.exists(Path.of(what)) && Samples.byName(what).isEmpty()) {
        throw new UsageException("There is no file and no sample '" + what + "': check the path.");
      }
    } catch (UnusableTargetException | InvalidPathException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static void checkSample(Coordinate coordinate) {
    if (!coordinate.isHash() && Samples.byName(coordinate.image()).isEmpty()) {
      throw new UsageException(
          "There is no sample '"
              + coordinate.image()
              + "', which "
              + coordinate
              + " names: 'hypscope samples' lists them.");
    }
  }
}
