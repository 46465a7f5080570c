package org.hypscope.abi.tour;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hypscope.abi.AbiState;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.Finding;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.abi.Verdict;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.Place;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;

/**
 * Something that holds at an instant, as a tour says it: {@code r0=2}, {@code
 * HVBAR=__kvm_hyp_init}, {@code mode=HYP}, {@code outcome=wild-branch}.
 *
 * @param subject a register, field, symbol or address as {@link PlaceNames} reads it, or a {@link
 *     Word}
 * @param wanted a number, a symbol with or without {@code +0x4}, or a word
 */
public record Expectation(String subject, String wanted) {
  /** What else than a place can be expected. */
  private enum Word {
    /** The mode: {@code HYP}. */
    MODE((now, abi) -> List.of(now.mode().name())),
    /** Why it stands: {@code power-off}. */
    STOP((now, abi) -> List.of(word(now.stop().kind()))),
    /** The kind of the last event before now: {@code hvc}, {@code eret}, {@code pabt}. */
    LAST((now, abi) -> last(now).stream().map(TraceEvent::kind).toList()),
    /** A line that was printed. */
    CONSOLE((now, abi) -> now.console().stream().map(ConsoleLine::text).toList()),
    /** A convention that the caller speaks. */
    CALLER((now, abi) -> of(abi, view -> view.caller().contractIds())),
    /** The kind of call that it makes. */
    CALL((now, abi) -> of(abi, view -> List.of(view.caller().call()))),
    /** The handler. */
    HANDLER((now, abi) -> of(abi, view -> List.of(view.handler().label()))),
    /** Who owns HVBAR. */
    OWNER((now, abi) -> owner(now, abi).map(HvbarOwner::label).stream().toList()),
    /** How the call ends, or has ended. */
    OUTCOME((now, abi) -> List.of(outcome(abi))),
    /** A rule that a finding names. */
    FINDING((now, abi) -> abi.findings().stream().map(Finding::rule).toList());

    private final Sight sight;

    Word(Sight sight) {
      this.sight = sight;
    }

    private interface Sight {
      List<String> of(Snapshot now, AbiState abi);
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<TraceEvent> last(Snapshot now) {
      return now.timeline().events().stream()
          .filter(event -> event.mark().compareTo(now.mark()) < 0)
          .reduce((earlier, later) -> later);
    }

    private static List<String> of(AbiState abi, Function<AbiView, List<String>> read) {
      return abi.current().map(read).orElse(List.of());
    }

    private static Optional<HvbarOwner> owner(Snapshot now, AbiState abi) {
      return abi.owner().isEmpty() ? Optional.empty() : abi.owner().get(now.core());
    }

    private static String outcome(AbiState abi) {
      return abi.verdict()
          .map(Verdict::outcome)
          .or(() -> abi.current().map(view -> view.prediction().outcome()))
          .map(outcome -> outcome.word())
          .orElse("none");
    }
  }

  /**
   * Reads one, {@code subject=wanted}.
   *
   * @throws IllegalArgumentException with one sentence where {@code text} is none
   */
  public static Expectation parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "'" + text + "' says nothing to expect; write r0=2, HVBAR=symbol, mode=HYP, handler=K2");
    }
    return new Expectation(text.substring(0, equals).trim(), text.substring(equals + 1).trim());
  }

  /** Why it does not hold; empty where it does. */
  Optional<String> failure(Snapshot now, AbiState abi) {
    try {
      return word()
          .map(word -> failure(word.sight.of(now, abi)))
          .orElseGet(() -> failure(value(now), number(now)));
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<Word> word() {
    return Stream.of(Word.values())
        .filter(each -> each.name().equalsIgnoreCase(subject))
        .findFirst();
  }

  private Optional<String> failure(List<String> seen) {
    if (wanted.equals("none") && seen.isEmpty() || seen.contains(wanted)) {
      return Optional.empty();
    }
    return Optional.of(seen.isEmpty() ? "there is none" : "it is " + String.join(", ", seen));
  }

  private static Optional<String> failure(long seen, long expected) {
    return seen == expected ? Optional.empty() : Optional.of("it is " + hex(seen));
  }

  private static String hex(long value) {
    return value >>> Integer.SIZE == 0 ? Bits.hex((int) value) : String.format("0x%016x", value);
  }

  private long value(Snapshot now) {
    if (subject.equalsIgnoreCase("pc")) {
      return now.pc() & 0xffff_ffffL;
    }
    Place place = PlaceNames.parse(subject, now);
    if (place instanceof Place.Register at) {
      return now.register(at.bank()) & 0xffff_ffffL;
    }
    if (place instanceof Place.SystemRegister at) {
      long masked = now.sysReg(at.copy().register(), at.copy().secure()) & at.mask();
      return masked >>> Long.numberOfTrailingZeros(at.mask());
    }
    if (place instanceof Place.Doubleword at) {
      return now.fp().d(at.number());
    }
    int address = (int) ((Place.Memory) place).address();
    return now.memory(AddressSpace.PHYSICAL).word(address).orElse(0) & 0xffff_ffffL;
  }

  private long number(Snapshot now) {
    try {
      return Long.decode(wanted);
    } catch (NumberFormatException e) {
      return symbol(now);
    }
  }

  private long symbol(Snapshot now) {
    int plus = wanted.lastIndexOf('+');
    String name = plus < 0 ? wanted : wanted.substring(0, plus);
    Integer address = now.symbols().address(name).orElse(null);
    if (Objects.isNull(address)) {
      throw new IllegalArgumentException(
          "'" + wanted + "' is no number and no symbol: write 0x40010000 or symbol+0x4");
    }
    long more = plus < 0 ? 0 : Long.decode(wanted.substring(plus + 1));
    return (address & 0xffff_fffeL) + more;
  }

  @Override
  public String toString() {
    return subject + "=" + wanted;
  }
}
