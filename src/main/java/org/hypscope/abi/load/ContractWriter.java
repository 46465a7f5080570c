package org.hypscope.abi.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Contract;
import org.hypscope.abi.HypMmu;
import org.hypscope.abi.Input;
import org.hypscope.abi.ProbeSpec;
import org.hypscope.abi.Prototype;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** Writes a contract as the YAML that {@link ContractLoader} reads. */
public final class ContractWriter {
  private final StringBuilder text = new StringBuilder();

  private ContractWriter() {}

  /** The file for {@code contract}; each of {@code comments} becomes a line at the top. */
  public static String write(Contract contract, List<String> comments) {
    ContractWriter writer = new ContractWriter();
    comments.forEach(each -> writer.text.append("# ").append(each).append('\n'));
    writer.contract(contract);
    return writer.text.toString();
  }

  private void contract(Contract contract) {
    key("id", scalar(contract.id()));
    key("title", scalar(contract.title()));
    key("kernel", scalar(contract.kernel()));
    key("source", scalar(contract.source()));
    optional("symbols", list(contract.symbols()));
    items("fingerprints", contract.fingerprints().stream().map(this::fingerprint).toList());
    if (contract.immediate() != 0) {
      key("immediate", "0x" + Integer.toHexString(contract.immediate()));
    }
    if (contract.scope() != Contract.Scope.HOST) {
      key("scope", contract.scope().word());
    }
    key("owner", contract.owner().word());
    contract.badCall().ifPresent(value -> key("bad-call", Words.number(value)));
    items("errors", contract.errors().stream().map(this::error).toList());
    text.append("calls:\n");
    contract.calls().forEach(this::call);
    items(
        "functions",
        contract.functions().stream().map(Prototype::text).map(ContractWriter::scalar).toList());
    if (!contract.probes().isEmpty()) {
      text.append("probes:\n");
      contract.probes().forEach(this::probe);
    }
  }

  private void key(String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private void optional(String key, String list) {
    if (!list.equals("[]")) {
      key(key, list);
    }
  }

  private void items(String key, List<String> items) {
    if (!items.isEmpty()) {
      text.append(key).append(":\n");
      items.forEach(each -> text.append("  - ").append(each).append('\n'));
    }
  }

  private String fingerprint(Contract.Fingerprint each) {
    return "{bytes: %d, sha256: %s, of: %s}"
        .formatted(each.bytes(), each.sha256(), scalar(each.of()));
  }

  private String error(Contract.ErrorValue each) {
    return "{value: %s, means: %s}".formatted(Words.number(each.value()), scalar(each.means()));
  }

  private void call(CallSpec call) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("kind", call.kind().word());
    keys.put("name", call.name().isEmpty() ? "" : scalar(call.name()));
    keys.put("when", scalar(call.when().text()));
    keys.put("callers", unlessEmpty(list(call.callers())));
    keys.put("inputs", unlessEmpty(inputs(call)));
    keys.put("returns", call.returns() ? "" : "false");
    keys.put("enters", call.enters() < 0 ? "" : "r" + call.enters());
    keys.put("result", call.result().equals(Value.ANY) ? "" : value(call.result()));
    keys.put("hvbar", call.hvbar().equals(Value.SAME) ? "" : value(call.hvbar()));
    keys.put("httbr", call.httbr().equals(Value.ANY) ? "" : value(call.httbr()));
    keys.put("hyp-mmu", call.mmu() == HypMmu.SAME ? "" : call.mmu().word());
    keys.put("clobbers", unlessEmpty(list(call.clobbers())));
    keys.put("callers-speak", call.callersSpeak().map(ContractWriter::scalar).orElse(""));
    String lead = "  - ";
    for (Map.Entry<String, String> each : keys.entrySet()) {
      if (!each.getValue().isEmpty()) {
        text.append(lead).append(each.getKey()).append(": ").append(each.getValue()).append('\n');
        lead = "    ";
      }
    }
  }

  private static String unlessEmpty(String list) {
    return list.equals("[]") || list.equals("{}") ? "" : list;
  }

  private static String inputs(CallSpec call) {
    List<String> inputs = new ArrayList<>();
    for (int register = 0; register < call.inputs().size(); register++) {
      Role usual = call.when().selects(register) ? Role.SELECTOR : Role.UNUSED;
      Input input = call.inputs().get(register);
      if (!input.equals(Input.of(usual))) {
        inputs.add("r" + register + ": " + input(input));
      }
    }
    return "{" + String.join(", ", inputs) + "}";
  }

  private static String input(Input input) {
    if (input.equals(Input.of(input.role()))) {
      return input.role().word();
    }
    List<String> keys = new ArrayList<>(List.of("role: " + input.role().word()));
    if (input.space() != Input.Space.ANY) {
      keys.add("address: " + input.space().word());
    }
    if (input.alignment() != input.role().alignment()) {
      keys.add("alignment: " + input.alignment());
    }
    if (input.state() != Input.State.BIT_0) {
      keys.add("state: " + input.state().word());
    }
    if (!input.name().isEmpty()) {
      keys.add("name: " + scalar(input.name()));
    }
    return "{" + String.join(", ", keys) + "}";
  }

  private void probe(ProbeSpec probe) {
    List<String> tried = new ArrayList<>();
    for (int register = 0; register < probe.inputs().size(); register++) {
      ProbeSpec.Input input = probe.inputs().get(register);
      if (input.role() != Role.ARGUMENT || input.number() != 0) {
        tried.add("r" + register + ": " + tried(input));
      }
    }
    List<String> expected = new ArrayList<>(List.of("returns: " + probe.returned()));
    if (probe.calls() >= 0) {
      expected.add("calls: r" + probe.calls());
    }
    if (!probe.arguments().isEmpty()) {
      expected.add("arguments: " + list(probe.arguments().stream().map(Words::number).toList()));
    }
    expect(expected, "r0", probe.result());
    expect(expected, "hvbar", probe.hvbar());
    expect(expected, "sp-hyp", probe.spHyp());
    text.append("  - try: {").append(String.join(", ", tried)).append("}\n");
    text.append("    expect: {").append(String.join(", ", expected)).append("}\n");
  }

  private static void expect(List<String> expected, String key, Value value) {
    if (!value.equals(Value.ANY)) {
      expected.add(key + ": " + value(value));
    }
  }

  private static String tried(ProbeSpec.Input input) {
    return switch (input.role()) {
      case ARGUMENT -> Words.number(input.number());
      case FUNCTION -> input.number() == ProbeSpec.Input.PHYSICAL ? "restart-function" : "function";
      default -> input.role().word();
    };
  }

  private static String value(Value value) {
    return switch (value.kind()) {
      case ANY, SAME, CHANGED, HVBAR, RESULT ->
          value.kind().name().toLowerCase(java.util.Locale.ROOT);
      case REGISTER -> "r" + value.number();
      case NUMBER -> Words.number(value.number());
      case RANGE -> Words.number(value.number()) + ".." + Words.number(value.last());
    };
  }

  private static String list(List<String> items) {
    return "[" + String.join(", ", items.stream().map(ContractWriter::scalar).toList()) + "]";
  }

  /** A text as YAML reads it back: quoted where it could be taken for something else. */
  private static String scalar(String value) {
    boolean plain = value.matches("[A-Za-z_][^:#\\[\\]{},\"'\\\\]*") && value.equals(value.trim());
    boolean word = value.matches("(?i)true|false|yes|no|null|on|off|~");
    return plain && !word || value.matches("-?[0-9]+|0x[0-9a-f]+")
        ? value
        : "'" + value.replace("'", "''") + "'";
  }
}
