package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Contract;
import org.hypscope.abi.Role;
import org.hypscope.abi.infer.Clause;
import org.hypscope.abi.infer.EntryExitTable;
import org.hypscope.abi.infer.InferredAbi;
import org.hypscope.abi.load.ContractWriter;

/** How {@code infer} prints beside the contract itself. */
final class InferLines {
  private final InferredAbi abi;
  private final Contract contract;

  InferLines(InferredAbi abi, Contract contract) {
    this.abi = abi;
    this.contract = contract;
  }

  /** What differs from the contract called {@code id}; of another call no more than that it is. */
  static List<String> differences(String id, List<Clause> clauses) {
    List<Clause> wrong = clauses.stream().filter(each -> !each.right()).toList();
    List<String> lines = new ArrayList<>();
    int kept = clauses.size() - wrong.size();
    lines.add("compared with " + id + ": " + kept + " of " + clauses.size() + " clauses agree");
    Set<String> others = new HashSet<>();
    wrong.stream().filter(each -> each.what().equals("kind")).forEach(c -> others.add(c.call()));
    for (Clause each : wrong) {
      if (each.what().equals("kind") || !others.contains(each.call())) {
        lines.add("! " + line(id, each));
      }
    }
    return lines;
  }

  private static String line(String id, Clause clause) {
    String call = clause.call().isEmpty() ? "" : clause.call() + ": ";
    return "%s%s: %s in %s, %s here"
        .formatted(call, clause.what(), clause.expected(), id, clause.found());
  }

  /** One line for the handler, one a call, one a difference, and the contract. */
  void json(String compared, List<Clause> clauses, PrintWriter out) {
    out.println(
        new Json()
            .put("type", "inferred")
            .put("image", abi.image())
            .hex("vectors", abi.vectors())
            .put("state", abi.thumb() ? "T32" : "A32")
            .put("hyp_mmu", abi.mmu())
            .put("immediate", contract.immediate())
            .hex("bad_call", contract.badCall().orElse(null))
            .put("ways", abi.ways())
            .put("complete", abi.complete())
            .put("answers", abi.answers())
            .put("notes", abi.notes())
            .put("evidence", abi.evidence()));
    contract.calls().forEach(call -> out.println(call(call)));
    for (Clause each : clauses) {
      out.println(
          new Json()
              .put("type", "clause")
              .put("compared", compared)
              .put("call", each.call())
              .put("what", each.what())
              .put("expected", each.expected())
              .put("found", each.found())
              .put("agrees", each.right()));
    }
    out.println(
        new Json()
            .put("type", "contract")
            .put("table", EntryExitTable.of(contract))
            .put("yaml", ContractWriter.write(contract, List.of())));
  }

  private static Json call(CallSpec call) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int register = 0; register < CallSpec.REGISTERS; register++) {
      if (call.role(register) != Role.UNUSED) {
        inputs.put("r" + register, call.role(register).word());
      }
    }
    return new Json()
        .put("type", "call")
        .put("when", call.when().text())
        .put("kind", call.kind().word())
        .put("inputs", inputs)
        .put("returns", call.returns())
        .put("enters", call.enters() < 0 ? null : "r" + call.enters())
        .put("result", call.result().toString())
        .put("hvbar", call.hvbar().toString())
        .put("hyp_mmu", call.mmu().word())
        .put("clobbers", call.clobbers());
  }
}
