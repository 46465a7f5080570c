package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.debug.store.SessionFiles;
import org.hypscope.machine.random.RandomProgram;
import org.hypscope.time.Input;
import org.hypscope.time.MachineStates;
import org.hypscope.time.Mark;
import org.hypscope.time.RandomInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a session came to an instant, what it shows there is what a session shows that was opened
 * from its file and has only run forward. A failure names its seed, at which {@code
 * -Dhypscope.seed=N -Dhypscope.programs=1} begins.
 */
class RandomSessionTest {
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int PROGRAMS =
      Integer.getInteger("hypscope.programs", Boolean.getBoolean("hypscope.long") ? 500 : 6);
  private static final int COMMANDS = 24;
  private static final long MOST = 3_000;

  /**
   * Programs that have found something: a core stuck in a loop, a run left at its farthest place.
   */
  private static final List<Long> KNOWN = List.of(48L, 5213L);

  @TempDir Path folder;

  private SplittableRandom random;
  private RandomProgram program;
  private String when;

  @Test
  void showsTheSameHoweverItCameThere() throws Exception {
    for (long seed : seeds()) {
      random = new SplittableRandom(seed ^ 0x5e55);
      program = RandomProgram.of(seed);
      when = "seed " + seed;
      wander();
    }
  }

  private static List<Long> seeds() {
    LongStream drawn = LongStream.range(SEED, SEED + PROGRAMS);
    return LongStream.concat(KNOWN.stream().mapToLong(n -> n), drawn).boxed().toList();
  }

  private void wander() throws Exception {
    try (DebugSession session = DebugSession.open(program.image(), program.board())) {
      for (int n = 1; n <= COMMANDS; n++) {
        command(session);
        if (n % 6 == 0) {
          compare(session);
        }
      }
    }
  }

  private void command(DebugSession session) throws Exception {
    Snapshot now = session.snapshot();
    long end = now.end().retired();
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> tried("run", session.run(RunGoal.steps(1 + random.nextLong(MOST / 4))));
      case 3 -> {
        if (now.cores().get(now.core()).state() == CoreView.State.RUNNING) {
          tried("into", session.stepInto());
        }
      }
      case 4 -> tried("over", session.run(RunGoal.within(MOST / 4, RunGoal.nextHvc())));
      case 5 -> tried("back", session.stepBack());
      case 6 -> tried("back over", session.stepBackOver());
      case 7 -> tried("back to HVC", session.runBack(RunGoal.nextHvc()));
      case 8, 9 -> {
        Mark mark = new Mark(random.nextLong(end + 1), random.nextInt(5) == 0 ? 1 : 0);
        tried("to " + mark, session.run(RunGoal.toMark(MarkExpression.at(mark))));
      }
      case 10 -> input(session);
      case 11 -> {
        session.setStops(stops());
        when += ", breakpoints";
      }
      case 12 -> {
        List<BranchView> left = now.left();
        if (!left.isEmpty()) {
          int number = left.get(random.nextInt(left.size())).number();
          tried("leave for " + number, session.leaveFor(number));
        }
      }
      default -> tried("undo", session.undoEdit());
    }
  }

  private void input(DebugSession session) throws Exception {
    tried("pick", session.pick(random.nextInt(program.cores())));
    Input input = new RandomInputs(random, 1).draw();
    if (input instanceof Input.Typed typed) {
      session.type(typed.bytes());
      tried("type", session.pick(session.snapshot().core()));
    } else if (input instanceof Input.Register e) {
      tried("edit " + e, session.edit(Edit.register(e.bank(), e.value())));
    } else if (input instanceof Input.SystemRegister e) {
      tried("edit " + e, session.edit(Edit.sysReg(e.register(), e.secure(), e.value())));
    } else if (input instanceof Input.Doubleword e) {
      tried("edit " + e, session.edit(Edit.doubleword(e.number(), e.value())));
    } else if (input instanceof Input.Memory e) {
      int at = (int) e.address();
      tried("edit memory", session.edit(Edit.memory(AddressSpace.PHYSICAL, at, e.bytes())));
    }
  }

  private List<Stop> stops() {
    SysRegCopy hvbar = SysRegs.copyByName("HVBAR");
    List<Stop> all = new ArrayList<>();
    all.add(new Stop(new Breakpoint.Vector(VectorBase.HYP, 4 * random.nextInt(8))));
    all.add(new Stop(new Breakpoint.EnterMode(Mode.values()[random.nextInt(7)])));
    all.add(watch(new Place.SystemRegister(0, hvbar), random.nextInt(2)));
    all.add(watch(new Place.Register(0, Bank.R7), 20));
    all.add(watch(new Place.Memory(0x4006_0004L, 4), random.nextInt(2)));
    return all.subList(0, random.nextInt(all.size() + 1));
  }

  private static Stop watch(Place place, int skip) {
    return new Stop(
        new Breakpoint.Write(place, OptionalLong.empty(), false),
        new Terms(true, "", skip, Optional.empty()));
  }

  /** A command that is refused leaves the session as it was. */
  private void tried(String what, CompletableFuture<Snapshot> command) throws Exception {
    when += ", " + what;
    try {
      command.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      assertThat(e.getCause()).as(when).isInstanceOf(CommandException.class);
      assertThat(e.getCause().getCause()).as(when + ": " + e.getMessage()).isNull();
    }
  }

  private void compare(DebugSession session) throws Exception {
    Snapshot here = session.snapshot();
    SavedImage image =
        new SavedImage(
            Optional.of("random"),
            Optional.empty(),
            "0".repeat(64),
            Target.Options.standard(),
            Map.of());
    Path file = folder.resolve("random.hss");
    SessionFiles.write(SessionFile.of(image, here), file);
    SessionFile saved = SessionFiles.read(file);
    try (DebugSession opened = saved.open(new Target(program.image(), program.board()))) {
      session.setStops(List.of());
      Snapshot there = saved.resume(opened).get(60, TimeUnit.SECONDS);
      assertSame(session, here, opened, there);
      JournalView atEnd =
          new JournalView(here.journal().entries(), here.journal().end(), here.journal().end());
      when += ", to the end";
      Snapshot end = session.resume(atEnd, 0).get(60, TimeUnit.SECONDS);
      assertSame(session, end, opened, opened.resume(atEnd, 0).get(60, TimeUnit.SECONDS));
      session.resume(here.journal(), here.core()).get(60, TimeUnit.SECONDS);
    }
  }

  private void assertSame(DebugSession one, Snapshot here, DebugSession other, Snapshot there)
      throws Exception {
    for (int core = 0; core < program.cores(); core++) {
      assertThat(ShownState.differences(here.of(core), there.of(core))).as(when).isEmpty();
    }
    MachineStates state = one.probe(MachineStates::of).get(60, TimeUnit.SECONDS);
    state.assertSameAs(other.probe(copy -> copy).get(60, TimeUnit.SECONDS), when);
  }
}
