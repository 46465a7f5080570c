package org.hypscope.abi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypscope.machine.Machine;

/** Executes what a contract says, clause by clause, by calls made on forks of one machine. */
final class ClauseRun {
  private static final int UNUSED = 0x5151_0000;
  private static final int[] STRANGE = {0, 3, 4, 5, 9, -2, 0x7fff_fff0};

  private final Machine machine;
  private final Contract contract;
  private final Map<Clause, Executed.Seen> seen = new LinkedHashMap<>();

  private ClauseRun(Machine machine, Contract contract) {
    this.machine = machine;
    this.contract = contract;
  }

  /** What was seen of the clauses of {@code contract} at the handler of {@code machine}. */
  static Map<Clause, Executed.Seen> execute(Machine machine, Contract contract) {
    ClauseRun run = new ClauseRun(machine, contract);
    Map<Integer, Observation> calls = new LinkedHashMap<>();
    for (int n = 0; n < contract.calls().size(); n++) {
      run.observe(contract.calls().get(n)).ifPresent(put(calls, n));
    }
    run.observeStrange().ifPresent(put(calls, Clause.WHOLE));
    for (Clause clause : Clause.of(contract)) {
      Observation observation = calls.get(clause.call());
      if (observation != null) {
        run.held(clause, observation)
            .ifPresent(held -> run.seen.put(clause, new Executed.Seen(held, observation.words())));
      }
    }
    return run.seen;
  }

  private static java.util.function.Consumer<Observation> put(
      Map<Integer, Observation> calls, int n) {
    return observation -> calls.put(n, observation);
  }

  private Optional<Observation> observe(CallSpec call) {
    List<ProbeSpec.Input> inputs = new ArrayList<>();
    for (int register = 0; register < CallSpec.REGISTERS; register++) {
      inputs.add(input(call, register));
    }
    Observation seenHere = ProbeRunner.observe(machine, contract.immediate(), inputs);
    int[] registers = seenHere.inputs().stream().mapToInt(Integer::intValue).toArray();
    return contract.callFor(registers).filter(call::equals).map(same -> seenHere);
  }

  private Optional<Observation> observeStrange() {
    for (int value : STRANGE) {
      int[] registers = new int[CallSpec.REGISTERS];
      registers[0] = value;
      if (contract.badCall().isPresent() && contract.callFor(registers).isEmpty()) {
        List<ProbeSpec.Input> inputs = new ArrayList<>();
        for (int register : registers) {
          inputs.add(new ProbeSpec.Input(Role.ARGUMENT, register));
        }
        return Optional.of(ProbeRunner.observe(machine, contract.immediate(), inputs));
      }
    }
    return Optional.empty();
  }

  private static ProbeSpec.Input input(CallSpec call, int register) {
    Input declared = call.inputs().get(register);
    return switch (declared.role()) {
      case VECTORS, STACK, PAGE_TABLE -> new ProbeSpec.Input(declared.role(), 0);
      case FUNCTION -> {
        boolean physical = declared.space() == Input.Space.PHYSICAL;
        yield new ProbeSpec.Input(Role.FUNCTION, physical ? ProbeSpec.Input.PHYSICAL : 0);
      }
      case PAGE_TABLE_HIGH -> new ProbeSpec.Input(Role.ARGUMENT, 0);
      case SELECTOR -> new ProbeSpec.Input(Role.ARGUMENT, selector(call, register));
      default -> new ProbeSpec.Input(Role.ARGUMENT, UNUSED + register);
    };
  }

  private static int selector(CallSpec call, int register) {
    return call.when().terms().stream()
        .filter(term -> term.register() == register)
        .findFirst()
        .map(Condition.Term::value)
        .orElse(0);
  }

  /** Whether {@code clause} held; empty where the observation does not speak of it. */
  private Optional<Boolean> held(Clause clause, Observation observation) {
    if (clause.call() == Clause.WHOLE) {
      boolean bad = observation.returned() && observation.r0() == contract.badCall().orElse(0);
      return clause.kind() == Clause.Kind.OTHERS
          ? Optional.of(bad && observation.hvbar() == observation.hvbarBefore())
          : Optional.empty();
    }
    CallSpec call = contract.calls().get(clause.call());
    int called = observation.called().map(Observation.Called::register).orElse(-1);
    return switch (clause.kind()) {
      case TOLD_BY -> Optional.of(promised(call, observation, called));
      case INPUT -> input(call, clause.register(), observation, called);
      case RETURNS -> Optional.of(promised(call, observation, called));
      case RESULT ->
          Optional.of(
              observation.returned()
                  && observation.holds(
                      call.result(), observation.inputs().get(0), observation.r0()));
      case HVBAR ->
          Optional.of(
              observation.holds(call.hvbar(), observation.hvbarBefore(), observation.hvbar()));
      case HTTBR -> Optional.of(observation.holds(call.httbr(), 0, observation.httbr()));
      case MMU -> Optional.of(mmu(call, observation));
      case CLOBBERS ->
          observation.returned()
              ? Optional.of(call.clobbers().containsAll(observation.changed()))
              : Optional.empty();
      case IMMEDIATE, PROVISO, OTHERS, ERROR -> Optional.empty();
    };
  }

  private static boolean promised(CallSpec call, Observation observation, int called) {
    return call.returns() == observation.returned()
        && (call.enters() < 0 || call.enters() == called);
  }

  private static Optional<Boolean> input(
      CallSpec call, int register, Observation observation, int called) {
    int value = observation.inputs().get(register);
    return switch (call.role(register)) {
      case FUNCTION -> Optional.of(called == register);
      case VECTORS -> Optional.of(observation.hvbar() == (value & ~0x1f));
      case STACK -> Optional.of(observation.spHyp() == value);
      case PAGE_TABLE ->
          call.httbr().kind() == Value.Kind.ANY
              ? Optional.empty()
              : Optional.of(observation.httbr() == value);
      case ARGUMENT ->
          observation
              .called()
              .filter(c -> register > 0 && register <= c.arguments().size())
              .map(c -> c.arguments().get(register - 1) == value);
      default -> Optional.empty();
    };
  }

  private static boolean mmu(CallSpec call, Observation observation) {
    return switch (call.mmu()) {
      case ENABLED -> observation.mmu();
      case DISABLED -> !observation.mmu();
      case SAME -> observation.mmu() == observation.mmuBefore();
      case ANY -> true;
    };
  }
}
