package org.hypscope.arm.mmu;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a TLB holds at one instant, for comparing. */
public final class TlbStates {
  private static final int EMPTY = -1;

  private final TlbImage image;

  /** What {@code image} holds. */
  public TlbStates(TlbImage image) {
    this.image = image;
  }

  /** Of what is kept: slots that hold nothing count for nothing. */
  @Override
  public int hashCode() {
    int hash = 31 * Arrays.hashCode(image.blocks) + image.widest;
    hash = 31 * hash + image.asids.hashCode();
    for (TlbImage.Part part : image.parts) {
      hash = 31 * hash + hash(part);
    }
    return hash;
  }

  private static int hash(TlbImage.Part part) {
    int hash = 0;
    for (int n = 0; n < part.keys().length; n++) {
      if (part.keys()[n] != EMPTY) {
        int entry = 31 * part.pages()[n] + part.keys()[n];
        entry = 31 * (31 * entry + part.data()[n]) + Long.hashCode(part.frames()[n]);
        hash += entry * (2 * n + 1);
      }
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlbStates states && toString().equals(states.toString());
  }

  @Override
  public String toString() {
    Map<String, String> entries = new TreeMap<>();
    for (int p = 0; p < image.parts.length; p++) {
      TlbImage.Part part = image.parts[p];
      for (int n = 0; n < part.keys().length; n++) {
        if (part.keys()[n] != EMPTY) {
          String of = String.format("%05x/%06x", part.pages()[n], part.keys()[n]);
          entries.put(of, String.format("%x,%07x", part.frames()[n], part.data()[n]));
        }
      }
    }
    return "TLB "
        + entries
        + " blocks "
        + Arrays.hashCode(image.blocks)
        + " widest "
        + image.widest
        + " asids "
        + image.asids;
  }
}
