package org.hypscope.machine.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.machine.fdt.FdtNode;

/**
 * What a hypervisor finds in memory for its first guest: each file is named by a node of {@code
 * /chosen} in the device tree, as Xen's {@code docs/misc/arm/device-tree/booting.txt} asks for.
 *
 * @param kernel the guest's kernel
 * @param initrd its initial RAM disk
 * @param commandLine of that kernel
 */
public record GuestFiles(
    Optional<Placed> kernel, Optional<Placed> initrd, Optional<String> commandLine) {
  private static final String MODULE = "multiboot,module";

  /**
   * A file and where it goes.
   *
   * @param address the physical address of its first byte
   */
  public record Placed(long address, Path file) {
    private Segment segment() throws ImageException {
      return LinuxBoot.data(address, ImageFile.read(file));
    }
  }

  /** Nothing. */
  public static GuestFiles none() {
    return new GuestFiles(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether there is any. */
  boolean present() {
    return kernel.isPresent() || initrd.isPresent();
  }

  /** The memory that they take. */
  List<Segment> segments() throws ImageException {
    List<Segment> segments = new ArrayList<>();
    for (Optional<Placed> each : List.of(kernel, initrd)) {
      if (each.isPresent()) {
        segments.add(each.get().segment());
      }
    }
    return segments;
  }

  /**
   * Names them in {@code chosen}, or sets anew what it says of them.
   *
   * @throws ImageException where one cannot be read
   */
  public void choose(FdtNode chosen) throws ImageException {
    if (kernel.isPresent()) {
      FdtNode node = module(chosen, kernel.get(), "multiboot,kernel");
      commandLine.ifPresent(line -> node.strings("bootargs", line));
    }
    if (initrd.isPresent()) {
      module(chosen, initrd.get(), "multiboot,ramdisk");
    }
  }

  private static FdtNode module(FdtNode chosen, Placed placed, String what) throws ImageException {
    return chosen
        .child(String.format("module@%x", placed.address))
        .strings("compatible", what, MODULE)
        .cells("reg", 0, (int) placed.address, 0, (int) placed.segment().size());
  }
}
