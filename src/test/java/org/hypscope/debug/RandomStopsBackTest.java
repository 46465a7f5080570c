package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.random.RandomProgram;
import org.hypscope.time.Timeline;
import org.hypscope.time.Timelines;
import org.junit.jupiter.api.Test;

/**
 * Whatever a run back is to stop at, and whoever wrote last: found through checkpoints so close
 * that most parts of the run are skipped, it is where a {@link NaiveRun} has it. A failure names
 * its seed, at which {@code -Dhypscope.seed=N -Dhypscope.programs=1} begins.
 */
class RandomStopsBackTest {
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int PROGRAMS =
      Integer.getInteger("hypscope.programs", Boolean.getBoolean("hypscope.long") ? 300 : 3);
  private static final int STEPS = 1_800;
  private static final int QUESTIONS = 8;
  private static final int PLACES = 4;
  private static final int MANY = 60;
  private static final int[] SPACINGS = {1, 7, 40, 300};
  private static final int[] SKIPS = {0, 0, 1, 4};
  private static final List<String> SYSTEM_REGISTERS =
      List.of(
          "HVBAR",
          "VBAR",
          "HCR",
          "HCR.VM",
          "HSR",
          "HSR.EC",
          "TTBR0",
          "SCTLR.M",
          "DFSR",
          "PAR",
          "CONTEXTIDR",
          "TPIDRURW",
          "HSCTLR",
          "CNTV_CTL",
          "CNTHP_CVAL",
          "FPSCR");

  /** Programs that have found something: sleep, a write of PAR, a mode left by an interrupt. */
  private static final List<Long> KNOWN = List.of(105L, 120L, 213L);

  private SplittableRandom random;
  private RandomProgram program;
  private List<Place> places;
  private NaiveRun run;
  private Timeline timeline;
  private Symbols symbols;
  private String when;

  /**
   * Where a stop was met.
   *
   * @param stands the instant to stand at
   * @param core the core that its condition is asked of
   */
  private record Met(long stands, int core) {}

  @Test
  void stopsWhereTheRunForwardMetTheStopLast() {
    for (long seed : seeds()) {
      begin(seed);
      for (int n = 0; n < QUESTIONS; n++) {
        long end = 1 + random.nextLong(run.steps());
        address(end);
        vector(end);
        mode(end);
        for (int each = 0; each < PLACES; each++) {
          watched(random.nextInt(places.size()), end);
        }
      }
    }
  }

  @Test
  void findsWhereAConditionHeldAndWhatHappenedLast() {
    for (long seed : seeds()) {
      begin(seed);
      for (int n = 0; n < QUESTIONS; n++) {
        long end = 1 + random.nextLong(run.steps());
        held(end);
        happened(end);
        out(end);
      }
    }
  }

  @Test
  void tellsWhoWroteLast() {
    for (long seed : seeds()) {
      begin(seed);
      for (int n = 0; n < QUESTIONS; n++) {
        long end = 1 + random.nextLong(run.steps());
        for (int each = 0; each < PLACES; each++) {
          writer(random.nextInt(places.size()), end);
        }
      }
    }
  }

