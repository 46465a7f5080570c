package org.hypscope.abi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which conventions the caller of a hypercall can speak, by what stands in r0 to r3. */
final class Callers {
  /** A convention and the call in it. */
  record Candidate(Contract contract, CallSpec call) {}

  private final List<Candidate> fitting;
  private final List<String> evidence;
  private final boolean chosen;

  private Callers(List<Candidate> fitting, List<String> evidence, boolean chosen) {
    this.fitting = List.copyOf(fitting);
    this.evidence = List.copyOf(evidence);
    this.chosen = chosen;
  }

  /** The conventions that fit best, or the one that the user chose. */
  static Callers match(Sight sight, List<Contract> contracts, int immediate, CallerChoice choice) {
    List<String> evidence = new ArrayList<>();
    String place = sight.describe(sight.pc());
    if (!place.startsWith("0x")) {
      evidence.add("the HVC is in " + place);
    }
    List<Candidate> found =
        choice.contractId().isPresent()
            ? chosen(sight, contracts, choice.contractId().get(), evidence)
            : fitting(sight, contracts, immediate, evidence);
    return new Callers(found, evidence, choice.contractId().isPresent());
  }

  private static List<Candidate> chosen(
      Sight sight, List<Contract> contracts, String id, List<String> evidence) {
    evidence.add(id + " was chosen by the user");
    Optional<Contract> contract = contracts.stream().filter(c -> c.id().equals(id)).findFirst();
    if (contract.isEmpty()) {
      evidence.add("no contract is called " + id);
      return List.of();
    }
    Optional<CallSpec> call = contract.get().callFor(sight.arguments());
    if (call.isEmpty()) {
      evidence.add("r0 = " + Words.number(sight.arguments()[0]) + " is no call of " + id);
      return List.of();
    }
    return List.of(new Candidate(contract.get(), call.get()));
  }

  private static List<Candidate> fitting(
      Sight sight, List<Contract> contracts, int immediate, List<String> evidence) {
    RoleFit fit = new RoleFit(sight);
    int[] registers = sight.arguments();
    List<Candidate> fits = new ArrayList<>();
    for (Contract contract : contracts) {
      contract
          .callFor(registers)
          .filter(call -> contract.immediate() == immediate)
          .filter(call -> call.callersSpeak().isEmpty())
          .filter(call -> IntStream.range(0, 4).allMatch(n -> fitsRole(fit, call, n, registers)))
          .ifPresent(call -> fits.add(new Candidate(contract, call)));
    }
    int most = fits.stream().mapToInt(c -> explained(c.call())).max().orElse(0);
    fits.stream()
        .sorted(Comparator.comparingInt(c -> -explained(c.call())))
        .forEach(c -> evidence.add(reason(fit, c, registers, most)));
    if (fits.isEmpty()) {
      evidence.add(
          "no contract has a call for HVC #" + immediate + " with these r0 to r3; choose a caller");
    }
    return fits.stream().filter(c -> explained(c.call()) == most).toList();
  }

  private static boolean fitsRole(RoleFit fit, CallSpec call, int register, int[] registers) {
    return fit.fits(call.roles().get(register), registers[register]);
  }

  /** How many registers the call explains; more beats fewer. */
  private static int explained(CallSpec call) {
    return (int) call.roles().stream().filter(Role::explains).count();
  }

  private static String reason(RoleFit fit, Candidate candidate, int[] registers, int most) {
    CallSpec call = candidate.call();
    List<String> parts = new ArrayList<>();
    for (int register = 0; register < 4; register++) {
      Role role = call.roles().get(register);
      if (role.explains()) {
        parts.add("r" + register + " is " + fit.describe(role, registers[register]));
      }
    }
    String head = candidate.contract().id() + " " + call.kind().word();
    String explained = String.join("; ", parts);
    return explained(call) == most
        ? head + " fits: " + explained
        : head + " fits less: it explains only that " + explained;
  }

  /** The conventions that fit, all equally well. */
  List<Candidate> candidates() {
    return fitting;
  }

  /** The kind of call that all agree on, if they do. */
  Optional<CallKind> kind() {
    List<CallKind> kinds = fitting.stream().map(c -> c.call().kind()).distinct().toList();
    return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
  }

  /** The address that all agree is to be entered in HYP for good, as the register holds it. */
  Optional<Integer> entered(int[] registers) {
    List<Integer> targets =
        fitting.stream()
            .map(c -> c.call().enters() < 0 ? null : (Integer) registers[c.call().enters()])
            .distinct()
            .toList();
    return targets.size() == 1 ? Optional.ofNullable(targets.get(0)) : Optional.empty();
  }

  CallerView view() {
    List<String> ids = fitting.stream().map(c -> c.contract().id()).toList();
    String call = kind().map(CallKind::word).orElse("unknown");
    String sentence =
        ids.isEmpty()
            ? "caller speaks no known convention"
            : "caller speaks " + Words.anyOf(ids) + ": " + call;
    return new CallerView(ids, call, sentence, evidence, chosen);
  }
}
