package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypscope.arm.core.sysregs.GenericTimer;
import org.hypscope.arm.sysreg.Trap;

/**
 * What a core is plugged into, as {@code assets/boards/NAME.yaml} describes it.
 *
 * @param name the file's name, as {@code --board} takes it
 * @param title a few words for people
 * @param description one or two sentences
 * @param ram where memory is
 * @param flash banks that read as zero and ignore writes
 * @param mostCores how many cores it can have
 * @param cores how many it has; the file says nothing of it and means one
 * @param gic the interrupt controller
 * @param timers the private interrupt of each of a core's timers
 * @param devices what else is mapped
 * @param unlisted devices that only device trees from elsewhere name
 * @param epoch the time of day at reset, in seconds since 1970
 * @param firmware who answers an SMC
 * @param reset the state at the first instruction
 * @param untrapped traps to HYP that the manual has and this board's cores do not take
 * @param identity system registers that say which core this is, by the manual's name
 */
public record Board(
    @JsonProperty("name") String name,
    @JsonProperty("title") String title,
    @JsonProperty("description") String description,
    @JsonProperty("ram") Range ram,
    @JsonProperty("flash") List<Range> flash,
    @JsonProperty("most-cores") int mostCores,
    @JsonProperty("cores") int cores,
    @JsonProperty("gic") GicSlot gic,
    @JsonProperty("timers") Map<GenericTimer, Integer> timers,
    @JsonProperty("devices") List<DeviceSlot> devices,
    @JsonProperty("unlisted") List<UnlistedDevice> unlisted,
    @JsonProperty("epoch") int epoch,
    @JsonProperty("firmware") Firmware firmware,
    @JsonProperty("reset") Reset reset,
    @JsonProperty("untrapped") Set<Trap> untrapped,
    @JsonProperty("identity") Map<String, Long> identity) {
  private static final long PAGE = 4096;
  private static final long FOUR_GIGABYTES = 1L << 32;

  /** Absent lists are empty. */
  public Board {
    cores = Math.max(cores, 1);
    flash = flash == null ? List.of() : List.copyOf(flash);
    timers = timers == null ? Map.of() : Map.copyOf(timers);
    devices = devices == null ? List.of() : List.copyOf(devices);
    unlisted = unlisted == null ? List.of() : List.copyOf(unlisted);
    untrapped = untrapped == null ? Set.of() : Set.copyOf(untrapped);
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
    return with(new Range(ram.start(), size), cores, untrapped);
  }

  /**
   * This board with {@code count} cores.
   *
   * @throws IllegalArgumentException with one sentence where that is more than it can have
   */
  public Board withCores(int count) {
    if (count < 1 || count > mostCores) {
      throw new IllegalArgumentException(
          String.format(
              "%d cores do not fit board %s: give a number from 1 to %d.", count, name, mostCores));
    }
    return with(ram, count, untrapped);
  }

  /** This board with cores that take every trap that the manual has. */
  public Board withEveryTrap() {
    return with(ram, cores, Set.of());
  }

  /** The physical base address of the console's UART. */
  public long uart() {
    return devices.stream()
        .filter(each -> each.kind() == DeviceSlot.Kind.PL011)
        .findFirst()
        .orElseThrow()
        .base();
  }

  private Board with(Range otherRam, int otherCores, Set<Trap> otherUntrapped) {
    return new Board(
        name,
        title,
        description,
        otherRam,
        flash,
        mostCores,
        otherCores,
        gic,
        timers,
        devices,
        unlisted,
        epoch,
        firmware,
        reset,
        otherUntrapped,
        identity);
  }
}
