package org.hypscope.abi.doc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Clause;
import org.hypscope.abi.Contract;
import org.hypscope.abi.Executed;

/** Contracts as a page on which every sentence says whether it was executed, and on what. */
public final class ContractPage {
  private final List<Executed> executed;
  private final Page.Builder page =
      new Page.Builder("Hypercall ABIs between the kernel and HYP mode");

  private ContractPage(List<Executed> executed) {
    this.executed = executed;
  }

  /** The page of {@code contracts}, with the evidence of {@code executed}. */
  public static Page of(List<Contract> contracts, List<Executed> executed) {
    ContractPage made = new ContractPage(executed);
    made.page.paragraph(
        "Every sentence is generated from a contract. It is marked `executed` where a call made on"
            + " the named image's handler showed it, and `declared` where only the contract says"
            + " it; of a range, one value was executed. HYP's addresses are physical ones while its MMU is off.");
    contracts.forEach(made::add);
    return made.page.page();
  }

  private void add(Contract contract) {
    page.heading(2, contract.id() + ": " + contract.title());
    page.paragraph("Kernel: " + contract.kernel() + ". Source: " + contract.source() + ".");
    List<Clause> clauses = Clause.of(contract);
    page.items(items(contract, clauses, Clause.WHOLE));
    for (int n = 0; n < contract.calls().size(); n++) {
      CallSpec call = contract.calls().get(n);
      page.heading(3, call.title());
      page.items(items(contract, clauses, n));
    }
  }

  private List<String> items(Contract contract, List<Clause> clauses, int call) {
    List<String> items = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause.call() == call) {
        items.add(clause.text() + " [" + evidence(contract, clause) + "]");
      }
    }
    return items;
  }

  private String evidence(Contract contract, Clause clause) {
    Set<String> held = new LinkedHashSet<>();
    List<String> broken = new ArrayList<>();
    for (Executed each : executed) {
      Executed.Seen seen = each.contract().equals(contract) ? each.seen().get(clause) : null;
      if (seen != null && seen.held()) {
        held.add(each.image());
      } else if (seen != null) {
        broken.add("NOT SO on " + each.image() + ": " + seen.what());
      }
    }
    String where = held.isEmpty() ? "declared" : "executed on " + String.join(", ", held);
    return broken.isEmpty()
        ? where
        : broken.stream().distinct().collect(Collectors.joining("; ", where + "; ", ""));
  }
}
