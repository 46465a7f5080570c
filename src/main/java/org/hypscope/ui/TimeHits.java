package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.Expression;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.debug.TraceNames;
import org.hypscope.time.Mark;
import org.hypscope.ui.palette.Hit;

/**
 * Instants of the run, for the palette: {@code calls} lists hypercalls, {@code owners} who had
 * HVBAR when, {@code bookmark as NAME} names an instant, {@code why PLACE} asks who wrote it,
 * {@code agree r0 r1} goes back to where both were equal, {@code when r0==2} to where that held,
 * {@code calls where r0==2} lists some calls, {@code hvc:3+4} goes there.
 */
final class TimeHits {
  private static final String WHY = "why ";
  private static final String WHEN = "when ";
  private static final String WHERE = "calls where ";
  private static final String AGREE = "agree";
  private static final String CALLS = "calls";
  private static final String BOOKMARK = "bookmark as ";

  private final WorkbenchState state;
  private final Consumer<String> why;
  private final Consumer<RunGoal> back;
  private final Consumer<String> complain;

  /**
   * Of the instants of {@code state}.
   *
   * @param why given what to find out about
   * @param back goes back to a goal
   * @param complain given one sentence where what was typed means nothing
   */
  TimeHits(
      WorkbenchState state,
      Consumer<String> why,
      Consumer<RunGoal> back,
      Consumer<String> complain) {
    this.state = state;
    this.why = why;
    this.back = back;
    this.complain = complain;
  }

  /** What {@code typed} may mean. */
  Stream<Hit> of(String typed) {
    Snapshot snapshot = state.snapshot().get();
    if (snapshot == null) {
      return Stream.empty();
    }
    return Stream.of(
            instant(typed),
            asked(typed),
            agreeing(snapshot, typed),
            holding(typed),
            bookmarks(snapshot, typed),
            snapshot.left().stream().flatMap(this::run),
            state.owners().stream().map(this::owner),
            typed.startsWith(CALLS) ? calls(snapshot, typed) : Stream.<Hit>empty())
        .flatMap(each -> each);
  }

  private Stream<Hit> instant(String typed) {
    try {
      MarkExpression at = MarkExpression.parse(typed);
      return Stream.of(new Hit("instant", typed, "go there", () -> state.visit(at)));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private Stream<Hit> asked(String typed) {
    return typed.startsWith(WHY) && typed.length() > WHY.length()
        ? Stream.of(
            new Hit(
                "question",
                typed,
                "who wrote it?",
                () -> why.accept(typed.substring(WHY.length()))))
        : Stream.empty();
  }

  private Stream<Hit> holding(String typed) {
    return typed.startsWith(WHEN) && typed.length() > WHEN.length()
        ? Stream.of(
            new Hit(
                "question",
                typed,
                "when did that hold last?",
                () -> back.accept(RunGoal.holding(typed.substring(WHEN.length()).trim()))))
        : Stream.empty();
  }

  private Stream<Hit> agreeing(Snapshot snapshot, String typed) {
    String[] words = typed.split("\\s+");
    return words.length == 3 && words[0].equals(AGREE)
        ? Stream.of(
            new Hit(
                "question",
                typed,
                "when were they equal last?",
                () -> agree(snapshot, words[1], words[2])))
        : Stream.empty();
  }

  private void agree(Snapshot snapshot, String one, String other) {
    try {
      back.accept(
          RunGoal.agreeing(PlaceNames.parse(one, snapshot), PlaceNames.parse(other, snapshot)));
    } catch (IllegalArgumentException e) {
      complain.accept(e.getMessage());
    }
  }

  private Stream<Hit> bookmarks(Snapshot snapshot, String typed) {
    List<Hit> hits = new ArrayList<>();
    if (typed.startsWith(BOOKMARK) && typed.length() > BOOKMARK.length()) {
      String name = typed.substring(BOOKMARK.length());
      String at = "this instant, " + snapshot.mark();
      hits.add(new Hit("bookmark", typed, at, () -> state.time().name(snapshot.mark(), name)));
    }
    for (Bookmark each : state.time().bookmarks()) {
      String note = each.note().isBlank() ? "" : ": " + each.note().lines().findFirst().orElse("");
      hits.add(visit("bookmark", "Bookmark " + each.name() + note, each.at()));
      hits.add(
          new Hit(
              "bookmark",
              "Forget bookmark " + each.name(),
              each.at().toString(),
              () -> state.time().forget(each.at())));
    }
    return hits.stream();
  }

  private Stream<Hit> run(BranchView left) {
    String name = "run " + left.number() + ", which was left at " + left.from();
    return Stream.of(
        new Hit(
            "run",
            "Go back to " + name,
            "up to " + left.end(),
            () -> state.time().leaveFor(left.number())),
        new Hit(
            "run",
            "Compare with " + name,
            "where do they differ?",
            () -> state.time().compareWith(left.number())));
  }

  private Hit owner(OwnerSpan span) {
    String title =
        String.format(
            "owners of HVBAR: %s, 0x%08x %s",
            span.owner().label(), span.hvbar(), span.owner().symbol());
    return visit("owner", title, span.from());
  }

  private Stream<Hit> calls(Snapshot snapshot, String typed) {
    boolean some = typed.startsWith(WHERE) && typed.length() > WHERE.length();
    if (!some) {
      return calls(snapshot, "calls", event -> true).stream();
    }
    try {
      Expression<TraceEvent> where =
          Expression.parse(typed.substring(WHERE.length()), new TraceNames(snapshot.symbols()));
      List<Hit> hits = calls(snapshot, typed, where::holds);
      return hits.isEmpty()
          ? Stream.of(new Hit("call", typed, "no call so far", () -> {}))
          : hits.stream();
    } catch (IllegalArgumentException e) {
      return Stream.of(
          new Hit("call", typed, e.getMessage(), () -> complain.accept(e.getMessage())));
    }
  }

  private List<Hit> calls(Snapshot snapshot, String head, Predicate<TraceEvent> wanted) {
    List<Hit> hits = new ArrayList<>();
    int number = 0;
    for (TraceEvent event : snapshot.timeline().events()) {
      boolean isHvc = event.isHvc();
      number += isHvc ? 1 : 0;
      if ((isHvc || event.kind().equals("smc")) && wanted.test(event)) {
        String name = isHvc ? "HVC " + number : "SMC";
        String title =
            String.format(
                "%s: %s, r0 = 0x%x, %s to %s, by %s",
                head, name, event.r0(), event.mode(), handler(event), event.symbol());
        hits.add(visit("call", title, event.mark()));
      }
    }
    return hits;
  }

  private String handler(TraceEvent event) {
    if (!event.isHvc()) {
      return event.isFirmwareCall() ? "firmware" : event.toMode().name();
    }
    return state.owners().stream()
        .filter(each -> each.from().compareTo(event.mark()) <= 0)
        .reduce((earlier, later) -> later)
        .map(each -> each.owner().label())
        .orElse("HYP");
  }

  private Hit visit(String kind, String title, Mark at) {
    return new Hit(kind, title, at.toString(), () -> state.time().visit(at));
  }
}
