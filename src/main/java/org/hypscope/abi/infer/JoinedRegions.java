package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The regions of one call, fewer of them: where they differ in one input only, and what lies
 * between them is told by calls that are looked at before, that input need not be named.
 */
final class JoinedRegions {
  private static final long MULTIPLIER = 6_364_136_223_846_793_005L;
  private static final int SAMPLES = 64;
  private static final double ENOUGH = 0.95;

  private final List<Region> regions;
  private final List<Region> others;

  /**
   * @param regions of the call
   * @param others of the calls that are looked at before it where they are narrower
   */
  JoinedRegions(List<Region> regions, List<Region> others) {
    this.regions = regions;
    this.others = others;
  }

  List<Region> get() {
    if (regions.size() < 2) {
      return regions;
    }
    for (Region region : regions) {
      for (int input : region.when().keySet()) {
        List<Region> alike =
            regions.stream().filter(r -> rest(r, input).equals(rest(region, input))).toList();
        if (alike.size() > 1 && isCovered(region, input)) {
          List<Region> joined = new ArrayList<>(regions);
          joined.removeAll(alike);
          joined.add(without(region, input));
          return new JoinedRegions(joined, others).get();
        }
      }
    }
    return regions;
  }

  private static SortedMap<Integer, Piece> rest(Region region, int input) {
    SortedMap<Integer, Piece> rest = new TreeMap<>(region.when());
    rest.remove(input);
    return rest;
  }

  private static Region without(Region region, int input) {
    return new Region(
        region.behaviour(), rest(region, input), region.example(), region.interworking());
  }

  /** Whether every value of {@code input} leads to this call or to one that is looked at before. */
  private boolean isCovered(Region region, int input) {
    Region joined = without(region, input);
    List<Region> before = others.stream().filter(each -> each.share() < joined.share()).toList();
    Inputs example = region.example().inputs();
    long random = 11;
    int inside = 0;
    for (int n = 0; n < SAMPLES; n++) {
      random = random * MULTIPLIER + 1;
      int value = n % 2 == 0 ? (int) (random >>> 32) : n - SAMPLES / 4;
      Inputs other = example.with(input, value);
      boolean known =
          regions.stream().anyMatch(each -> each.contains(other))
              || before.stream().anyMatch(each -> each.contains(other));
      inside += known ? 1 : 0;
    }
    return inside >= ENOUGH * SAMPLES;
  }
}
