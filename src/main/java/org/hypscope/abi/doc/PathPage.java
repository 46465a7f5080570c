package org.hypscope.abi.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathStep;

/** Paths as a page: what becomes of each pair, then step by step. */
public final class PathPage {
  private PathPage() {}

  /** The page of {@code pairs}. */
  public static Page of(List<PathPair> pairs) {
    Page.Builder page = new Page.Builder("From one kernel to the next");
    page.paragraph(
        "Each path was executed on the core, on kernels of our own (`samples/lib/paths.inc`), with"
            + " the HYP MMU on where there is KVM.");
    List<List<String>> ends = new ArrayList<>();
    for (PathPair pair : pairs) {
      ends.add(List.of(title(pair.left()), pair.left().sentence()));
      ends.add(List.of(title(pair.right()), pair.right().sentence()));
    }
    page.table(List.of("path", "end"), ends);
    pairs.forEach(pair -> steps(page, pair));
    return page.page();
  }

  private static String title(Path path) {
    return "`%s` %s, %s"
        .formatted(path.id().image(), path.id().pair(), path.id().scenario().word());
  }

  private static void steps(Page.Builder page, PathPair pair) {
    page.heading(2, title(pair.left()) + " beside " + title(pair.right()));
    List<List<String>> rows = new ArrayList<>();
    for (int n = 0; n < pair.rows().size(); n++) {
      PathPair.Row row = pair.rows().get(n);
      String first = pair.divergence().orElse(-1) == n ? " (first divergence)" : "";
      rows.add(List.of("`" + row.name() + "`" + first, cell(row.left()), cell(row.right())));
    }
    String right = pair.right().id().scenario().word();
    page.table(List.of("step", pair.left().id().scenario().word(), right), rows);
  }

  private static String cell(Optional<PathStep> step) {
    return step.map(
            s ->
                "HVBAR: %s, %s. %s%s"
                    .formatted(
                        s.owner().label(),
                        s.mode(),
                        s.outcome().map(o -> "**" + o.word() + "** ").orElse(""),
                        s.sentence()))
        .orElse("does not happen");
  }
}
