package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A device on a board, or several of a kind in a row.
 *
 * @param kind what it is
 * @param base the physical address of the first register
 * @param interrupt the controller's number of its line; the next ones for others in the row
 * @param count how many there are; 0 in the file stands for one
 * @param stride how many bytes one is from the next, 4096 where there is one
 */
public record DeviceSlot(
    @JsonProperty("kind") Kind kind,
    @JsonProperty("base") long base,
    @JsonProperty("interrupt") int interrupt,
    @JsonProperty("count") int count,
    @JsonProperty("stride") int stride) {
  private static final int PAGE = 4096;

  /** The devices that boards are made of. */
  public enum Kind {
    /** A UART, the console. */
    PL011,
    /** A real time clock. */
    PL031,
    /** General purpose pins, not connected. */
    PL061,
    /** Transports for virtio devices, all of them empty. */
    VIRTIO_MMIO
  }

  /** One device where the file names no number. */
  public DeviceSlot {
    stride = stride == 0 ? PAGE : stride;
    count = Math.max(count, 1);
  }
}
