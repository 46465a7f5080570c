package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** Says what was inferred as a contract, for the calls with one immediate. */
final class InferredContract {
  private static final int LEAST_ERROR = -4096;
  private static final int GREATEST_NUMBER = 0xffff;

  private final InferredAbi abi;
  private final int immediate;
  private final List<InferredCall> calls = new ArrayList<>();
  private final Map<CallSpec, InferredCall> origins = new HashMap<>();
  private Optional<Integer> badCall = Optional.empty();

  private InferredContract(InferredAbi abi, int immediate) {
    this.abi = abi;
    this.immediate = immediate;
    List<InferredCall> known = new ArrayList<>();
    for (InferredCall each : abi.calls()) {
      List<Region> regions = each.regions().stream().filter(this::has).toList();
      if (!regions.isEmpty()) {
        known.add(new InferredCall(each.behaviour(), regions, false, each.used()));
      }
    }
    calls.addAll(InferredCall.markPlain(known));
  }

  private boolean has(Region region) {
    Piece piece = region.when().get(Inputs.IMMEDIATE);
    return piece == null || piece.contains(immediate);
  }

  /** The immediates that the handler tells apart, the one with most calls first. */
  static List<Integer> immediates(InferredAbi abi) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (InferredCall call : abi.calls()) {
      for (Region region : call.regions()) {
        Piece piece = region.when().get(Inputs.IMMEDIATE);
        if (piece != null && piece.isOne() && !isRefusal(call)) {
          counts.merge((int) piece.first(), 1, Integer::sum);
        }
      }
    }
    if (counts.isEmpty()) {
      return List.of(0);
    }
    return counts.keySet().stream()
        .sorted(
            (a, b) -> counts.get(b) - counts.get(a) == 0 ? a - b : counts.get(b) - counts.get(a))
        .toList();
  }

  /** Whether it is the same answer to one immediate and to many. */
  private static boolean isRefusal(InferredCall call) {
    return call.behaviour().isAnswer()
        && call.regions().stream()
            .map(region -> region.when().get(Inputs.IMMEDIATE))
            .anyMatch(piece -> piece == null || !piece.isOne());
  }

  /** The contract of the calls of {@code abi} by HVC with {@code immediate}. */
  static Contract of(InferredAbi abi, int immediate, String id) {
    return new InferredContract(abi, immediate).contract(id);
  }

  private Contract contract(String id) {
    badCall = badCall();
    List<CallSpec> specs = new ArrayList<>();
    List<CallSpec> last = new ArrayList<>();
    for (InferredCall each : calls) {
      boolean bad = isBad(each);
      if (!bad) {
        boolean all =
            each.plain()
                && (badCall.isEmpty() || each.regions().stream().anyMatch(r -> r.when().isEmpty()));
        List<CallSpec> of = all ? List.of(spec(each, each.regions().get(0), true)) : specs(each);
        (each.plain() ? last : specs).addAll(of);
      }
    }
    specs.addAll(last);
    if (specs.isEmpty()) {
      badCall = Optional.empty();
      calls.forEach(each -> specs.add(spec(each, each.regions().get(0), true)));
    }
    String place = Inference.place(abi.symbols(), abi.vectors());
    return new Contract(
        id,
        "inferred from the handler at " + place,
        abi.image(),
        "inferred by execution of " + abi.image(),
        List.of(),
        List.of(),
        immediate,
        Contract.Scope.HOST,
        owner(specs),
        badCall,
        List.of(),
        specs,
        List.of(),
        specs.stream().map(this::probe).toList());
  }

  private boolean isBad(InferredCall call) {
    return badCall.isPresent() && call.behaviour().isAnswer() && answers(call, badCall.get());
  }

  private static boolean answers(InferredCall call, int value) {
    return call.behaviour().result().number() == value;
  }

  private Optional<Integer> badCall() {
    for (InferredCall each : calls) {
      if (each.plain()) {
        if (each.behaviour().isAnswer()) {
          return Optional.of(each.behaviour().result().number());
        }
      }
    }
    return calls.stream()
        .filter(each -> each.behaviour().isAnswer() && isError(each.behaviour().result().number()))
        .max(Comparator.comparingDouble(InferredCall::share))
        .map(each -> each.behaviour().result().number());
  }

  private static boolean isError(int value) {
    return value < 0 && value >= LEAST_ERROR || Integer.compareUnsigned(value, GREATEST_NUMBER) > 0;
  }

  private List<CallSpec> specs(InferredCall call) {
    List<Region> others = new ArrayList<>();
    for (InferredCall each : calls) {
      if (each != call && !isBad(each)) {
        others.addAll(each.regions());
      }
    }
    List<Region> joined = new JoinedRegions(call.regions(), others).get();
    return joined.stream().map(region -> spec(call, region, false)).toList();
  }

  private CallSpec spec(InferredCall call, Region region, boolean otherwise) {
    Behaviour behaviour = call.behaviour();
    Condition when = otherwise ? Condition.parse("otherwise") : Conditions.of(region);
    CallSpec spec =
        new CallSpec(
            kind(behaviour),
            "",
            when,
            inputs(call, region, when),
            List.of(),
            behaviour.returns(),
            behaviour.ending() == Ending.ENTERED ? behaviour.place() : -1,
            behaviour.returns() ? result(call, region) : Value.ANY,
            hvbar(behaviour.hvbar()),
            behaviour.table() < 0 ? Value.ANY : Value.parse("r" + behaviour.table()),
            behaviour.mmu() == 0
                ? HypMmu.SAME
                : behaviour.mmu() > 0 ? HypMmu.ENABLED : HypMmu.DISABLED,
            behaviour.clobbered().stream().map(n -> "r" + n).toList(),
            Optional.empty());
    origins.put(spec, new InferredCall(behaviour, List.of(region), call.plain(), call.used()));
    return spec;
  }

  static CallKind kind(Behaviour behaviour) {
    if (behaviour.stack().kind() == Effect.Kind.INPUT || behaviour.table() >= 0) {
      return CallKind.INIT;
    }
    if (behaviour.ending() == Ending.ENTERED) {
      return CallKind.SOFT_RESTART;
    }
    if (!behaviour.calls().isEmpty()) {
      return CallKind.CALL_FUNCTION;
    }
    return switch (behaviour.hvbar().kind()) {
      case INPUT -> CallKind.SET_VECTORS;
      case CONSTANT -> CallKind.RESET_VECTORS;
      default ->
          behaviour.result().kind() == Effect.Kind.HVBAR ? CallKind.GET_VECTORS : CallKind.SERVICE;
    };
  }

  /** What is computed of inputs that have one value each is one value. */
  private static Value result(InferredCall call, Region region) {
    Effect effect = call.behaviour().result();
    boolean one =
        effect.kind() == Effect.Kind.COMPUTED
            && effect.from().stream()
                .allMatch(n -> region.when().containsKey(n) && region.when().get(n).isOne());
    int number = region.example().registers()[0];
    return one ? Value.parse(Words.number(number)) : value(effect);
  }

  private static Value value(Effect effect) {
    return switch (effect.kind()) {
      case SAME -> Value.SAME;
      case INPUT ->
          effect.number() < Inputs.REGISTERS ? Value.parse("r" + effect.number()) : Value.ANY;
      case CONSTANT -> Value.parse(Words.number(effect.number()));
      case HVBAR -> Value.parse("hvbar");
      case RESULT -> effect.number() == Inputs.RESULT ? Value.parse("result") : Value.ANY;
      case COMPUTED -> Value.ANY;
    };
  }

  private static Value hvbar(Effect effect) {
    return switch (effect.kind()) {
      case SAME -> Value.SAME;
      case INPUT -> Value.parse("r" + effect.number());
      case CONSTANT -> Value.parse("changed");
      default -> Value.ANY;
    };
  }

  private static List<Input> inputs(InferredCall call, Region region, Condition when) {
    List<Input> inputs = new ArrayList<>(Collections.nCopies(CallSpec.REGISTERS, Input.UNUSED));
    for (int n = 0; n < CallSpec.REGISTERS; n++) {
      inputs.set(n, input(call, region, when, n));
    }
    return inputs;
  }

  private static Input input(InferredCall call, Region region, Condition when, int n) {
    Behaviour behaviour = call.behaviour();
    Role role = effectRole(behaviour, n);
    if (role == Role.FUNCTION) {
      Input.State state = region.interworking() ? Input.State.BIT_0 : Input.State.BUILD;
      return new Input(role, Input.Space.ANY, role.alignment(), state, "");
    }
    if (role != Role.UNUSED) {
      return Input.of(role);
    }
    if (when.selects(n)) {
      return Input.of(Role.SELECTOR);
    }
    return call.used().get(n) || isPassed(behaviour, n) ? Input.of(Role.ARGUMENT) : Input.UNUSED;
  }

  private static Role effectRole(Behaviour behaviour, int n) {
    if (behaviour.entered() == n) {
      return Role.FUNCTION;
    }
    if (is(behaviour.hvbar(), n)) {
      return Role.VECTORS;
    }
    if (is(behaviour.stack(), n)) {
      return Role.STACK;
    }
    return behaviour.table() == n
        ? Role.PAGE_TABLE
        : behaviour.tableHigh() == n ? Role.PAGE_TABLE_HIGH : Role.UNUSED;
  }

  private static boolean is(Effect effect, int n) {
    return effect.kind() == Effect.Kind.INPUT && effect.number() == n;
  }

  private static boolean isPassed(Behaviour behaviour, int n) {
    return behaviour.calls().stream().anyMatch(call -> call.subList(1, 5).contains(n));
  }

  private static OwnerClass owner(List<CallSpec> specs) {
    List<CallKind> kinds = specs.stream().map(CallSpec::kind).toList();
    if (kinds.contains(CallKind.INIT)) {
      return OwnerClass.KVM_INIT;
    }
    if (kinds.contains(CallKind.CALL_FUNCTION)) {
      return OwnerClass.KVM;
    }
    return kinds.contains(CallKind.SERVICE) ? OwnerClass.HYPERVISOR : OwnerClass.STUB;
  }

  private ProbeSpec probe(CallSpec spec) {
    InferredCall call = origins.get(spec);
    Behaviour behaviour = call.behaviour();
    Run run = call.example();
    List<ProbeSpec.Input> tried = new ArrayList<>();
    for (int n = 0; n < CallSpec.REGISTERS; n++) {
      tried.add(tried(spec, call, run, n));
    }
    boolean stack = behaviour.stack().kind() == Effect.Kind.INPUT;
    return new ProbeSpec(
        tried,
        behaviour.returns(),
        behaviour.entered(),
        behaviour.returns() ? spec.result() : Value.ANY,
        spec.hvbar(),
        stack ? Value.parse("r" + behaviour.stack().number()) : Value.ANY,
        arguments(behaviour, tried));
  }

  private static ProbeSpec.Input tried(CallSpec spec, InferredCall call, Run run, int n) {
    int value = run.inputs().get(n);
    boolean chosen = call.regions().get(0).when().containsKey(n);
    return switch (spec.role(n)) {
      case VECTORS, STACK, PAGE_TABLE -> new ProbeSpec.Input(spec.role(n), 0);
      case FUNCTION ->
          new ProbeSpec.Input(Role.FUNCTION, spec.enters() == n ? ProbeSpec.Input.PHYSICAL : 0);
      default ->
          new ProbeSpec.Input(
              Role.ARGUMENT, chosen ? value : spec.role(n) == Role.ARGUMENT ? 0x11 * n : 0);
    };
  }

  private static List<Integer> arguments(Behaviour behaviour, List<ProbeSpec.Input> tried) {
    List<Integer> arguments = new ArrayList<>();
    if (behaviour.calls().isEmpty()) {
      return arguments;
    }
    for (int n : behaviour.calls().get(0).subList(1, 4)) {
      if (n < 0 || n >= Inputs.REGISTERS || tried.get(n).role() != Role.ARGUMENT) {
        return List.of();
      }
      arguments.add(tried.get(n).number());
    }
    return arguments;
  }
}
