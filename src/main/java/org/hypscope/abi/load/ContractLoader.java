package org.hypscope.abi.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.abi.CallKind;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Condition;
import org.hypscope.abi.Contract;
import org.hypscope.abi.OwnerClass;
import org.hypscope.abi.ProbeSpec;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** Reads contracts: the built-in ones, and a user's own files. Unknown keys are errors. */
public final class ContractLoader {
  private static final String FOLDER = "/assets/contracts/";
  private static final Set<String> REGISTERS = ordered("r0", "r1", "r2", "r3");
  private static final Set<String> CLOBBERABLE = clobberable();
  private static final Set<String> CONTRACT_KEYS =
      ordered(
          "id", "title", "kernel", "source", "immediate", "owner", "bad-call", "calls", "probes");
  private static final Set<String> CALL_KEYS =
      ordered(
          "kind",
          "when",
          "inputs",
          "returns",
          "enters",
          "result",
          "hvbar",
          "clobbers",
          "callers-speak");
  private static final Set<String> PROBE_KEYS = ordered("try", "expect");
  private static final Set<String> EXPECT_KEYS =
      ordered("returns", "calls", "arguments", "r0", "hvbar", "sp-hyp");

  private ContractLoader() {}

  /** The contracts that assets/contracts/index.yaml lists, in its order. */
  public static List<Contract> builtIn() {
    try {
      List<Contract> contracts = new ArrayList<>();
      for (String id : YamlReader.read("index.yaml", resource("index.yaml")).texts()) {
        contracts.add(parse(id + ".yaml", resource(id + ".yaml")));
      }
      return contracts;
    } catch (AbiFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ContractLoader.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The contract in a user's {@code file}.
   *
   * @throws AbiFileException if the file cannot be read or used
   */
  public static Contract load(Path file) throws AbiFileException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new AbiFileException(file + ": no such file; give the path of a contract", e);
    } catch (MalformedInputException e) {
      throw new AbiFileException(file + ": not UTF-8 text; give a YAML file", e);
    } catch (IOException e) {
      throw new AbiFileException(file + ": cannot be read; give a readable YAML file", e);
    }
  }

  /** The contract written as {@code text}; {@code file} names it in complaints. */
  public static Contract parse(String file, String text) throws AbiFileException {
    YamlNode root = YamlReader.read(file, text);
    Map<String, YamlNode> keys = root.entries(CONTRACT_KEYS);
    List<CallSpec> calls = new ArrayList<>();
    for (YamlNode call : root.required(keys, "calls").list()) {
      calls.add(call(call));
    }
    List<ProbeSpec> probes = new ArrayList<>();
    for (YamlNode probe : root.required(keys, "probes").list()) {
      probes.add(probe(probe));
    }
    if (calls.isEmpty() || probes.isEmpty()) {
      throw root.error("a contract needs at least one call and one probe; add them");
    }
    return new Contract(
        root.required(keys, "id").text(),
        root.required(keys, "title").text(),
        root.required(keys, "kernel").text(),
        root.required(keys, "source").text(),
        keys.containsKey("immediate") ? keys.get("immediate").read(Words::parse) : 0,
        word(root.required(keys, "owner"), OwnerClass::of, ownerWords()),
        keys.containsKey("bad-call")
            ? Optional.of(keys.get("bad-call").read(Words::parse))
            : Optional.empty(),
        calls,
        probes);
  }

  private static CallSpec call(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(CALL_KEYS);
    Condition when = node.required(keys, "when").read(Condition::parse);
    return new CallSpec(
        word(node.required(keys, "kind"), CallKind::of, kindWords()),
        when,
        roles(keys.get("inputs"), when),
        !keys.containsKey("returns") || truth(keys.get("returns")),
        register(keys.get("enters")),
        value(keys.get("result"), Value.ANY),
        value(keys.get("hvbar"), Value.SAME),
        clobbers(keys.get("clobbers")),
        keys.containsKey("callers-speak")
            ? Optional.of(keys.get("callers-speak").text())
            : Optional.empty());
  }

