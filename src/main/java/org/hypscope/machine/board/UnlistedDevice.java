package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A device that the board's own device tree leaves out, since there is nothing to do with it, but
 * that one from elsewhere may name.
 *
 * @param kind what it is
 * @param base the physical address of the first register
 * @param interrupt the controller's number of its first line, where it has any
 * @param count how many lines it has
 * @param size how many bytes, of a window
 */
public record UnlistedDevice(
    @JsonProperty("kind") Kind kind,
    @JsonProperty("base") long base,
    @JsonProperty("interrupt") int interrupt,
    @JsonProperty("count") int count,
    @JsonProperty("size") int size) {
  /** The kinds there are. */
  public enum Kind {
    /** The configuration space of a PCI Express host with nothing behind it. */
    PCIE,
    /** Where a PCI Express host would show the memory or ports of what is behind it. */
    PCIE_WINDOW,
    /** Message-signalled interrupts for it. */
    GIC_V2M,
    /** QEMU's firmware configuration, with no file in it. */
    FW_CFG
  }
}
