package org.hypscope.abi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.machine.load.Segment;

/**
 * Tells who answers at HVBAR, by behaviour: every contract's probes are run on forks and compared.
 * Symbols are evidence and never decide.
 */
final class Handlers {
  private static final int HYP_TRAP = 0x14;
  private static final int TABLE_SIZE = 32;

  private static final int MOST_KNOWN = 64;

  private final List<Contract> contracts;
  private final Map<HandlerKey, Handler> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<HandlerKey, Handler> eldest) {
              return size() > MOST_KNOWN;
            }
          });

  /** A call that was tried. */
  private record Question(int immediate, List<ProbeSpec.Input> inputs) {}

  Handlers(List<Contract> contracts) {
    this.contracts = contracts.stream().filter(each -> !each.probes().isEmpty()).toList();
  }

  /** Who answers; a handler that was tried before and did not change is not tried again. */
  Handler recognize(Sight sight) {
    HandlerKey key = HandlerKey.of(sight);
    Handler before = known.get(key);
    if (before != null) {
      return before;
    }
    Handler found = tryOut(sight);
    known.put(key, found);
    return found;
  }

  private Handler tryOut(Sight sight) {
    int hvbar = sight.hvbar();
    String symbol = sight.describe(hvbar);
    if (!sight.executable(hvbar + HYP_TRAP)) {
      String reason =
          "HVBAR is " + sight.named(hvbar) + ", where no code was loaded, so nothing was tried";
      return new Handler(
          "no code", List.of(), OwnerClass.UNKNOWN, symbol, Confidence.CERTAIN, List.of(reason));
    }
    Map<Question, Observation> seen = new HashMap<>();
    List<Contract> matching =
        contracts.stream().filter(contract -> matches(sight, contract, seen)).toList();
    if (matching.isEmpty()) {
      return unknown(sight, symbol, seen);
    }
    List<String> evidence = new ArrayList<>();
    for (Contract contract : matching) {
      contract
          .probes()
          .forEach(probe -> evidence.add(observe(sight, contract, probe, seen).words()));
    }
    return known(sight, matching, symbol, evidence);
  }

  /** Of several that behave alike, the one that the symbol at HVBAR belongs to, if it does. */
  private static Handler known(
      Sight sight, List<Contract> matching, String symbol, List<String> evidence) {
    if (!symbol.startsWith("0x")) {
      evidence.add("the symbol at HVBAR is " + symbol);
    }
    Fingerprints.known(sight, matching).ifPresent(evidence::add);
    List<Contract> named =
        matching.stream().filter(c -> c.symbols().contains(sight.symbol(sight.hvbar()))).toList();
    if (matching.size() > 1 && named.size() == 1) {
      evidence.add("of those that behave alike, the symbol is one of " + named.get(0).id());
      return Handler.known(named, symbol, Confidence.LIKELY, evidence);
    }
    Confidence sure = matching.size() == 1 ? Confidence.CERTAIN : Confidence.POSSIBLE;
    return Handler.known(matching, symbol, sure, evidence);
  }

  private static boolean matches(Sight sight, Contract contract, Map<Question, Observation> seen) {
    return contract.probes().stream()
        .allMatch(probe -> observe(sight, contract, probe, seen).matches(probe));
  }

  private static Observation observe(
      Sight sight, Contract contract, ProbeSpec probe, Map<Question, Observation> seen) {
    return seen.computeIfAbsent(
        new Question(contract.immediate(), probe.inputs()),
        asked -> ProbeRunner.observe(sight.machine(), asked.immediate(), asked.inputs()));
  }

  private Handler unknown(Sight sight, String symbol, Map<Question, Observation> seen) {
    boolean overwritten = overwritten(sight);
    List<String> evidence = new ArrayList<>();
    if (overwritten) {
      evidence.add("the words at " + sight.named(sight.hvbar()) + " are not those of the image");
    } else if (!sight.looksLikeTable(sight.hvbar())) {
      evidence.add("no table of eight branches is at " + sight.named(sight.hvbar()));
    }
    nearest(sight, seen).ifPresent(evidence::add);
    seen.values().stream().map(Observation::words).sorted().forEach(evidence::add);
    OwnerClass owner = overwritten ? OwnerClass.OVERWRITTEN : OwnerClass.UNKNOWN;
    return new Handler(owner.word(), List.of(), owner, symbol, Confidence.NONE, evidence);
  }

  private Optional<String> nearest(Sight sight, Map<Question, Observation> seen) {
    Comparator<Contract> byMatches =
        Comparator.comparingDouble(
            c -> (double) matching(sight, c, seen).size() / c.probes().size());
    return contracts.stream()
        .max(byMatches)
        .filter(contract -> !matching(sight, contract, seen).isEmpty())
        .map(
            contract ->
                "nearest is %s, where %d of %d probes match"
                    .formatted(
                        contract.id(),
                        matching(sight, contract, seen).size(),
                        contract.probes().size()));
  }

  private static List<ProbeSpec> matching(
      Sight sight, Contract contract, Map<Question, Observation> seen) {
    return contract.probes().stream()
        .filter(probe -> observe(sight, contract, probe, seen).matches(probe))
        .toList();
  }

  /** Whether the table at HVBAR differs from what the image put there, and is no table now. */
  private static boolean overwritten(Sight sight) {
    int hvbar = sight.hvbar();
    if (sight.looksLikeTable(hvbar)) {
      return false;
    }
    for (int at = hvbar; at < hvbar + TABLE_SIZE; at += 4) {
      OptionalInt now = sight.word(at);
      if (now.isPresent() && now.getAsInt() != original(sight, at)) {
        return true;
      }
    }
    return false;
  }

  private static int original(Sight sight, int address) {
    long at = sight.physical(address);
    for (Segment segment : sight.machine().image().segments()) {
      if (segment.contains(at)) {
        return word(segment.bytes(), (int) (at - segment.address()));
      }
    }
    return 0;
  }

  private static int word(byte[] bytes, int offset) {
    int word = 0;
    for (int i = 0; i < 4 && offset + i < bytes.length; i++) {
      word |= (bytes[offset + i] & 0xff) << 8 * i;
    }
    return word;
  }
}