  private static List<Role> roles(YamlNode node, Condition when) throws AbiFileException {
    List<Role> roles = new ArrayList<>();
    for (int register = 0; register < 4; register++) {
      roles.add(when.selects(register) ? Role.SELECTOR : Role.UNUSED);
    }
    if (node != null) {
      for (Map.Entry<String, YamlNode> input : node.entries(REGISTERS).entrySet()) {
        Role role = word(input.getValue(), Role::of, roleWords());
        roles.set(input.getKey().charAt(1) - '0', role);
      }
    }
    return roles;
  }

  private static List<String> clobbers(YamlNode node) throws AbiFileException {
    if (node == null) {
      return List.of();
    }
    for (YamlNode item : node.list()) {
      if (!CLOBBERABLE.contains(item.text())) {
        throw item.error("'" + item.text() + "' is no register; use r0 to r12, sp or lr");
      }
    }
    return node.texts();
  }

  private static ProbeSpec probe(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(PROBE_KEYS);
    YamlNode expect = node.required(keys, "expect");
    Map<String, YamlNode> expected = expect.entries(EXPECT_KEYS);
    List<Integer> arguments = new ArrayList<>();
    if (expected.containsKey("arguments")) {
      for (YamlNode argument : expected.get("arguments").list()) {
        arguments.add(argument.read(Words::parse));
      }
    }
    return new ProbeSpec(
        inputs(node.required(keys, "try")),
        truth(expect.required(expected, "returns")),
        register(expected.get("calls")),
        value(expected.get("r0"), Value.ANY),
        value(expected.get("hvbar"), Value.ANY),
        value(expected.get("sp-hyp"), Value.ANY),
        arguments);
  }

  private static List<ProbeSpec.Input> inputs(YamlNode node) throws AbiFileException {
    Map<String, YamlNode> keys = node.entries(REGISTERS);
    List<ProbeSpec.Input> inputs = new ArrayList<>();
    for (String register : REGISTERS) {
      YamlNode value = keys.get(register);
      inputs.add(value == null ? new ProbeSpec.Input(Role.ARGUMENT, 0) : input(value));
    }
    return inputs;
  }

  private static ProbeSpec.Input input(YamlNode node) throws AbiFileException {
    return switch (node.text()) {
      case "vectors" -> new ProbeSpec.Input(Role.VECTORS, 0);
      case "function" -> new ProbeSpec.Input(Role.FUNCTION, 0);
      case "stack" -> new ProbeSpec.Input(Role.STACK, 0);
      case "page-table" -> new ProbeSpec.Input(Role.PAGE_TABLE, 0);
      default -> new ProbeSpec.Input(Role.ARGUMENT, node.read(Words::parse));
    };
  }

  private static Value value(YamlNode node, Value absent) throws AbiFileException {
    return node == null ? absent : node.read(Value::parse);
  }

  private static int register(YamlNode node) throws AbiFileException {
    if (node == null) {
      return -1;
    }
    if (!REGISTERS.contains(node.text())) {
      throw node.error("'" + node.text() + "' is none of r0 to r3");
    }
    return node.text().charAt(1) - '0';
  }

  private static boolean truth(YamlNode node) throws AbiFileException {
    return switch (node.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw node.error("'" + node.text() + "' is neither true nor false");
    };
  }

  private static <T> T word(
      YamlNode node, java.util.function.Function<String, Optional<T>> names, String known)
      throws AbiFileException {
    String text = node.text();
    return names
        .apply(text)
        .orElseThrow(() -> node.error("'" + text + "' is not known here; use one of " + known));
  }

  private static String ownerWords() {
    return "stub, kvm-init, kvm, unknown";
  }

  private static String kindWords() {
    return String.join(
        ", ", java.util.Arrays.stream(CallKind.values()).map(CallKind::word).toList());
  }

  private static String roleWords() {
    return String.join(", ", java.util.Arrays.stream(Role.values()).map(Role::word).toList());
  }

  private static Set<String> clobberable() {
    Set<String> names = new TreeSet<>(Set.of("sp", "lr"));
    for (int register = 0; register <= 12; register++) {
      names.add("r" + register);
    }
    return names;
  }

  private static Set<String> ordered(String... names) {
    return java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(List.of(names)));
  }
}
