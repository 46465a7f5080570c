package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathStep;

/** Paths as text and as JSON. */
final class PathsText {
  private static final int FEW = 4;
  private static final String LINE = "%s %-26s %-26s %s%n";

  private PathsText() {}

  static void print(List<PathPair> pairs, boolean untilDivergence, PrintWriter out) {
    if (pairs.size() > FEW) {
      summary(pairs, out);
      out.println("Name a stub and a hypervisor for every step: --stub S4 --kvm K2");
    } else {
      pairs.forEach(pair -> details(pair, untilDivergence, out));
    }
  }

  private static void summary(List<PathPair> pairs, PrintWriter out) {
    out.printf("%-12s %-11s %-20s %-20s %s%n", "image", "pair", "kexec", "kdump", "first broken");
    for (PathPair pair : pairs) {
      String broken =
          pair.left()
              .broken()
              .map(step -> "kexec: " + brief(step))
              .or(() -> pair.right().broken().map(step -> "kdump: " + brief(step)))
              .orElse("");
      out.printf(
          "%-12s %-11s %-20s %-20s %s%n",
          pair.left().id().image(),
          pair.left().id().pair(),
          pair.left().end().words(),
          pair.right().end().words(),
          broken);
    }
  }

  private static String brief(PathStep step) {
    return "%s answered by %s: %s"
        .formatted(step.name(), step.owner().label(), step.outcome().orElseThrow().word());
  }

  private static void details(PathPair pair, boolean untilDivergence, PrintWriter out) {
    Path left = pair.left();
    Path right = pair.right();
    out.printf("%s: %s%n", left.id().image(), left.id().pair());
    out.printf(LINE, " ", "step", title(left), title(right));
    int first = pair.divergence().orElse(-1);
    for (int n = 0; n < pair.rows().size(); n++) {
      PathPair.Row row = pair.rows().get(n);
      out.printf(LINE, n == first ? ">" : " ", row.name(), cell(row.left()), cell(row.right()));
      if (n == first && untilDivergence) {
        out.printf("> the first step in which they differ: %s%n%n", row.name());
        return;
      }
    }
    out.printf("> marks the first step in which they differ%n");
    conclusion(left, out);
    conclusion(right, out);
    out.println();
  }

  private static String title(Path path) {
    return path.id().scenario().word();
  }

  private static String cell(Optional<PathStep> step) {
    return step.map(
            s ->
                "%s%-5s %s %s"
                    .formatted(
                        s.broken() ? "x " : "  ",
                        s.owner().label(),
                        s.mode(),
                        s.outcome().map(outcome -> outcome.word()).orElse("")))
        .orElse("  -");
  }

  private static void conclusion(Path path, PrintWriter out) {
    out.printf("%s: %s%n", title(path), path.sentence());
    path.broken()
        .ifPresent(
            step -> {
              out.printf("    broken at %s: %s%n", step.name(), step.sentence());
              out.printf("    %s%n", path.command(step));
            });
  }

  static void json(PathPair pair, boolean untilDivergence, PrintWriter out) {
    int first = pair.divergence().orElse(pair.rows().size());
    int rows = untilDivergence ? Math.min(first + 1, pair.rows().size()) : pair.rows().size();
    for (int n = 0; n < rows; n++) {
      boolean divergence = n == first;
      int row = n;
      pair.rows().get(n).left().ifPresent(s -> out.println(json(pair.left(), s, row, divergence)));
      pair.rows()
          .get(n)
          .right()
          .ifPresent(s -> out.println(json(pair.right(), s, row, divergence)));
    }
    for (Path path : List.of(pair.left(), pair.right())) {
      out.println(
          start("path", path).put("end", path.end().words()).put("sentence", path.sentence()));
    }
  }

  private static Json start(String type, Path path) {
    return new Json()
        .put("type", type)
        .put("image", path.id().image())
        .put("stub", path.id().stub())
        .put("kvm", path.id().kvm())
        .put("scenario", path.id().scenario().word());
  }

  private static Json json(Path path, PathStep step, int row, boolean divergence) {
    Json json =
        start("step", path)
            .put("row", row)
            .put("first_divergence", divergence)
            .put("step", step.name())
            .put("at", step.at().toString())
            .hex("pc", step.pc())
            .put("mode", step.mode().name())
            .hex("hvbar", step.hvbar())
            .put("owner", step.owner().label());
    step.outcome().ifPresent(outcome -> json.put("outcome", outcome.word()));
    step.call().ifPresent(view -> json.hex("hvbar_after", view.prediction().hvbarAfter()));
    return json.put("sentence", step.sentence()).put("open", path.command(step));
  }
}
