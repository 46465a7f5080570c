package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The interrupt controller of a board, a GICv2 with the Virtualization Extensions.
 *
 * @param distributor the physical address of GICD
 * @param cpuInterface of GICC
 * @param hypInterface of GICH
 * @param virtualInterface of GICV
 * @param interrupts how many numbers it knows, a multiple of 32; shared ones begin at 32
 * @param listRegisters of each core
 * @param maintenance the number of the private interrupt that HYP is told with
 */
public record GicSlot(
    @JsonProperty("distributor") long distributor,
    @JsonProperty("cpu-interface") long cpuInterface,
    @JsonProperty("hyp-interface") long hypInterface,
    @JsonProperty("virtual-interface") long virtualInterface,
    @JsonProperty("interrupts") int interrupts,
    @JsonProperty("list-registers") int listRegisters,
    @JsonProperty("maintenance") int maintenance) {}
