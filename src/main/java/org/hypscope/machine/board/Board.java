package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a core is plugged into, as {@code assets/boards/NAME.yaml} describes it.
 *
 * @param name the file's name, as {@code --board} takes it
 * @param title a few words for people
 * @param description one or two sentences
 * @param ram where memory is
 * @param flash banks that read as zero and ignore writes
 * @param uart the physical base address of the PL011
 * @param firmware who answers an SMC
 * @param reset the state at the first instruction
 * @param identity system registers that say which core this is, by the manual's name
 */
public record Board(
    @JsonProperty("name") String name,
    @JsonProperty("title") String title,
    @JsonProperty("description") String description,
    @JsonProperty("ram") Range ram,
    @JsonProperty("flash") List<Range> flash,
    @JsonProperty("uart") long uart,
    @JsonProperty("firmware") Firmware firmware,
    @JsonProperty("reset") Reset reset,
    @JsonProperty("identity") Map<String, Long> identity) {
  private static final long PAGE = 4096;
  private static final long FOUR_GIGABYTES = 1L << 32;

  /** Absent lists are empty. */
  public Board {
    flash = flash == null ? List.of() : List.copyOf(flash);
    identity = identity == null ? Map.of() : Map.copyOf(identity);
  }

  /**
   * This board with {@code size} bytes of RAM.
   *
   * @throws IllegalArgumentException with one sentence where that is no size the board can have
   */
  public Board withRam(long size) {
    if (size < PAGE || size % PAGE != 0 || size > FOUR_GIGABYTES - ram.start()) {
      throw new IllegalArgumentException(
          String.format(
              "RAM of %d bytes does not fit board %s: give a multiple of 4096 up to 0x%x.",
              size, name, FOUR_GIGABYTES - ram.start()));
    }
    Range larger = new Range(ram.start(), size);
    return new Board(name, title, description, larger, flash, uart, firmware, reset, identity);
  }
}
