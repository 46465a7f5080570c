package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hypscope.machine.board.Range;

/**
 * Finds the names of what is loaded: in the file that was given for them, else in the image itself,
 * and of a Linux kernel without either in the table that it carries for its own messages.
 */
final class KernelNames {
  private final Optional<ImageSymbols> given;
  private final Range ram;

  /**
   * With the file of names in {@code options}, which is read here.
   *
   * @throws ImageException where it holds none
   */
  KernelNames(LoadOptions options) throws ImageException {
    Optional<Path> file = options.boot().symbols();
    this.given = file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
    this.ram = options.board().ram();
  }

  private static ImageSymbols read(Path file) throws ImageException {
    ByteBuffer contents = ImageFile.map(file);
    String name = ImageFile.name(file);
    return ElfHeader.hasMagic(contents)
        ? new ElfImage(name, contents).read().names()
        : SystemMap.read(name, ImageFile.read(file));
  }

  /** The names of an image whose place is in its segments. */
  Supplier<ImageSymbols> of(LoadedImage image) {
    ImageSymbols names = given.orElseGet(image::names).placedBy(image.segments());
    return () -> names;
  }

  /** The names of an {@code Image} that was put at {@code address}. */
  Supplier<ImageSymbols> ofImage(byte[] contents, long address) {
    return new Lazily<>(
        () -> new KernelPlace(ram, contents).loaded(given.orElseGet(() -> own(contents)), address));
  }

  /** The names of the kernel in a {@code zImage}. */
  Supplier<ImageSymbols> ofZImage(byte[] contents) {
    return new Lazily<>(
        () -> {
          byte[] kernel = ZImage.unpacked(contents).orElse(new byte[0]);
          return new KernelPlace(ram, kernel).unpacked(given.orElseGet(() -> own(kernel)));
        });
  }

  private static ImageSymbols own(byte[] kernel) {
    return Kallsyms.in(kernel).orElseGet(() -> ImageSymbols.listed(List.of()));
  }
}
