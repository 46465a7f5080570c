package org.hypscope.machine.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is loaded beside an image.
 *
 * @param linux whether the image is a Linux kernel, where it does not say so itself
 * @param deviceTree a flattened device tree in place of the board's own
 * @param initrd an initial RAM disk
 * @param commandLine the kernel's command line
 * @param symbols an ELF file, or a kernel's {@code System.map}, that names addresses
 * @param guest what a hypervisor finds for its first guest
 */
public record BootFiles(
    boolean linux,
    Optional<Path> deviceTree,
    Optional<Path> initrd,
    Optional<String> commandLine,
    Optional<Path> symbols,
    GuestFiles guest) {
  /** Without a guest. */
  public BootFiles(
      boolean linux,
      Optional<Path> deviceTree,
      Optional<Path> initrd,
      Optional<String> commandLine,
      Optional<Path> symbols) {
    this(linux, deviceTree, initrd, commandLine, symbols, GuestFiles.none());
  }

  /** Nothing. */
  public static BootFiles none() {
    return new BootFiles(
        false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With the device tree in {@code file}. */
  public BootFiles withDeviceTree(Path file) {
    return new BootFiles(linux, Optional.of(file), initrd, commandLine, symbols, guest);
  }

  /** With {@code files} for the first guest of a hypervisor. */
  public BootFiles with(GuestFiles files) {
    return new BootFiles(linux, deviceTree, initrd, commandLine, symbols, files);
  }

  /** Whether anything here says that the image is a Linux kernel, or boots like one. */
  public boolean isLinux() {
    return linux
        || deviceTree.isPresent()
        || initrd.isPresent()
        || commandLine.isPresent()
        || guest.present();
  }
}
