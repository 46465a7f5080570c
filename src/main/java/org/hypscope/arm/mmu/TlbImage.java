package org.hypscope.arm.mmu;

import java.util.BitSet;

/**
 * The entries of a {@link Tlb} at one instant: immutable. Images of one buffer taken one after the
 * other share the parts in which nothing has changed between them.
 */
public final class TlbImage {
  final Part[] parts;
  final long[] blocks;
  final int widest;
  final BitSet asids;

  /** Some entries in a row; the arrays are not changed any more. */
  record Part(int[] pages, int[] keys, int[] data, long[] frames) {}

  TlbImage(Part[] parts, long[] blocks, int widest, BitSet asids) {
    this.parts = parts;
    this.blocks = blocks;
    this.widest = widest;
    this.asids = asids;
  }

  /** How many bytes it takes that {@code before}, which may be null, does not share. */
  public long bytesBeyond(TlbImage before) {
    long bytes = (long) blocks.length * Long.BYTES;
    for (int n = 0; n < parts.length; n++) {
      boolean same = before != null && parts[n] == before.parts[n];
      bytes += same ? 0 : (long) parts[n].pages.length * (3 * Integer.BYTES + Long.BYTES);
    }
    return bytes;
  }
}
