package org.hypscope.debug.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;

/**
 * Which image a session is of, and on what it runs: enough to open it again, and to know whether it
 * is the same.
 *
 * @param sample the name of a built-in image; empty for a file
 * @param path a file's path as the user gave it; empty for a sample
 * @param sha256 of the image
 * @param options how it was taken
 * @param boot SHA-256 of each file that is loaded beside it, by its path in {@code options}
 */
public record SavedImage(
    Optional<String> sample,
    Optional<Path> path,
    String sha256,
    Target.Options options,
    Map<Path, String> boot) {
  /** Copies the map. */
  public SavedImage {
    boot = Map.copyOf(boot);
  }

  /** The built-in image {@code name} with the contents {@code elf}. */
  public static SavedImage ofSample(String name, byte[] elf, Target.Options options)
      throws UnusableTargetException {
    return new SavedImage(
        Optional.of(name), Optional.empty(), Digest.of(elf), options, digests(options.boot()));
  }

  /**
   * The image in {@code file}.
   *
   * @throws UnusableTargetException where it, or a file beside it, cannot be read
   */
  public static SavedImage ofFile(Path file, Target.Options options)
      throws UnusableTargetException {
    return new SavedImage(
        Optional.empty(), Optional.of(file), Digest.of(file), options, digests(options.boot()));
  }

  /** The sample's name, or the path. */
  public String name() {
    return sample.orElseGet(() -> path.map(Path::toString).orElse(""));
  }

  private static Map<Path, String> digests(BootFiles boot) throws UnusableTargetException {
    Map<Path, String> all = new LinkedHashMap<>();
    for (Path file : files(boot).toList()) {
      all.put(file, Digest.of(file));
    }
    return all;
  }

  /** Every file that is loaded beside the image. */
  static Stream<Path> files(BootFiles boot) {
    return Stream.of(
            boot.deviceTree(),
            boot.initrd(),
            boot.symbols(),
            boot.guest().kernel().map(GuestFiles.Placed::file),
            boot.guest().initrd().map(GuestFiles.Placed::file))
        .flatMap(Optional::stream);
  }
}
