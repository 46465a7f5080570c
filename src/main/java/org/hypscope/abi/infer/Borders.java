package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Finds the values of one input around a given one with which nothing changes. */
final class Borders {
  private static final int RANDOM = 24;
  private static final int MOST_LOW_BITS = 12;
  private static final long MULTIPLIER = 6_364_136_223_846_793_005L;

  private final int input;
  private final int width;
  private final int now;
  private final Collection<Long> near;
  private final IntPredicate alike;
  private final Map<Integer, Boolean> known = new HashMap<>();

  /**
   * @param now the given value
   * @param near values at which something may change
   * @param alike whether a value does the same as the given one
   */
  Borders(int input, int now, Collection<Long> near, IntPredicate alike) {
    this.input = input;
    this.width = input == Inputs.IMMEDIATE ? 16 : 32;
    this.now = now;
    this.near = near;
    this.alike = alike;
  }

  private boolean is(int value) {
    return known.computeIfAbsent(value, alike::test);
  }

  /** A range of the input, or of some of its bits, whichever foretells best what others do. */
  Piece piece() {
    int relevant = relevant();
    Piece range = range(-1);
    if (isPrefix(relevant) && (relevant != 0 || range.isFull(input))) {
      return range;
    }
    int top = 31 - Integer.numberOfLeadingZeros(relevant);
    List<Piece> choices = new ArrayList<>(List.of(range));
    if (top >= 0 && top < width - 1) {
      choices.add(range((1 << top + 1) - 1));
    }
    long part = now & relevant & Piece.TOP;
    if (relevant != 0) {
      choices.add(new Piece(relevant, part, part));
    }
    Set<Integer> samples = samples(relevant);
    Piece best = best(choices, samples);
    if (right(best, samples) < samples.size()) {
      choices.add(0, best);
      for (int bits = 1; bits <= MOST_LOW_BITS; bits++) {
        choices.add(range((1 << bits) - 1));
      }
      best = best(choices, samples);
    }
    return best;
  }

  /** The first of those that foretell most samples. */
  private Piece best(List<Piece> choices, Set<Integer> samples) {
    Piece best = choices.get(0);
    for (Piece each : choices) {
      best = right(each, samples) > right(best, samples) ? each : best;
    }
    return best;
  }

  private long right(Piece piece, Set<Integer> samples) {
    return samples.stream().filter(value -> piece.contains(value) == is(value)).count();
  }

  /** The bits of which one alone makes a difference. */
  private int relevant() {
    int relevant = 0;
    for (int bit = 0; bit < width; bit++) {
      if (!is(now ^ 1 << bit)) {
        relevant |= 1 << bit;
      }
    }
    return relevant;
  }

  /** Whether only low bits do not matter: then it is a range. */
  private boolean isPrefix(int relevant) {
    int low = Integer.numberOfTrailingZeros(relevant);
    int all = width == 32 ? -1 : (1 << width) - 1;
    return relevant == 0 || relevant == (all >>> low << low);
  }

  private Set<Integer> samples(int relevant) {
    Set<Integer> samples = new LinkedHashSet<>();
    for (long each : near) {
      samples.addAll(List.of((int) each - 1, (int) each, (int) each + 1));
    }
    for (int bit = 0; bit < width; bit++) {
      samples.add(now ^ 1 << bit);
    }
    long random = 42;
    for (int n = 0; n < RANDOM; n++) {
      random = random * MULTIPLIER + 1;
      int value = (int) (random >>> 32) & (width == 32 ? -1 : 0xffff);
      samples.add(value);
      samples.add(value & ~relevant | now & relevant);
      samples.add(value & relevant | now & ~relevant);
    }
    return samples;
  }

  /** The values of the bits of {@code mask}, from bit 0 on, around the present one. */
  private Piece range(int mask) {
    long top = (input == Inputs.IMMEDIATE ? mask & 0xffff : mask) & Piece.TOP;
    int rest = now & ~mask;
    TreeSet<Long> points = new TreeSet<>(List.of(0L, top, now & top));
    for (long each : near) {
      long part = each & top;
      points.addAll(List.of(Math.max(0, part - 1), part, Math.min(top, part + 1)));
    }
    long first = edge(points.headSet(now & top, true).descendingSet(), rest);
    long last = edge(points.tailSet(now & top, true), rest);
    return new Piece(mask, first, last);
  }

  /** The last value on the way along {@code points} that does the same as the first. */
  private long edge(Collection<Long> points, int rest) {
    long inside = points.iterator().next();
    for (long point : points) {
      if (!is((int) point | rest)) {
        return between(inside, point, rest);
      }
      inside = point;
    }
    return inside;
  }

  private long between(long in, long out, int rest) {
    long inside = in;
    long outside = out;
    while (Math.abs(outside - inside) > 1) {
      long middle = inside + (outside - inside) / 2;
      if (is((int) middle | rest)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
