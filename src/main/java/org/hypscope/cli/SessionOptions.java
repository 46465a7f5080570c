package org.hypscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.hypscope.abi.sample.SampleImages;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunDiff;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.debug.store.Digest;
import org.hypscope.debug.store.ImageSearch;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.debug.store.SessionFiles;
import picocli.CommandLine.Option;

/** Where a command begins: at reset, or where a session file or a coordinate says. */
final class SessionOptions {
  @Option(
      names = "--session",
      paramLabel = "SESSION",
      description =
          "Begin where a session file, or a coordinate (hs1:...), says. It may also be given in"
              + " place of IMAGE.")
  private String session;

  @Option(
      names = "--changed-image",
      description = "Replay a session on an image that is not the one that it was made with.")
  private boolean changed;

  /**
   * Opens {@code image}, a session file or a coordinate; or {@code --session} on {@code image}.
   *
   * @throws UsageException where it cannot be used
   */
  Start open(ImageOptions images, String image) {
    String wanted = session == null && isSession(image) ? image : session;
    Optional<String> given =
        wanted == null || wanted.equals(image) ? Optional.empty() : Optional.of(image);
    try {
      if (wanted == null) {
        Target target = images.open(image);
        return Start.atReset(DebugSession.open(target), () -> images.saved(image, target));
      }
      return Coordinate.looksLike(wanted)
          ? at(Coordinate.parse(wanted), images, given)
          : saved(Path.of(wanted), images, given);
    } catch (UnusableTargetException | InvalidPathException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Whether {@code text} names a session file or is a coordinate, and no image. */
  static boolean isSession(String text) {
    try {
      return Coordinate.looksLike(text) || SessionFiles.isSession(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Start at(Coordinate coordinate, ImageOptions images, Optional<String> given)
      throws UnusableTargetException {
    if (coordinate.isHash()) {
      String image =
          given.orElseThrow(
              () ->
                  new UsageException(
                      coordinate
                          + " tells its image by its contents: give it too, as in 'IMAGE --session "
                          + coordinate
                          + "'."));
      if (!changed && !coordinate.means(Digest.of(Path.of(image)))) {
        throw new UsageException(
            image
                + " is not the image of "
                + coordinate
                + ": its SHA-256 begins otherwise; give another, or --changed-image.");
      }
      return at(coordinate, images, image);
    }
    return at(coordinate, images, given.orElse(coordinate.image()));
  }

  private static Start at(Coordinate coordinate, ImageOptions images, String image) {
    Target target = images.open(image);
    return Start.at(DebugSession.open(target), () -> images.saved(image, target), coordinate.at());
  }

  /**
   * What {@code image}, an image or a session file, runs from reset, with what comes in.
   *
   * @throws UsageException where it cannot be used
   */
  RunDiff.Subject subject(ImageOptions images, String image) {
    if (Coordinate.looksLike(image) || !isSession(image)) {
      return new RunDiff.Subject(images.open(image));
    }
    try {
      Saved saved = read(Path.of(image), images, Optional.empty());
      return new RunDiff.Subject(saved.target, saved.file.journal().entries());
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private record Saved(SessionFile file, Target target) {}

  private Start saved(Path file, ImageOptions images, Optional<String> given)
      throws UnusableTargetException {
    Saved saved = read(file, images, given);
    return Start.where(saved.file, saved.file.open(saved.target));
  }

  private Saved read(Path file, ImageOptions images, Optional<String> given)
      throws UnusableTargetException {
    if (images.isAny()) {
      throw new UsageException(
          "A session says itself on what its image runs: leave the options of the board out.");
    }
    SessionFile saved = SessionFiles.read(file);
    boolean asSaved = given.isEmpty() || given.equals(saved.image().sample());
    if (!asSaved && !Files.exists(Path.of(given.get()))) {
      throw new UsageException("There is no file " + given.get() + ": check the path.");
    }
    ImageSearch search =
        new ImageSearch(
            Optional.ofNullable(file.toAbsolutePath().getParent()),
            asSaved ? Optional.empty() : given.map(Path::of),
            changed,
            SampleImages::elf);
    return new Saved(saved, search.load(saved.image()));
  }
}