  @Test
  void whoeverLooksAtAnotherRunIsFound() {
    List<LongConsumer> checks =
        List.of(
            this::address,
            this::vector,
            this::mode,
            end -> watched(random.nextInt(places.size()), end),
            this::held,
            this::happened,
            this::out,
            end -> writer(random.nextInt(places.size()), end));
    for (LongConsumer check : checks) {
      begin(4);
      program = RandomProgram.of(5, program.cores());
      timeline = timeline(40);
      assertThatThrownBy(() -> random.longs(MANY, 1, run.steps()).forEach(check))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static List<Long> seeds() {
    LongStream drawn = LongStream.range(SEED, SEED + PROGRAMS);
    return LongStream.concat(KNOWN.stream().mapToLong(n -> n), drawn).boxed().toList();
  }

  private void begin(long seed) {
    random = new SplittableRandom(seed ^ 0xbac);
    program = RandomProgram.of(seed, 1 + random.nextInt(2));
    symbols = new Symbols(program.image());
    List<Long> stored = List.copyOf(new NaiveRun(program.machine(), STEPS, List.of()).stored);
    places = places(stored);
    run = new NaiveRun(program.machine(), STEPS, places);
    int spacing = SPACINGS[random.nextInt(SPACINGS.length)];
    timeline = timeline(spacing);
    when = "seed " + seed + " on " + program.cores() + " cores, spacing " + spacing;
  }

  private Timeline timeline(long spacing) {
    Timeline made = Timelines.spaced(program.machine(), List.of(), spacing);
    long before = Timeline.NEVER;
    while (made.steps() < run.steps() && made.steps() > before) {
      before = made.steps();
      made.advance(run.steps() - before, null);
    }
    assertThat(made.steps()).isEqualTo(run.steps());
    return made;
  }

  private List<Place> places(List<Long> stored) {
    List<Place> all = new ArrayList<>();
    for (int core = 0; core < program.cores(); core++) {
      for (String name : SYSTEM_REGISTERS) {
        all.add(PlaceNames.fixed(name, core).orElseThrow());
      }
      for (Bank bank : List.of(Bank.R7, Bank.R1, Bank.SP_hyp, Bank.ELR_hyp, Bank.SPSR_hyp)) {
        all.add(new Place.Register(core, bank));
      }
      for (Bank bank : List.of(Bank.LR_irq, Bank.SPSR_svc, Bank.LR_usr, Bank.SP_svc)) {
        all.add(new Place.Register(core, bank));
      }
      all.add(new Place.Register(core, Bank.CPSR, 0x1f, "CPSR.M"));
      all.add(new Place.Doubleword(core, 3));
    }
    for (int n = 0; n < 6 && !stored.isEmpty(); n++) {
      long word = stored.get(random.nextInt(stored.size()));
      all.add(new Place.Memory(word + random.nextInt(2), 1 + random.nextInt(4)));
    }
    return all;
  }

  private void address(long end) {
    NaiveRun.Instant some = run.instants.get(random.nextInt(run.steps()));
    int address = some.stood().pc();
    List<Met> met = new ArrayList<>();
    for (int n = 0; n < end; n++) {
      NaiveRun.Instant each = run.instants.get(n);
      if (each.stood().pc() == address && !each.due()) {
        met.add(new Met(n, each.core()));
      }
    }
    check(new Breakpoint.Address(address), met, end);
  }

  private void vector(long end) {
    if (run.entries.isEmpty()) {
      return;
    }
    NaiveRun.Entry some = run.entries.get(random.nextInt(run.entries.size()));
    Breakpoint.Vector what = vector(some);
    List<Met> met = new ArrayList<>();
    for (NaiveRun.Entry each : run.entries) {
      if (vector(each).equals(what)) {
        met.add(new Met(each.step() + 1, each.core()));
      }
    }
    check(what, met, end);
  }

  private static Breakpoint.Vector vector(NaiveRun.Entry entry) {
    return new Breakpoint.Vector(VectorBase.of(entry.to()), entry.vector() & 0x1c);
  }

  private void mode(long end) {
    Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
    List<Met> met = new ArrayList<>();
    for (NaiveRun.Entered each : run.entered) {
      if (each.to() == mode) {
        met.add(new Met(each.step() + 1, each.core()));
      }
    }
    check(new Breakpoint.EnterMode(mode), met, end);
    long last = met.stream().mapToLong(Met::stands).filter(n -> n < end).max().orElse(0);
    assertThat(back(BackWatch.What.entering(mode), List.of(), end))
        .as("%s: back from %d to entering %s", when, end, mode)
        .isEqualTo(last);
  }

  private void watched(int place, long end) {
    boolean same = random.nextBoolean() && !isPsr(places.get(place));
    OptionalLong becomes = OptionalLong.empty();
    if (random.nextInt(4) == 0) {
      becomes = OptionalLong.of(run.instants.get(random.nextInt(run.steps())).values()[place]);
    }
    List<Met> met = new ArrayList<>();
    for (int n = 0; n < end; n++) {
      boolean hit = same ? run.wrote(place, n) : run.changed(place, n);
      long now = run.instants.get(n + 1).values()[place];
      if (hit && (becomes.isEmpty() || becomes.getAsLong() == now)) {
        boolean memory = places.get(place) instanceof Place.Memory;
        int by = memory ? run.instants.get(n).core() : PlaceValues.coreOf(places.get(place));
        met.add(new Met(n + 1, by));
      }
    }
    check(new Breakpoint.Write(places.get(place), becomes, same), met, end);
  }

  private static boolean isPsr(Place place) {
    return place instanceof Place.Register at && at.isCpsr()
        || place instanceof Place.SystemRegister reg && reg.isFpscr()
        || place instanceof Place.Doubleword;
  }

  private void check(Breakpoint what, List<Met> met, long end) {
    int bit = random.nextInt(3);
    String condition = bit == 0 ? "" : "r7 >> " + bit + " & 1";
    int skip = SKIPS[random.nextInt(SKIPS.length)];
    List<Long> heeded = new ArrayList<>();
    for (Met each : met) {
      int r7 = run.instants.get((int) each.stands()).cores().get(each.core()).r7();
      if (each.stands() < end && (bit == 0 || (r7 >> bit & 1) != 0)) {
        heeded.add(each.stands());
      }
    }
    Stop stop = new Stop(what, new Terms(true, condition, skip, Optional.empty()));
    long wanted = heeded.size() > skip ? heeded.get(heeded.size() - 1 - skip) : 0;
    assertThat(back(BackWatch.What.breakpoints(), List.of(stop), end))
        .as("%s: back from %d to %s of core %d", when, end, stop, coreOf(what))
        .isEqualTo(wanted);
  }

  private static int coreOf(Breakpoint what) {
    return what instanceof Breakpoint.Write write ? PlaceValues.coreOf(write.place()) : 0;
  }

  private long back(BackWatch.What what, List<Stop> all, long end) {
    Timeline copy = timeline.fork();
    StopConditions stops = new StopConditions();
    stops.watch(copy.machine(), symbols);
    stops.setStops(all);
    BackWatch watch = new BackWatch(stops, what, end);
    long seen = copy.last(watch, end, () -> false);
    return seen == Timeline.NEVER ? 0 : seen + watch.distance();
  }

  private void held(long end) {
    int value = run.instants.get(random.nextInt(run.steps())).stood().r7();
    Mode mode = run.instants.get(random.nextInt(run.steps())).stood().mode();
    BackWatch.What what =
        BackWatch.What.where(
            machine -> machine.core().r(7) == value && machine.core().mode() == mode, "");
    long wanted =
        run.last(
            end,
            n ->
                run.instants.get(n).stood().r7() == value
                    && run.instants.get(n).stood().mode() == mode);
    assertThat(back(what, List.of(), end))
        .as("%s: back from %d to r7==0x%x in %s", when, end, value, mode)
        .isEqualTo(wanted);
  }

  private void happened(long end) {
    ExceptionKind kind = ExceptionKind.values()[random.nextInt(ExceptionKind.values().length)];
    long wanted =
        run.entries.stream()
            .filter(each -> each.kind() == kind && each.step() < end)
            .mapToLong(NaiveRun.Entry::step)
            .max()
            .orElse(0);
    assertThat(back(BackWatch.What.exception(kind), List.of(), end))
        .as("%s: back from %d to %s", when, end, kind)
        .isEqualTo(wanted);
    long returned = run.returns.stream().mapToLong(n -> n).filter(n -> n < end).max().orElse(0);
    assertThat(back(BackWatch.What.exceptionReturn(), List.of(), end))
        .as("%s: back from %d to a return", when, end)
        .isEqualTo(returned);
  }

  private void out(long end) {
    int core = random.nextInt(program.cores());
    OutWatch watch = new OutWatch(core);
    long seen = timeline.fork().last(watch, end, () -> false);
    assertThat(seen)
        .as("%s: back from %d out of where core %d is", when, end, core)
        .isEqualTo(callOf(core, end));
  }

  private long callOf(int core, long end) {
    java.util.ArrayDeque<Long> open = new java.util.ArrayDeque<>();
    for (long n = 0; n < end; n++) {
      NaiveRun.Instant each = run.instants.get((int) n);
      long at = n;
      boolean taken = run.entries.stream().anyMatch(e -> e.step() == at);
      boolean executes = each.stood().executes() && !taken;
      int word = each.stood().word();
      if (each.core() == core) {
        if (taken || executes && Words.isCall(word)) {
          open.push(n);
        } else if (run.returns.contains(n) || executes && Words.isFunctionReturn(word)) {
          open.poll();
        }
      }
    }
    return open.isEmpty() ? Timeline.NEVER : open.peek();
  }

  private void writer(int place, long end) {
    Place what = places.get(place);
    long wanted = Timeline.NEVER;
    for (int n = 0; n < end; n++) {
      boolean wrote = isPsr(what) ? run.changed(place, n) : run.wrote(place, n);
      boolean reset = !(what instanceof Place.Memory) && run.switchedOn(coreOf(what), n);
      wanted = wrote || reset ? n : wanted;
    }
    Origin origin = new Origins(timeline.fork(), symbols, () -> false).of(what, end, 1);
    String asked =
        String.format("%s: who wrote %s of core %d before %d", when, what, coreOf(what), end);
    if (wanted == Timeline.NEVER) {
      assertThat(origin.at()).as("%s: %s", asked, origin.line()).isEmpty();
      return;
    }
    NaiveRun.Instant before = run.instants.get((int) wanted);
    assertThat(origin.at())
        .as("%s: %s, step %d", asked, origin.line(), wanted)
        .contains(before.mark());
    assertThat(origin.before()).as(asked).isEqualTo(before.values()[place]);
    assertThat(origin.value())
        .as(asked)
        .isEqualTo(run.instants.get((int) wanted + 1).values()[place]);
  }

  private static int coreOf(Place place) {
    return PlaceValues.coreOf(place);
  }
}
