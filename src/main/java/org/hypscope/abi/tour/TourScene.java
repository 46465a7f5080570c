package org.hypscope.abi.tour;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.SampleImages;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;

/**
 * What runs on a tour.
 *
 * @param sample the name of a sample, or of an image of the matrix; empty for a file
 * @param file an image of one's own; empty for a sample
 * @param entry the symbol at which it is entered; empty for where it says
 */
public record TourScene(Optional<String> sample, Optional<Path> file, Optional<String> entry) {
  /**
   * An image, with what a session file says of it.
   *
   * @param target the image on its board
   * @param saved how a session names it
   */
  public record Opened(Target target, SavedImage saved) {}

  /** The file name of the image, as a session shows it. */
  public String imageName() {
    return sample
        .map(name -> MatrixImages.has(name) ? name : name + ".elf")
        .orElseGet(() -> String.valueOf(file.orElseThrow().getFileName()));
  }

  /**
   * Reads the image.
   *
   * @throws UnusableTargetException with a sentence where it cannot be used
   */
  public Opened open() throws UnusableTargetException {
    Opened whole = open(OptionalLong.empty());
    return entry.isEmpty() ? whole : open(OptionalLong.of(address(whole.target())));
  }

  private Opened open(OptionalLong start) throws UnusableTargetException {
    if (file.isPresent()) {
      Target.Options options = Target.Options.standard().entered(start);
      return new Opened(Target.load(file.get(), options), SavedImage.ofFile(file.get(), options));
    }
    String name = sample.orElseThrow();
    byte[] elf =
        SampleImages.elf(name)
            .orElseThrow(
                () ->
                    new UnusableTargetException(
                        "There is no sample '" + name + "': 'hypscope samples' lists them."));
    Target.Options options = options(name).entered(start);
    return new Opened(
        Target.of(imageName(), elf, options), SavedImage.ofSample(name, elf, options));
  }

  private static Target.Options options(String name) {
    return Samples.byName(name).map(TourScene::options).orElse(Target.Options.standard());
  }

  private static Target.Options options(Sample sample) {
    return Target.Options.on(sample.board()).withCores(sample.cores());
  }

  private long address(Target target) throws UnusableTargetException {
    String wanted = entry.orElseThrow();
    return target.image().symbols().stream()
            .filter(symbol -> symbol.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableTargetException(
                        "'" + wanted + "' is no symbol of " + imageName() + ": correct 'entry'."))
            .address()
        & 0xffff_ffffL;
  }
}
