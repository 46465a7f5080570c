package org.hypscope.machine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.hypscope.machine.board.Range;

/** Reads files to run: ELF for 32-bit ARM, or a raw binary with a load address. */
public final class ImageLoader {
  private static final long LARGEST = 512L << 20;
  private static final long ADDRESSES = 1L << 32;

  private ImageLoader() {}

  /**
   * Loads {@code path}.
   *
   * @throws ImageException where it cannot be run; nothing else is thrown
   */
  public static LoadedImage load(Path path, LoadOptions options) throws ImageException {
    Path file = path.getFileName();
    return load(file == null ? path.toString() : file.toString(), read(path), options);
  }

  /**
   * Loads the contents of a file called {@code name}.
   *
   * @throws ImageException where it cannot be run; nothing else is thrown
   */
  public static LoadedImage load(String name, byte[] contents, LoadOptions options)
      throws ImageException {
    if (contents.length == 0) {
      throw new ImageException(name + " is empty: give an ELF file for 32-bit ARM.");
    }
    LoadedImage image =
        ElfHeader.hasMagic(contents)
            ? new ElfImage(name, contents).read()
            : raw(name, contents, options);
    LoadedImage sorted = withEntry(sorted(image), options);
    checkPlaces(sorted, options.board().ram(), options.board().name());
    return sorted;
  }

  private static byte[] read(Path path) throws ImageException {
    try {
      if (Files.isDirectory(path)) {
        throw new ImageException(path + " is a directory: give a file in it.");
      }
      if (!Files.isRegularFile(path) && Files.exists(path)) {
        throw new ImageException(path + " is not a regular file: give an ELF file.");
      }
      if (Files.size(path) > LARGEST) {
        throw new ImageException(path + " is larger than 512 MiB: give a smaller image.");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new ImageException("There is no file " + path + ": check the path.");
    } catch (IOException | SecurityException e) {
      throw new ImageException(path + " cannot be read: check its permissions.");
    }
  }

  private static LoadedImage raw(String name, byte[] contents, LoadOptions options)
      throws ImageException {
    if (options.load().isEmpty()) {
      throw new ImageException(
          name + " is not an ELF file: give one, or a load address (--load) for a raw binary.");
    }
    long address = options.load().getAsLong();
    if (address < 0 || address >= ADDRESSES || (address & 3) != 0) {
      throw new ImageException(
          String.format(
              "%s cannot be loaded at 0x%x: give a multiple of 4 below 4 GiB.", name, address));
    }
    Segment all = new Segment(address, address, contents, contents.length, true, true);
    return new LoadedImage(name, List.of(all), (int) address, List.of(), List.of());
  }

  private static LoadedImage sorted(LoadedImage image) {
    List<Segment> segments =
        image.segments().stream().sorted(Comparator.comparingLong(Segment::address)).toList();
    List<ImageSymbol> symbols =
        image.symbols().stream()
            .sorted((a, b) -> Integer.compareUnsigned(a.address(), b.address()))
            .toList();
    List<MappingSymbol> mapping =
        image.mapping().stream()
            .sorted((a, b) -> Integer.compareUnsigned(a.address(), b.address()))
            .toList();
    return new LoadedImage(image.name(), segments, image.entry(), symbols, mapping);
  }

  private static LoadedImage withEntry(LoadedImage image, LoadOptions options)
      throws ImageException {
    if (options.entry().isEmpty()) {
      return image;
    }
    long entry = options.entry().getAsLong();
    if (entry < 0 || entry >= ADDRESSES) {
      throw new ImageException(
          String.format(
              "The entry 0x%x is no 32-bit address: give one in %s.", entry, image.name()));
    }
    return new LoadedImage(
        image.name(), image.segments(), (int) entry, image.symbols(), image.mapping());
  }

  private static void checkPlaces(LoadedImage image, Range ram, String board)
      throws ImageException {
    long free = ram.start();
    for (Segment segment : image.segments()) {
      if (segment.address() < ram.start() || segment.end() > ram.end()) {
        throw new ImageException(
            String.format(
                "%s has a segment at 0x%08x-0x%08x outside the RAM of board %s (0x%08x-0x%08x):"
                    + " link it for that memory, or choose another --board or --ram.",
                image.name(),
                segment.address(),
                segment.end() - 1,
                board,
                ram.start(),
                ram.end() - 1));
      }
      if (segment.address() < free) {
        throw new ImageException(
            String.format(
                "%s has segments that overlap at 0x%08x: link it again without the overlap.",
                image.name(), segment.address()));
      }
      free = segment.end();
    }
    if (!image.isLoaded(image.entry())) {
      throw new ImageException(
          String.format(
              "%s starts at 0x%08x, where none of its segments is: set its entry, or give --entry.",
              image.name(), image.entry()));
    }
  }
}
