package org.hypscope.machine.load;

import java.util.Optional;
import org.hypscope.machine.board.Range;

/**
 * Where a file says that something is; a name reaches no further.
 *
 * @param linked the virtual addresses it was linked for
 * @param physical where the first of them is in physical memory, or {@link #NOWHERE}
 * @param proof what must stand in memory for that to be so; none where it is so from the start
 */
public record Extent(Range linked, long physical, Optional<Proof> proof) {
  /** The place of what is in no physical memory that is known. */
  public static final long NOWHERE = -1;

  /**
   * The first word of a kernel, which stands where it will run once it has unpacked itself.
   *
   * @param physical its address
   * @param word little-endian
   */
  public record Proof(long physical, int word) {}

  /** Whether physical {@code address} is inside, if the proof holds. */
  public boolean holds(long address) {
    return physical != NOWHERE && address >= physical && address - physical < linked.size();
  }

  /** The same, found elsewhere. */
  Extent at(long place, Optional<Proof> proved) {
    return new Extent(linked, place, proved);
  }
}
