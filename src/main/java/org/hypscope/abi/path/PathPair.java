package org.hypscope.abi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two paths side by side.
 *
 * @param left one
 * @param right the other
 * @param rows their steps, the same steps beside each other
 * @param divergence the first row in which they differ; empty where they do not
 */
public record PathPair(Path left, Path right, List<Row> rows, OptionalInt divergence) {
  /**
   * A step of both, or of one.
   *
   * @param left empty where only the right one takes it
   * @param right empty where only the left one takes it
   */
  public record Row(Optional<PathStep> left, Optional<PathStep> right) {
    /** Whether both do the same, and get the same answer from the same owner of HVBAR. */
    public boolean same() {
      return left.isPresent() && right.isPresent() && left.get().like(right.get());
    }

    /** What the step is called, or both names where it has two. */
    public String name() {
      return Stream.of(left, right)
          .flatMap(Optional::stream)
          .map(PathStep::name)
          .distinct()
          .collect(Collectors.joining(" | "));
    }
  }

  /** Copies the list. */
  public PathPair {
    rows = List.copyOf(rows);
  }

  /** Lays {@code left} and {@code right} beside each other. */
  public static PathPair of(Path left, Path right) {
    List<Row> rows = aligned(left.steps(), right.steps());
    OptionalInt first = OptionalInt.empty();
    for (int n = rows.size() - 1; n >= 0; n--) {
      first = rows.get(n).same() ? first : OptionalInt.of(n);
    }
    return new PathPair(left, right, rows, first);
  }

  /** By the longest sequence of names that both have. */
  private static List<Row> aligned(List<PathStep> left, List<PathStep> right) {
    int[][] common = common(left, right);
    List<Row> rows = new ArrayList<>();
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      boolean both = l < left.size() && r < right.size();
      if (both && matches(left.get(l), right.get(r))) {
        rows.add(new Row(Optional.of(left.get(l++)), Optional.of(right.get(r++))));
      } else if (l < left.size() && (r == right.size() || common[l + 1][r] >= common[l][r + 1])) {
        rows.add(new Row(Optional.of(left.get(l++)), Optional.empty()));
      } else {
        rows.add(new Row(Optional.empty(), Optional.of(right.get(r++))));
      }
    }
    return rows;
  }

  /** How many names the tails from there have in common, in order. */
  private static int[][] common(List<PathStep> left, List<PathStep> right) {
    int[][] length = new int[left.size() + 1][right.size() + 1];
    for (int l = left.size() - 1; l >= 0; l--) {
      for (int r = right.size() - 1; r >= 0; r--) {
        length[l][r] =
            matches(left.get(l), right.get(r))
                ? length[l + 1][r + 1] + 1
                : Math.max(length[l + 1][r], length[l][r + 1]);
      }
    }
    return length;
  }

  private static boolean matches(PathStep left, PathStep right) {
    return kind(left).equals(kind(right));
  }

  /** A hypercall is beside one of the same kind, whatever the convention. */
  private static String kind(PathStep step) {
    return step.call()
        .map(view -> "call " + view.caller().call())
        .orElse(Milestones.isDeparture(step.name()) ? "departure" : step.name());
  }
}
