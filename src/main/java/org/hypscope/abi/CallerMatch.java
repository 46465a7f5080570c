package org.hypscope.abi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hypscope.abi.Callers.Candidate;

/**
 * Finds who calls: by the user's choice; else by what stands in the registers, narrowed by the
 * symbol of the function that makes the call, and by the handler where it is of a convention that
 * fits.
 */
final class CallerMatch {
  private final Sight sight;
  private final List<Contract> contracts;
  private final int immediate;
  private final Handler handler;
  private final int[] registers;
  private final RoleFit fit;
  private final List<String> evidence = new ArrayList<>();

  CallerMatch(Sight sight, List<Contract> contracts, int immediate, Handler handler) {
    this.sight = sight;
    this.contracts = contracts;
    this.immediate = immediate;
    this.handler = handler;
    this.registers = sight.arguments();
    this.fit = new RoleFit(sight);
  }

  /** The conventions that fit best, or the one that the user chose. */
  Callers match(CallerChoice choice) {
    String place = sight.describe(sight.pc());
    if (!place.startsWith("0x")) {
      evidence.add("the HVC is in " + place);
    }
    if (sight.vmid() != 0) {
      evidence.add("VTTBR.VMID is " + sight.vmid() + ", so a guest calls, and not the host");
    }
    if (choice.contractId().isPresent()) {
      return callers(chosen(choice.contractId().get()), Confidence.CERTAIN, true);
    }
    return inferred();
  }

  private Callers callers(List<Candidate> found, Confidence sure, boolean chosen) {
    Confidence confidence = found.isEmpty() ? Confidence.NONE : sure;
    return new Callers(found, evidence, confidence, chosen, sight.vmid());
  }

  private List<Candidate> chosen(String id) {
    evidence.add(id + " was chosen by the user");
    Optional<Contract> contract = contracts.stream().filter(c -> c.id().equals(id)).findFirst();
    if (contract.isEmpty()) {
      evidence.add("no contract is called " + id);
      return List.of();
    }
    Optional<CallSpec> call = contract.get().callFor(registers);
    if (call.isEmpty()) {
      evidence.add("r0 = " + Words.number(registers[0]) + " is no call of " + id);
      return List.of();
    }
    return List.of(new Candidate(contract.get(), call.get()));
  }

  private Callers inferred() {
    List<Candidate> fits = fitting();
    boolean certain = fits.stream().anyMatch(c -> handler.contracts().contains(c.contract()));
    List<Candidate> later = certain ? fits : fitting(this::fitsLater);
    if (most(later) > most(fits)) {
      evidence.add("no vectors are at the address yet; it is aligned, and in RAM");
      fits = later;
    }
    if (fits.isEmpty()) {
      evidence.add(
          "no contract has a call for HVC #" + immediate + " with these r0 to r3; choose a caller");
      return callers(fits, Confidence.NONE, false);
    }
    String function = sight.symbol(sight.pc());
    List<Candidate> named = some(fits, c -> c.call().callers().contains(function));
    int most = most(named);
    named.stream()
        .sorted(Comparator.comparingInt(c -> -explained(c.call())))
        .forEach(c -> evidence.add(reason(c, most)));
    boolean byName = named.stream().anyMatch(c -> c.call().callers().contains(function));
    if (byName) {
      evidence.add(function + " is a function that makes this call");
    }
    List<Candidate> best = named.stream().filter(c -> explained(c.call()) == most).toList();
    List<Candidate> own = some(best, c -> handler.contracts().contains(c.contract()));
    if (own.size() < best.size()) {
      evidence.add("of those that fit alike, the handler is of " + own.get(0).contract().id());
    }
    return callers(own, own.size() == 1 ? Confidence.LIKELY : Confidence.POSSIBLE, false);
  }

  /** Those for which {@code claim} holds, or all where it holds for none. */
  private static List<Candidate> some(List<Candidate> all, Predicate<Candidate> claim) {
    List<Candidate> some = all.stream().filter(claim).toList();
    return some.isEmpty() ? all : some;
  }

  private static int most(List<Candidate> candidates) {
    return candidates.stream().mapToInt(c -> explained(c.call())).max().orElse(0);
  }

  private List<Candidate> fitting() {
    return fitting(this::fits);
  }

  private List<Candidate> fitting(Predicate<CallSpec> fit) {
    List<Candidate> fits = new ArrayList<>();
    for (Contract contract : contracts) {
      if (contract.immediate() == immediate && speaks(contract.scope())) {
        contract
            .callFor(registers)
            .filter(call -> call.callersSpeak().isEmpty())
            .filter(fit)
            .ifPresent(call -> fits.add(new Candidate(contract, call)));
      }
    }
    return fits;
  }

  /** A guest speaks to its hypervisor, and never the host's convention. */
  private boolean speaks(Contract.Scope scope) {
    return scope == Contract.Scope.GUEST || scope == Contract.Scope.HOST && sight.vmid() == 0;
  }

  private boolean fits(CallSpec call) {
    return IntStream.range(0, CallSpec.REGISTERS)
        .allMatch(n -> fit.fits(call.role(n), registers[n]));
  }

  private boolean fitsLater(CallSpec call) {
    return IntStream.range(0, CallSpec.REGISTERS)
        .allMatch(n -> fit.fitsLater(call.role(n), registers[n]));
  }

  /** How many registers the call explains; more beats fewer. */
  private static int explained(CallSpec call) {
    return (int) call.inputs().stream().filter(input -> input.role().explains()).count();
  }

  private String reason(Candidate candidate, int most) {
    CallSpec call = candidate.call();
    List<String> parts = new ArrayList<>();
    for (int register = 0; register < CallSpec.REGISTERS; register++) {
      Role role = call.role(register);
      if (role.explains()) {
        parts.add("r" + register + " is " + fit.describe(role, registers[register]));
      }
    }
    String head = candidate.contract().id() + " " + call.title();
    String explained = String.join("; ", parts);
    return explained(call) == most
        ? head + " fits: " + explained
        : head + " fits less: it explains only that " + explained;
  }
}
