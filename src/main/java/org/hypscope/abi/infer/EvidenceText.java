package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hypscope.abi.Words;

/** What the instructions did in one run of each call: why the inference says what it says. */
final class EvidenceText {
  private static final int MOST_LINES = 24;

  private final InferredAbi abi;

  private EvidenceText(InferredAbi abi) {
    this.abi = abi;
  }

  /** For {@code call}, line by line. */
  static List<String> of(InferredAbi abi, InferredCall call) {
    return new EvidenceText(abi).lines(call.example(), call.behaviour());
  }

  private List<String> lines(Run run, Behaviour behaviour) {
    List<String> lines = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (Decision each : run.decisions()) {
      if (lines.size() < MOST_LINES && !order.contains(each.pc())) {
        order.add(each.pc());
        lines.addAll(decision(each));
      }
    }
    for (Run.Evidence each : run.evidence()) {
      String text = each.text().isEmpty() ? "" : "  <- " + each.text();
      lines.add(line(each.pc(), each.insn()) + text);
    }
    for (Run.Called each : run.calls()) {
      lines.add("calls " + Inputs.name(each.input()) + arguments(each));
    }
    lines.add(ending(run, behaviour));
    return lines;
  }

  private List<String> decision(Decision decision) {
    List<String> lines = new ArrayList<>();
    String by = Inputs.names(decision.node().leaves());
    if (decision.node() instanceof Node.Derived node && node.step().pc() != decision.pc()) {
      lines.add(line(node.step().pc(), node.step().insn()) + "  <- " + by);
    }
    String way =
        decision.computed()
            ? "goes to " + Words.hex(decision.next()) + " by " + by
            : decision.taken() ? "passes" : "does not pass";
    lines.add(line(decision.pc(), decision.insn()) + "  : " + way);
    return lines;
  }

  private String line(int pc, Insn insn) {
    return "%s  %s".formatted(Inference.place(abi.symbols(), pc), insn.text(pc));
  }

  private static String arguments(Run.Called called) {
    Map<Integer, String> moved = new TreeMap<>();
    for (int n = 0; n < called.arguments().size(); n++) {
      int from = called.arguments().get(n);
      if (from >= 0 && from != n) {
        moved.put(n, Inputs.name(from) + " arrives as r" + n);
      }
    }
    return moved.isEmpty() ? "" : ": " + String.join(", ", moved.values());
  }

  static String ending(Run run, Behaviour behaviour) {
    String at = Words.hex(run.pc());
    return switch (behaviour.ending()) {
      case RETURNED -> "returns";
      case RETURNED_ELSEWHERE -> "leaves HYP, but for " + at;
      case ENTERED ->
          "goes on at " + Inputs.name(run.place()) + (run.hyp() ? " in HYP" : " outside HYP");
      case FAULT -> "ends in a HYP exception at +0x%02x".formatted(run.place());
      case WILD -> "runs into memory without code at " + at;
      case NEVER -> "does not end; stands at " + at;
      case OFF -> "switches the machine off";
    };
  }
}
