package org.hypscope.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.oracle.Program;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a run is sent, back or forth, the machine is what it was there, with interrupts, timers,
 * several cores, console input and edits; however few checkpoints are kept.
 */
class TimelineTest {
  private static final long SEED = Long.getLong("hypscope.seed", 4711);
  private static final int PLACES = 60;
  private static final long LONGEST_RUN = 20_000;
  private static final long SPACING = 1_000;
  private static final long PLENTY = 1L << 30;
  private static final long LITTLE = 1 << 20;

  @TempDir Path folder;

  @BeforeEach
  void tools() {
    Tools.assume(Tools.AS, Tools.LD);
  }

  static Stream<Program> programs() {
    Stream<Program> boards =
        Program.all().stream()
            .filter(p -> p.name().matches("cores|gic-.*|virtual-interrupts|exceptions|stage2.*"));
    return Stream.concat(boards, Program.timed().stream());
  }

  private Machine machine(Program program) throws ImageException {
    Board board = Boards.byName(program.board()).withCores(program.cores());
    Path elf = program.build(folder);
    return Machine.create(board, ImageLoader.load(elf, LoadOptions.on(board)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isTheSameMachineWhereverItIsSent(Program program) throws ImageException {
    for (long budget : new long[] {PLENTY, LITTLE}) {
      Timeline timeline = new Timeline(machine(program), new InputJournal(), SPACING, budget);
      Random random = new Random(SEED);
      runOn(timeline, random);
      Timeline straight = new Timeline(machine(program), journalOf(timeline), PLENTY, PLENTY);
      visit(timeline, straight, random);
    }
  }

  private static InputJournal journalOf(Timeline timeline) {
    return new InputJournal(timeline.inputs());
  }

  private static void runOn(Timeline timeline, Random random) {
    StopCause cause = StopCause.STEPS;
    while (cause == StopCause.STEPS && timeline.steps() < LONGEST_RUN) {
      cause = timeline.advance(1 + random.nextInt(5_000), null);
      if (random.nextInt(8) == 0) {
        timeline.add(new Input.Typed(new byte[] {'x', '\r'}));
      } else if (random.nextInt(8) == 0) {
        timeline.add(new Input.Doubleword(0, 31, random.nextLong()));
      }
    }
  }

  private static void visit(Timeline timeline, Timeline straight, Random random) {
    long end = timeline.frontier();
    long[] places = random.longs(PLACES, 0, end + 1).toArray();
    places[0] = 0;
    places[1] = end;
    for (long place : places) {
      timeline.goTo(place);
      straight.goTo(place);
      assertThat(timeline.steps()).isEqualTo(place);
      assertThat(timeline.mark()).isEqualTo(straight.mark());
      MachineStates there = MachineStates.of(straight.machine());
      there.assertSameAs(timeline.machine(), "at step " + place);
      timeline.goTo((long) (random.nextDouble() * place));
      Mark mark = straight.mark();
      timeline.goTo(mark);
      if (timeline.steps() == place) {
        there.assertSameAs(timeline.machine(), "again at " + mark);
      }
    }
    assertThat(timeline.frontier()).isEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void forgetsTheFutureWhereSomethingElseComesIn(Program program) throws ImageException {
    Timeline timeline = new Timeline(machine(program), new InputJournal(), SPACING, PLENTY);
    timeline.advance(LONGEST_RUN, null);
    long half = timeline.frontier() / 2;
    timeline.goTo(half);
    assertThat(timeline.isPast()).isTrue();
    timeline.add(new Input.Register(0, Bank.R0, 0x1234));
    assertThat(timeline.isPast()).isFalse();
    timeline.goTo(half / 2);
    timeline.goTo(half);
    assertThat(timeline.machine().core().bank(Bank.R0)).isEqualTo(0x1234);
    assertThat(timeline.inputs())
        .isEqualTo(List.of(new InputJournal.Entry(half, new Input.Register(0, Bank.R0, 0x1234))));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void findsTheLastStepBeforeAPlaceThatEnteredAnException(Program program) throws ImageException {
    Timeline timeline = new Timeline(machine(program), new InputJournal(), SPACING, PLENTY);
    runOn(timeline, new Random(SEED));
    TreeSet<Long> entries = new TreeSet<>();
    TreeSet<Long> changes = new TreeSet<>();
    walk(timeline, entries, changes);
    assertThat(changes).hasSizeGreaterThan(1);
    Random random = new Random(SEED);
    for (int n = 0; n < PLACES; n++) {
      long end = (long) (random.nextDouble() * (timeline.frontier() + 1));
      assertThat(timeline.fork().last(new Entries(), end, () -> false))
          .as("the last exception before %d", end)
          .isEqualTo(lower(entries, end));
      assertThat(timeline.fork().last(new Changes(), end, () -> false))
          .as("the last change of R4 before %d", end)
          .isEqualTo(lower(changes, end));
    }
  }

  private static long lower(TreeSet<Long> steps, long end) {
    Long found = steps.lower(end);
    return found == null ? Timeline.NEVER : found;
  }

  /** One step at a time, with no help of what is tested. */
  private static void walk(Timeline timeline, TreeSet<Long> entries, TreeSet<Long> changes) {
    Timeline copy = timeline.fork();
    copy.goTo(0);
    Core core = copy.machine().cores().get(0);
    while (copy.steps() < timeline.frontier()) {
      long step = copy.steps();
      int value = core.bank(Bank.R4);
      long retired = core.retired();
      copy.goTo(step + 1);
      if (core.bank(Bank.R4) != value) {
        changes.add(step);
      }
      if (core.exceptionsSinceRetired() > 0 || core.retired() == retired) {
        entries.add(step);
      }
    }
  }

  private static final class Entries extends Watch {
    @Override
    public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
      if (kind != ExceptionKind.HVC && kind != ExceptionKind.SVC && kind != ExceptionKind.SMC) {
        see(core);
      }
    }
  }

  private static final class Changes extends Watch {
    private Machine machine;
    private int value;

    @Override
    protected void begin(Machine of) {
      machine = of;
      value = of.cores().get(0).bank(Bank.R4);
    }

    @Override
    protected StopCheck check() {
      return core -> {
        look(core);
        return false;
      };
    }

    @Override
    protected void ran(Core core) {
      look(core);
    }

    /** No check is asked before an interrupt. */
    @Override
    public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
      look(core);
    }

    private void look(Core core) {
      int now = machine.cores().get(0).bank(Bank.R4);
      if (now != value) {
        value = now;
        seeBefore(core);
      }
    }
  }
}
