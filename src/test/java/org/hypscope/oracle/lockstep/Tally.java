package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the words of each row, and every difference that nothing explains. */
final class Tally {
  /** The least number of compared words of a row. */
  static final int LEAST = 100;

  private static final int MOST_REPORTS = 2000;
  private static final int MOST_SKIPPED_PERCENT = 1;

  private final Departures departures;
  private final Map<Subject, Count> counts = new LinkedHashMap<>();
  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<String> reports = new ArrayList<>();
  private final List<Case> failed = new ArrayList<>();
  private long compared;
  private long skipped;
  private long differ;

  /** The words of one row. */
  private static final class Count {
    private int compared;
    private int skipped;
    private int differ;
    private final Map<CoreSide.End, Integer> redrawn = new EnumMap<>(CoreSide.End.class);
  }

  /** A tally of {@code subjects}. */
  Tally(List<Subject> subjects, Departures departures) {
    this.departures = departures;
    subjects.forEach(subject -> counts.put(subject, new Count()));
  }

  /** Notes that a draw of {@code subject} was not used. */
  void redrawn(Subject subject, CoreSide.End why) {
    counts.get(subject).redrawn.merge(why, 1, Integer::sum);
  }

  /** Notes that no case of {@code subject} was found where one was asked for. */
  void skipped(Subject subject) {
    counts.get(subject).skipped++;
    skipped++;
  }

  /** Notes what a case came to. */
  void add(Outcome outcome) {
    for (Case.Step step : outcome.of().steps().subList(0, outcome.executed())) {
      counts.get(step.subject()).compared++;
      compared++;
    }
    if (outcome.same()) {
      return;
    }
    String why = departures.explain(outcome);
    if (why != null) {
      explained.merge(why, 1, Integer::sum);
      return;
    }
    counts.get(outcome.of().subject()).differ++;
    differ++;
    if (outcome.of().steps().size() > 1) {
      failed.add(outcome.of());
    }
    if (reports.size() < MOST_REPORTS) {
      reports.add(outcome.report());
    }
  }

  /** The first cases of many words that differ, at most {@code most}. */
  List<Case> failed(int most) {
    return List.copyOf(failed.subList(0, Math.min(most, failed.size())));
  }

  /** How many words of {@code subject} were compared. */
  int compared(Subject subject) {
    return counts.get(subject).compared;
  }

  /** How many words were compared. */
  long compared() {
    return compared;
  }

  /** The differences that nothing explains, with all that is needed to see them again. */
  List<String> reports() {
    return reports;
  }

  /** What is wrong with the run besides {@link #reports}: rows and words that were left out. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    counts.forEach(
        (subject, count) -> {
          if (count.compared < LEAST && departures.notRun(subject) == null) {
            gaps.add(subject + ": " + count.compared + " compared; " + count.redrawn);
          }
        });
    if (skipped * 100 > (compared + skipped) * MOST_SKIPPED_PERCENT) {
      gaps.add(skipped + " of " + (compared + skipped) + " words were skipped");
    }
    return gaps;
  }

  /** Totals, and how often each listed difference was met. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%d rows, %d words compared, %d skipped, %d differ%n",
            counts.size(), compared, skipped, differ));
    explained.forEach((why, n) -> text.append(String.format("  %d explained by %s%n", n, why)));
    departures
        .notMet()
        .forEach(line -> text.append(String.format("  listed, not met: %s%n", line)));
    return text.toString();
  }

  /** A line for each row: compared, skipped, unexplained differences, draws not used and why. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("row\tcompared\tskipped\tdiffer\tredrawn%n"));
    counts.forEach(
        (subject, count) -> {
          String listed = departures.notRun(subject);
          text.append(
              String.format(
                  "%s\t%d\t%d\t%d\t%s%n",
                  subject,
                  count.compared,
                  count.skipped,
                  count.differ,
                  listed == null ? count.redrawn : "not run, " + listed));
        });
    return text.toString();
  }
}
