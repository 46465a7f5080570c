package org.hypscope.abi.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypscope.abi.CallKind;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Condition;
import org.hypscope.abi.Contract;
import org.hypscope.abi.HypMmu;
import org.hypscope.abi.Input;
import org.hypscope.abi.OwnerClass;
import org.hypscope.abi.ProbeSpec;
import org.hypscope.abi.Prototype;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** Makes a contract of a file that {@link ContractShape} has found to be one. */
final class ContractReader {
  private final YamlNode root;

  ContractReader(YamlNode root) {
    this.root = root;
  }

  Contract read() throws AbiFileException {
    List<CallSpec> calls = new ArrayList<>();
    for (YamlNode call : root.items("calls")) {
      calls.add(call(call));
    }
    List<ProbeSpec> probes = new ArrayList<>();
    for (YamlNode probe : root.items("probes")) {
      probes.add(probe(probe));
    }
    List<Prototype> functions = new ArrayList<>();
    for (YamlNode function : root.items("functions")) {
      functions.add(function.read(Prototype::parse));
    }
    return new Contract(
        root.text("id", ""),
        root.text("title", ""),
        root.text("kernel", ""),
        root.text("source", ""),
        root.texts("symbols"),
        fingerprints(),
        Words.parse(root.text("immediate", "0")),
        Contract.Scope.of(root.text("scope", "host")).orElseThrow(),
        OwnerClass.of(root.text("owner", "")).orElseThrow(),
        number("bad-call"),
        errors(),
        calls,
        functions,
        probes);
  }

  private Optional<Integer> number(String key) throws AbiFileException {
    String text = root.text(key, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(Words.parse(text));
  }

  private List<Contract.Fingerprint> fingerprints() throws AbiFileException {
    List<Contract.Fingerprint> all = new ArrayList<>();
    for (YamlNode each : root.items("fingerprints")) {
      int bytes = Words.parse(each.text("bytes", ""));
      all.add(new Contract.Fingerprint(bytes, each.text("sha256", ""), each.text("of", "")));
    }
    return all;
  }

  private List<Contract.ErrorValue> errors() throws AbiFileException {
    List<Contract.ErrorValue> all = new ArrayList<>();
    for (YamlNode each : root.items("errors")) {
      int value = Words.parse(each.text("value", ""));
      all.add(new Contract.ErrorValue(value, each.text("means", "")));
    }
    return all;
  }

  private static CallSpec call(YamlNode node) throws AbiFileException {
    Condition when = Condition.parse(node.text("when", ""));
    String speaks = node.text("callers-speak", "");
    return new CallSpec(
        CallKind.of(node.text("kind", "")).orElseThrow(),
        node.text("name", ""),
        when,
        inputs(node, when),
        node.texts("callers"),
        node.text("returns", "true").equals("true"),
        register(node.text("enters", "")),
        Value.parse(node.text("result", "any")),
        Value.parse(node.text("hvbar", "same")),
        Value.parse(node.text("httbr", "any")),
        HypMmu.of(node.text("hyp-mmu", "same")).orElseThrow(),
        node.texts("clobbers"),
        speaks.isEmpty() ? Optional.empty() : Optional.of(speaks));
  }

  private static List<Input> inputs(YamlNode call, Condition when) throws AbiFileException {
    List<Input> inputs = new ArrayList<>(Collections.nCopies(CallSpec.REGISTERS, Input.UNUSED));
    for (int register = 0; register < CallSpec.REGISTERS; register++) {
      if (when.selects(register)) {
        inputs.set(register, Input.of(Role.SELECTOR));
      }
    }
    for (Map.Entry<String, YamlNode> each : call.mapping("inputs").entrySet()) {
      inputs.set(register(each.getKey()), input(each.getValue()));
    }
    return inputs;
  }

  private static Input input(YamlNode node) throws AbiFileException {
    if (!node.isMapping()) {
      return Input.of(Role.of(node.text()).orElseThrow());
    }
    Role role = Role.of(node.text("role", "")).orElseThrow();
    return new Input(
        role,
        Input.Space.of(node.text("address", "any")).orElseThrow(),
        Words.parse(node.text("alignment", "" + role.alignment())),
        Input.State.of(node.text("state", "bit-0")).orElseThrow(),
        node.text("name", ""));
  }

  private static ProbeSpec probe(YamlNode node) throws AbiFileException {
    YamlNode expect = node.child("expect");
    List<Integer> arguments = new ArrayList<>();
    for (String argument : expect.texts("arguments")) {
      arguments.add(Words.parse(argument));
    }
    return new ProbeSpec(
        tried(node.mapping("try")),
        expect.text("returns", "").equals("true"),
        register(expect.text("calls", "")),
        Value.parse(expect.text("r0", "any")),
        Value.parse(expect.text("hvbar", "any")),
        Value.parse(expect.text("sp-hyp", "any")),
        arguments);
  }

  private static List<ProbeSpec.Input> tried(Map<String, YamlNode> registers)
      throws AbiFileException {
    List<ProbeSpec.Input> inputs = new ArrayList<>();
    for (String register : ContractShape.REGISTERS) {
      YamlNode value = registers.get(register);
      inputs.add(value == null ? new ProbeSpec.Input(Role.ARGUMENT, 0) : tried(value.text()));
    }
    return inputs;
  }

  private static ProbeSpec.Input tried(String text) {
    return switch (text) {
      case "vectors" -> new ProbeSpec.Input(Role.VECTORS, 0);
      case "function" -> new ProbeSpec.Input(Role.FUNCTION, 0);
      case "restart-function" -> new ProbeSpec.Input(Role.FUNCTION, ProbeSpec.Input.PHYSICAL);
      case "stack" -> new ProbeSpec.Input(Role.STACK, 0);
      case "page-table" -> new ProbeSpec.Input(Role.PAGE_TABLE, 0);
      default -> new ProbeSpec.Input(Role.ARGUMENT, Words.parse(text));
    };
  }

  private static int register(String name) {
    return ContractShape.REGISTERS.indexOf(name);
  }
}
