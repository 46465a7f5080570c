package org.hypscope.machine;

import java.util.List;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.CoreImage;
import org.hypscope.machine.device.StateImage;

/**
 * All that a {@link Machine} is at one instant: immutable, for any thread. What was printed is no
 * part of it, but how much.
 *
 * @param cores the first core first
 * @param devices the devices and the cores' turns
 * @param memory the contents of RAM
 * @param printed how many characters the console had printed
 */
public record MachineImage(
    List<CoreImage> cores, StateImage devices, MemoryImage memory, long printed) {
  /** Copies the list. */
  public MachineImage {
    cores = List.copyOf(cores);
  }

  /**
   * About how many bytes of memory it takes that {@code before}, which may be null, does not share.
   */
  public long bytesBeyond(MachineImage before) {
    long bytes = (long) memory.pagesBeyond(before == null ? null : before.memory) * Page.SIZE;
    bytes += devices.bytesBeyond(before == null ? null : before.devices);
    for (int n = 0; n < cores.size(); n++) {
      bytes += cores.get(n).bytesBeyond(before == null ? null : before.cores.get(n));
    }
    return bytes;
  }
}
