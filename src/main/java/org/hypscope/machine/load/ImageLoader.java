package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.machine.board.Board;

/**
 * Reads files to run: ELF for 32-bit ARM, a Linux {@code zImage} or {@code Image}, or a raw binary
 * with a load address, in RAM or in flash. A kernel gets what a boot loader gives it; firmware in
 * flash finds the board's device tree at the start of RAM.
 */
public final class ImageLoader {
  private static final long ADDRESSES = 1L << 32;

  private ImageLoader() {}

  /**
   * Loads {@code path}.
   *
   * @throws ImageException where it cannot be run; nothing else is thrown
   */
  public static LoadedImage load(Path path, LoadOptions options) throws ImageException {
    ByteBuffer mapped = ImageFile.map(path);
    String name = ImageFile.name(path);
    return ElfHeader.hasMagic(mapped)
        ? finished(elf(name, mapped, options), options)
        : load(name, ImageFile.read(path), options);
  }

  /**
   * Loads the contents of a file called {@code name}.
   *
   * @throws ImageException where they cannot be run; nothing else is thrown
   */
  public static LoadedImage load(String name, byte[] contents, LoadOptions options)
      throws ImageException {
    if (contents.length == 0) {
      throw new ImageException(name + " is empty: give an ELF file for 32-bit ARM.");
    }
    return finished(read(name, contents, options), options);
  }

  private static LoadedImage finished(LoadedImage read, LoadOptions options) throws ImageException {
    LoadedImage image = Placement.sorted(withEntry(read, options));
    Placement.check(image, options.board());
    return image;
  }

  private static LoadedImage read(String name, byte[] contents, LoadOptions options)
      throws ImageException {
    if (ElfHeader.hasMagic(ByteBuffer.wrap(contents))) {
      return elf(name, ByteBuffer.wrap(contents), options);
    }
    if (ZImage.isFor64Bit(contents)) {
      throw new ImageException(name + " is a kernel for 64-bit ARM: give one for 32-bit ARM.");
    }
    KernelNames names = new KernelNames(options);
    if (ZImage.hasMagic(contents)) {
      ZImage.check(name, contents);
      LoadedImage image = raw(name, contents, new LinuxBoot(options).zImageAddress());
      return booted(image.namedBy(names.ofZImage(contents)), options);
    }
    if (options.load().isPresent() && isFlash(options.board(), options.load().getAsLong())) {
      LoadedImage image = raw(name, contents, options.load().getAsLong());
      return firmware(image.namedBy(names.of(image)), options);
    }
    if (options.boot().isLinux()) {
      long address = new LinuxBoot(options).imageAddress(contents);
      LoadedImage image = raw(name, contents, address);
      return booted(image.namedBy(names.ofImage(contents, address)), options);
    }
    if (options.load().isEmpty()) {
      throw new ImageException(
          name
              + " is not an ELF file and no zImage: give one, say that it is a kernel's Image"
              + " (--linux), or where a raw binary is loaded (--load).");
    }
    LoadedImage image = raw(name, contents, options.load().getAsLong());
    return image.namedBy(names.of(image));
  }

  private static LoadedImage elf(String name, ByteBuffer contents, LoadOptions options)
      throws ImageException {
    LoadedImage elf = new ElfImage(name, contents).read();
    boolean linux = options.boot().isLinux();
    LoadedImage placed = linux ? Placement.intoRam(elf, options.board()) : elf;
    LoadedImage named = placed.namedBy(new KernelNames(options).of(placed));
    return linux ? booted(named, options) : named;
  }

  private static LoadedImage booted(LoadedImage kernel, LoadOptions options) throws ImageException {
    return new LinuxBoot(options).complete(kernel);
  }

  private static LoadedImage firmware(LoadedImage image, LoadOptions options)
      throws ImageException {
    if (options.boot().initrd().isPresent()) {
      throw new ImageException(
          image.name() + " is loaded as firmware, which takes no --initrd: leave it out.");
    }
    List<Segment> segments = new ArrayList<>(image.segments());
    byte[] tree = new BootTree(options).flattened(Optional.empty());
    segments.add(LinuxBoot.data(options.board().ram().start(), tree));
    segments.addAll(options.boot().guest().segments());
    return image.withSegments(segments);
  }

  private static boolean isFlash(Board board, long address) {
    return board.flash().stream().anyMatch(bank -> bank.contains(address));
  }

  private static LoadedImage raw(String name, byte[] contents, long address) throws ImageException {
    if (address < 0 || address >= ADDRESSES || (address & 3) != 0) {
      throw new ImageException(
          String.format(
              "%s cannot be loaded at 0x%x: give a multiple of 4 below 4 GiB.", name, address));
    }
    Segment all = new Segment(address, address, contents, contents.length, true, true);
    return new LoadedImage(name, List.of(all), (int) address, List.of(), List.of());
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
    return image.enteredAt((int) entry);
  }
}
