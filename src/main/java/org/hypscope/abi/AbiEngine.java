package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.TraceEvent;
import org.hypscope.debug.Translations;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.LoadedImage;

/**
 * Analyses hypercalls: who calls, who answers, what will happen, what is wrong. Works on forks
 * only; any thread may use it on a machine of its own.
 */
public final class AbiEngine {
  private final List<Contract> contracts;
  private final Handlers handlers;
  private final Optional<Contract> chosenHandler;
  private volatile Named named;

  private record Named(LoadedImage image, Symbols symbols) {}

  private AbiEngine(List<Contract> contracts, Optional<Contract> chosenHandler) {
    this.contracts = List.copyOf(contracts);
    this.handlers = new Handlers(this.contracts);
    this.chosenHandler = chosenHandler;
  }

  /** With the contracts in assets/contracts. */
  public static AbiEngine withBuiltIns() {
    return new AbiEngine(ContractLoader.builtIn(), Optional.empty());
  }

  /** With the user's {@code own} contracts too; one with the id of another replaces it. */
  public AbiEngine with(List<Contract> own) {
    List<String> ids = own.stream().map(Contract::id).toList();
    List<Contract> all = new ArrayList<>(contracts);
    all.removeIf(contract -> ids.contains(contract.id()));
    all.addAll(own);
    return new AbiEngine(all, chosenHandler);
  }

  /**
   * Taking every handler for {@code id}, whatever it does.
   *
   * @throws IllegalArgumentException with a sentence where no contract has this id
   */
  public AbiEngine withHandler(String id) {
    return new AbiEngine(contracts, Optional.of(contract(id)));
  }

  /** The contracts it knows. */
  public List<Contract> contracts() {
    return contracts;
  }

  /**
   * The contract {@code id}.
   *
   * @throws IllegalArgumentException with a sentence where there is none
   */
  public Contract contract(String id) {
    String known = String.join(", ", contracts.stream().map(Contract::id).toList());
    return contracts.stream()
        .filter(contract -> contract.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no contract '" + id + "'; known are " + known));
  }

  /**
   * Everything about the hypercall at which {@code standing} stands, which stays as it is. Costs a
   * few milliseconds at most.
   */
  public AbiView analyse(Machine standing, CallerChoice choice) {
    return Views.of(call(standing, choice, Foresight.LIMIT));
  }

  /** The same, as rules and sentences see it, running ahead for at most {@code limit} steps. */
  Call call(Machine standing, CallerChoice choice, long limit) {
    return call(standing, choice, limit, handler(sight(standing)));
  }

  /** The same, where it is known who answers. */
  Call call(Machine standing, CallerChoice choice, long limit, Handler handler) {
    Sight sight = sight(standing);
    int[] registers = sight.arguments();
    Callers callers =
        new CallerMatch(sight, contracts, Hvc.immediateAt(sight), handler).match(choice);
    Foresight foresight = Foresight.run(standing.fork(), callers.entered(registers), limit);
    return new Call(
        sight,
        registers,
        general(standing.core()),
        sight.hvbar(),
        prototype(sight.symbol(registers[0] & ~1)),
        callers,
        handler,
        foresight);
  }

  private Optional<Prototype> prototype(String function) {
    return contracts.stream()
        .flatMap(contract -> contract.functions().stream())
        .filter(each -> each.function().equals(function))
        .reduce((first, last) -> last);
  }

  /**
   * {@code machine} as attribution looks at it. The symbols of the image looked at last are kept:
   * they are costly to sort, and sessions keep to one.
   */
  Sight sight(Machine machine) {
    Named last = named;
    if (last == null || last.image() != machine.image()) {
      last = new Named(machine.image(), new Symbols(machine.image()));
      named = last;
    }
    return new Sight(machine, Translations.seen(last.symbols(), machine, AddressSpace.HYP));
  }

  private static List<Integer> general(Core core) {
    List<Integer> values = new ArrayList<>();
    for (int register = 0; register < 15; register++) {
      values.add(core.r(register));
    }
    return values;
  }

  /** Who answers at HVBAR. */
  Handler handler(Sight sight) {
    if (chosenHandler.isEmpty()) {
      return handlers.recognize(sight);
    }
    Contract chosen = chosenHandler.get();
    return Handler.known(
        List.of(chosen),
        sight.describe(sight.hvbar()),
        Confidence.CERTAIN,
        List.of(chosen.id() + " was chosen by the user"));
  }

  /**
   * What did happen: {@code after} is the hypercall's event with its return, {@code afterReturn}
   * the machine that stands at the instruction after the HVC.
   */
  public Verdict judge(AbiView before, TraceEvent after, Machine afterReturn) {
    Prediction foreseen = before.prediction();
    int r0 = afterReturn.core().r(0);
    int hvbar = Sight.hvbar(afterReturn);
    boolean held =
        foreseen.endPc() == after.pc() + 4
            && foreseen.endMode() == afterReturn.core().mode()
            && foreseen.r0After() == r0
            && foreseen.hvbarAfter() == hvbar;
    return Verdicts.returned(before, Marks.of(afterReturn), held, r0, hvbar);
  }

  /** Who owns HVBAR of {@code machine}, which stays as it is. */
  public HvbarOwner owner(Machine machine) {
    return HvbarOwner.of(handler(sight(machine)).view());
  }

  /** Who would own {@code hvbar}, were it in HVBAR of {@code machine}, which stays as it is. */
  HvbarOwner ownerOf(Machine machine, int hvbar) {
    Machine fork = machine.fork();
    fork.core().sysRegs().rawSet(Sight.HVBAR, hvbar);
    return owner(fork);
  }
}
