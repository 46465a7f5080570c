package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

/** The hypercalls of a session so far, with their verdicts. */
final class SessionCalls {
  private final List<Entry> entries = new ArrayList<>();

  /** A call of a core and, once it is over, what it did. */
  record Entry(int core, AbiView view, Optional<Verdict> verdict) {}

  /** Adds a call of {@code core}; those at or after its instant are of a run that was given up. */
  void add(int core, AbiView view) {
    entries.removeIf(entry -> entry.view().at().compareTo(view.at()) >= 0);
    entries.add(new Entry(core, view, Optional.empty()));
  }

  /** Forgets the calls that have not been made at {@code now}: they were another run's. */
  void forgetFrom(Mark now) {
    entries.removeIf(entry -> entry.view().at().compareTo(now) >= 0);
  }

  int size() {
    return entries.size();
  }

  /** The call made at {@code at}. */
  Optional<Entry> at(Mark at) {
    return entries.stream().filter(entry -> entry.view().at().equals(at)).findFirst();
  }

  void finish(Verdict verdict) {
    entries.replaceAll(
        entry ->
            entry.view().at().equals(verdict.call())
                ? new Entry(entry.core(), entry.view(), Optional.of(verdict))
                : entry);
  }

  /** The calls made at {@code now}, each with its verdict if it was over then. */
  List<Entry> madeAt(Mark now) {
    List<Entry> made = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.view().at().compareTo(now) < 0) {
        boolean over = entry.verdict().filter(v -> v.at().compareTo(now) <= 0).isPresent();
        made.add(over ? entry : new Entry(entry.core(), entry.view(), Optional.empty()));
      }
    }
    return made;
  }

  /** The last call of {@code core} that was made at {@code now}. */
  Optional<Entry> last(int core, Mark now) {
    List<Entry> made = madeAt(now);
    for (int n = made.size() - 1; n >= 0; n--) {
      if (made.get(n).core() == core) {
        return Optional.of(made.get(n));
      }
    }
    return Optional.empty();
  }

  /** Looks in {@code now} for the end of its core's last call, if it is still under way. */
  void lookForEnd(Snapshot now) {
    last(now.core(), now.mark())
        .filter(entry -> entry.verdict().isEmpty())
        .flatMap(entry -> end(entry.view(), now))
        .ifPresent(this::finish);
  }

  private static Optional<Verdict> end(AbiView view, Snapshot now) {
    Prediction foreseen = view.prediction();
    if (now.cores().size() > 1) {
      // Instructions foreseen cannot be counted off: other cores have their turns in between.
      return Optional.empty();
    }
    long since = now.mark().retired() - view.at().retired();
    if (since < foreseen.instructions() || foreseen.outcome() == Outcome.UNDECIDED) {
      return Optional.empty();
    }
    boolean there = since == foreseen.instructions() && now.mark().exceptions() == 0;
    if (there) {
      boolean held = now.pc() == foreseen.endPc() && now.mode() == foreseen.endMode();
      return Optional.of(verdict(view, now, held, arrived(foreseen, now)));
    }
    Optional<TraceEvent> wild = wildEvent(view, now);
    if (foreseen.outcome() == Outcome.WILD_BRANCH) {
      return wild.map(event -> verdict(view, now, true, wildWords(event)))
          .or(() -> Optional.of(verdict(view, now, true, arrived(foreseen, now))));
    }
    boolean predictedToStay = !foreseen.returns();
    String what =
        predictedToStay
            ? arrived(foreseen, now)
            : "The call has not returned after " + since + " instructions";
    return Optional.of(verdict(view, now, predictedToStay, what));
  }

  private static Optional<TraceEvent> wildEvent(AbiView view, Snapshot now) {
    return now.timeline().events().stream()
        .filter(event -> event.at() >= view.at().retired())
        .filter(event -> event.mark().compareTo(now.mark()) <= 0)
        .filter(event -> event.kind().equals("pabt") || event.kind().equals("undef"))
        .filter(event -> event.pc() == view.prediction().endPc())
        .findFirst();
  }

  private static String wildWords(TraceEvent event) {
    String exception = event.kind().equals("pabt") ? "a prefetch abort" : "an undefined exception";
    return "%s branched to %s and took %s at +0x%02x"
        .formatted(event.mode(), Words.hex(event.pc()), exception, event.vectorPc() & 0x1f);
  }

  private static String arrived(Prediction foreseen, Snapshot now) {
    String name = now.symbols().describe(foreseen.endPc());
    String hex = Words.hex(foreseen.endPc());
    String pc = name.isEmpty() ? hex : name + " (" + hex + ")";
    return switch (foreseen.outcome()) {
      case WILD_BRANCH -> foreseen.endMode() + " branched to " + pc + ", outside the loaded code";
      case HANG -> foreseen.endMode() + " loops at " + pc;
      case NO_RETURN, WRONG_RESULT -> foreseen.endMode() + " entered " + pc + " and left for good";
      default -> "The call ended in " + foreseen.endMode() + " at " + pc;
    };
  }

  private static Verdict verdict(AbiView view, Snapshot now, boolean held, String what) {
    int hvbar = SnapshotValues.hvbar(now);
    int r0 = SnapshotValues.r0(now);
    return Verdicts.seen(view, now.mark(), held, what, r0, hvbar);
  }
}
