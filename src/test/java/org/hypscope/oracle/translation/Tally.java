package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many outcomes of each kind were compared, and every difference that nothing explains. */
final class Tally {
  private static final String FAULT = "fault: ";
  private static final int MOST_REPORTS = 1000;

  private final Departures departures;
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<String> reports = new ArrayList<>();
  private int compared;
  private int differ;
  private int dropped;

  Tally(Departures departures) {
    this.departures = departures;
  }

  /** Notes an outcome; false where both sides did not do the same. */
  boolean add(Outcome outcome) {
    String why = outcome.same() ? null : departures.explain(outcome);
    if (outcome.same() || why != null) {
      compared++;
      count(outcome, why != null);
    } else {
      differ(outcome.report());
    }
    if (why != null) {
      explained.merge(why, 1, Integer::sum);
    }
    return outcome.same();
  }

  /** A departure in the verdict itself proves nothing about its kind. */
  private void count(Outcome outcome, boolean explainedAway) {
    if (explainedAway && !outcome.here().equals(outcome.there())) {
      return;
    }
    kinds.merge(FAULT + outcome.regime() + " | " + outcome.here(), 1, Integer::sum);
    kinds.merge("leaf: " + outcome.regime() + " | " + outcome.leaf(), 1, Integer::sum);
    kinds.merge("via: " + outcome.via(), 1, Integer::sum);
    boolean faults = !outcome.here().startsWith(Verdict.FINE);
    if (faults) {
      kinds.merge("faulting: " + outcome.via(), 1, Integer::sum);
    }
    for (String feature : Features.of(outcome)) {
      kinds.merge("with: " + feature, 1, Integer::sum);
    }
  }

  /** Notes a difference that nothing explains. */
  void differ(String report) {
    differ++;
    if (reports.size() < MOST_REPORTS) {
      reports.add(report);
    }
  }

  /** Notes an access that does not come back on the core: nothing could be compared. */
  void dropped() {
    dropped++;
  }

  List<String> reports() {
    return reports;
  }

  /** Those of {@code wanted} of which nothing was compared. */
  List<String> missing(List<String> wanted) {
    return wanted.stream().filter(kind -> !kinds.containsKey(kind)).toList();
  }

  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%d compared, %d differ, %d not run%n", compared, differ, dropped));
    regimes().forEach((regime, n) -> text.append(String.format("  %s: %s%n", regime, n)));
    explained.forEach((why, n) -> text.append(String.format("  %d explained by %s%n", n, why)));
    return text.toString();
  }

  /** How many outcomes of each kind, of any level, in each regime. */
  private Map<String, Map<String, Integer>> regimes() {
    Map<String, Map<String, Integer>> all = new TreeMap<>();
    kinds.forEach(
        (kind, n) -> {
          if (kind.startsWith(FAULT)) {
            String[] parts = kind.substring(FAULT.length()).split(" \\| ");
            String outcome = parts[1].replaceAll(" L\\d", "");
            all.computeIfAbsent(parts[0], each -> new TreeMap<>()).merge(outcome, n, Integer::sum);
          }
        });
    return all;
  }

  /** A line for each kind. */
  String table() {
    StringBuilder text = new StringBuilder();
    kinds.forEach((kind, n) -> text.append(String.format("%s\t%d%n", kind, n)));
    return text.toString();
  }
}
