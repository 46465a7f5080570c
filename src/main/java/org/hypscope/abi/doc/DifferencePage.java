package org.hypscope.abi.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Clause;
import org.hypscope.abi.Contract;

/** What differs between two contracts, as a table. */
public final class DifferencePage {
  private DifferencePage() {}

  /**
   * A pair to be compared.
   *
   * @param left what the left column is called
   * @param first its contract
   * @param right what the right column is called
   * @param second its contract
   */
  public record Pair(String left, Contract first, String right, Contract second) {}

  /** The page of all {@code pairs}. */
  public static Page of(List<Pair> pairs) {
    Page.Builder page = new Page.Builder("Differences between hypercall ABIs");
    for (Pair pair : pairs) {
      page.heading(2, pair.left() + " and " + pair.right());
      List<List<String>> rows = rows(pair.first(), pair.second());
      if (rows.isEmpty()) {
        page.paragraph("Both are the same.");
      } else {
        page.table(List.of("what", pair.left(), pair.right()), rows);
      }
    }
    return page.page();
  }

  private static List<List<String>> rows(Contract first, Contract second) {
    Map<String, String> left = facts(first);
    Map<String, String> right = facts(second);
    Set<String> names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    List<List<String>> rows = new ArrayList<>();
    for (String name : names) {
      String here = left.getOrDefault(name, "-");
      String there = right.getOrDefault(name, "-");
      if (!here.equals(there)) {
        rows.add(List.of(name, here, there));
      }
    }
    return rows;
  }

  /** Every clause's text by what it is about, so that calls of one kind stand beside each other. */
  private static Map<String, String> facts(Contract contract) {
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, Integer> times = new LinkedHashMap<>();
    String subject = "";
    for (Clause clause : Clause.of(contract)) {
      if (clause.kind() == Clause.Kind.TOLD_BY) {
        CallSpec call = contract.calls().get(clause.call());
        int time = times.merge(call.title(), 1, Integer::sum);
        subject = call.title() + (time > 1 ? " (" + time + ")" : "") + ": ";
      }
      String about = clause.call() == Clause.WHOLE ? "" : subject;
      String register =
          clause.kind() == Clause.Kind.INPUT || clause.kind() == Clause.Kind.PROVISO
              ? " r" + clause.register()
              : "";
      facts.merge(about + clause.kind().word() + register, clause.text(), (a, b) -> a + " " + b);
    }
    return facts;
  }
}
