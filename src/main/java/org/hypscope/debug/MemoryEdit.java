package org.hypscope.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.hypscope.time.Input;

/** Bytes written to RAM by the addresses of one space of a core, page by page, or not at all. */
record MemoryEdit(Machine machine, Core core, AddressSpace space) {
  /**
   * What writes {@code bytes} from {@code address} on.
   *
   * @throws IllegalArgumentException where one of them is not in RAM
   */
  List<Input> pieces(int address, byte[] bytes) {
    long from = address & 0xffff_ffffL;
    if (bytes.length == 0) {
      throw refusal(from, "at least one byte must be given");
    }
    List<Input> pieces = new ArrayList<>();
    for (int done = 0; done < bytes.length; done += chunk(from + done, bytes.length - done)) {
      int length = chunk(from + done, bytes.length - done);
      byte[] piece = Arrays.copyOfRange(bytes, done, done + length);
      pieces.add(new Input.Memory(physical(from + done), piece));
    }
    return pieces;
  }

  private static int chunk(long address, int left) {
    return Math.min(left, Page.SIZE - (int) (address & Page.SIZE - 1));
  }

  private long physical(long address) {
    long at =
        space == AddressSpace.PHYSICAL
            ? address
            : Translations.of(core).physical(space, address & 0xffff_ffffL);
    if (at == Translations.NONE) {
      throw refusal(address, "it is not mapped");
    }
    if (!machine.ram().contains(at)) {
      throw refusal(address, "only RAM can");
    }
    return at;
  }

  private IllegalArgumentException refusal(long address, String why) {
    return new IllegalArgumentException(
        "Memory at " + space.name(address) + " cannot be edited: " + why + ".");
  }
}
