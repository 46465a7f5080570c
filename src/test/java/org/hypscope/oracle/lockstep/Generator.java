package org.hypscope.oracle.lockstep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.decode.Field;

/**
 * Makes cases of a row. Where a word accesses memory it is tried once on an address where nothing
 * answers; the fault address tells what it adds to its base register, which is then set so that the
 * access meets the case's page.
 */
final class Generator {
  private static final int TRIES = 60;
  private static final int NOWHERE = 0xa0000000;
  private static final int PC = 15;
  private static final int SP = 13;

  private final Values values;
  private final Words words;
  private final Sequences sequences;
  private final States states;
  private final CoreSide core;
  private final Tally tally;
  private final Departures departures;
  private final Map<Subject, Subject> openers = new HashMap<>();
  private final int[] scrap = new int[Slots.COUNT];

  /** A generator of cases on {@code core}; it tells {@code tally} about draws that are not used. */
  Generator(long seed, CoreSide core, List<Subject> subjects, Departures departures, Tally tally) {
    this.values = new Values(seed);
    this.words = new Words(values);
    this.sequences = new Sequences(values, words, subjects, this);
    this.states = new States(values);
    this.core = core;
    this.departures = departures;
    this.tally = tally;
    List<Subject> all = Subject.all();
    for (Subject subject : all) {
      openers.put(subject, subject.opener(all));
    }
  }

  /** Begins a batch; the pages of its cases all begin with {@link #data()}. */
  void startBatch(int batch) {
    core.startBatch(batch);
    states.startBatch(batch);
  }

  /** What the page of every case of the batch holds at first. */
  byte[] data() {
    return states.data();
  }

  /**
   * A case for slot {@code index}, run on the core, with the state after it in {@code out}; null
   * where none was found.
   */
  Case draw(Subject subject, int index, int[] out) {
    for (int n = 0; n < TRIES; n++) {
      Case drawn = once(subject, index);
      if (drawn != null) {
        CoreSide.End end = core.run(drawn, index, data(), out);
        boolean runs = departures.notRun(drawn) == null;
        if (end == CoreSide.End.DONE && runs) {
          return drawn;
        }
        tally.redrawn(subject, runs ? end : CoreSide.End.LISTED);
      }
    }
    return null;
  }

  /** A sequence for slot {@code index}, run on the core; null where it cannot be compared. */
  Case drawSequence(int index, int[] out) {
    Mode mode = values.mode();
    List<Case.Step> steps = sequences.draw(mode, index);
    Case drawn = new Case(steps, Case.codeOf(steps), new int[Slots.COUNT]);
    states.fill(drawn, mode, 0, index);
    boolean runs = departures.notRun(drawn) == null;
    return runs && core.run(drawn, index, data(), out) == CoreSide.End.DONE ? drawn : null;
  }

  private Case once(Subject subject, int index) {
    int it = subject.thumb() && !values.onceIn(3) ? values.itState() : 0;
    int word = words.draw(subject, it);
    if (word == 0) {
      return null;
    }
    List<Case.Step> step = List.of(new Case.Step(subject, word));
    Case drawn = new Case(step, code(subject, word, it), new int[Slots.COUNT]);
    Mode mode = values.mode();
    states.fill(drawn, mode, it, index);
    if (subject.touchesMemory(word)) {
      steer(drawn, mode, index);
    }
    return drawn;
  }

  /** A store-exclusive mostly comes after the load-exclusive that lets it succeed. */
  private byte[] code(Subject subject, int word, int it) {
    Subject opener = openers.get(subject);
    if (opener == null || it != 0 || values.onceIn(4)) {
      return subject.code(word);
    }
    int base = subject.field("Rn").of(word);
    int first = Words.with(words.draw(opener, 0), opener.field("Rn"), base);
    return subject.code(first, word);
  }

  /**
   * A case of one word, of a row that has a base register, whose access meets the page of case
   * {@code index}; null where it is not run in {@code mode}.
   */
  Case aimed(Subject subject, int word, Mode mode, int index) {
    List<Case.Step> step = List.of(new Case.Step(subject, word));
    Case drawn = new Case(step, subject.code(word), new int[Slots.COUNT]);
    states.fill(drawn, mode, 0, index);
    boolean runs = departures.notRun(drawn) == null;
    return runs && steer(drawn, mode, index) != CoreSide.End.UNPREDICTABLE ? drawn : null;
  }

  /** Sets the base register; returns how the case ends where nothing answers. */
  private CoreSide.End steer(Case drawn, Mode mode, int index) {
    Field base = drawn.subject().imageField("Rn");
    int n = base == null ? SP : base.of(drawn.image());
    if (n == PC) {
      return CoreSide.End.DONE;
    }
    setBase(drawn, base == null, mode, n, NOWHERE);
    shrinkIndex(drawn, mode, n);
    CoreSide.End end = core.run(drawn, index, data(), scrap);
    int fault = scrap[Slots.DFAR] | scrap[Slots.HDFAR];
    if (fault != 0 && !values.onceIn(24)) {
      setBase(drawn, base == null, mode, n, aim(index) - (fault - NOWHERE));
    }
    return end;
  }

  /** Somewhere in the case's page, a multiple of eight mostly, by any of its addresses. */
  private int aim(int index) {
    int offset = 0x400 + values.below(0x800);
    int alias = states.translates() ? Layout.ALIASES[values.below(Layout.ALIASES.length)] : 0;
    return Layout.scratch(index) + alias + (values.onceIn(4) ? offset : offset & ~7);
  }

  private void shrinkIndex(Case drawn, Mode mode, int base) {
    Field index = drawn.subject().imageField("Rm");
    if (index != null && index.width() == 4) {
      int m = index.of(drawn.image());
      if (m != base && m != PC) {
        drawn.in()[Slots.register(m, mode)] = values.below(0x20) * 8;
      }
    }
  }

  /** Where no field names the base it is some SP: SRS stores to that of any mode. */
  private static void setBase(Case drawn, boolean everyStack, Mode mode, int n, int value) {
    int[] in = drawn.in();
    in[Slots.register(n, mode)] = value;
    if (everyStack) {
      for (Mode each : Mode.values()) {
        if (each != Mode.MON) {
          in[Slots.register(SP, each)] = value;
        }
      }
    }
  }
}
