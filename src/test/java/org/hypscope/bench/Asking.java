package org.hypscope.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Origin;
import org.hypscope.debug.Place;
import org.hypscope.debug.RunGoal;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long "who last wrote it" takes at the end of a run: {@code mvn -q test -Dtest=Asking}. HVBAR
 * is written at the very start of the hypercalls' loop, and all the time in that of the rewrites.
 * Its name keeps it out of the ordinary test run.
 */
class Asking {
  private static final long INSTRUCTIONS = Long.getLong("hypscope.instructions", 100_000_000);
  private static final int TIMES = 20;
  private static final double GOAL = 100;

  @TempDir Path folder;

  @Test
  void printFigures() throws Exception {
    Tools.assume(Tools.AS, Tools.LD);
    List<Place> places =
        List.of(
            new Place.SystemRegister(0, SysRegs.copyByName("HVBAR")),
            new Place.Register(0, Bank.R0));
    for (Programs each :
        Programs.chosen(Programs.HYPERCALLS, Programs.REWRITES, Programs.KERNEL, Programs.DEBIAN)) {
      try (Measured run = new Measured(each.load(folder))) {
        run.session.run(RunGoal.steps(INSTRUCTIONS)).join();
        for (Place place : places) {
          ask(each, run, place);
        }
      }
    }
  }

  private static void ask(Programs program, Measured run, Place place) {
    Origin[] found = new Origin[1];
    List<Measured.Took> took = new ArrayList<>();
    for (int n = 0; n < TIMES; n++) {
      took.add(
          Measured.question(
              () -> run.session.origin(place, 1).thenAccept(origin -> found[0] = origin)));
    }
    Measured.Took[] first = {took.get(0)};
    Measured.print(program, "who wrote " + place + ", the first time", first, GOAL, GOAL);
    Measured.Took[] all = took.subList(1, TIMES).toArray(Measured.Took[]::new);
    Measured.print(program, "who wrote " + place, all, GOAL, GOAL);
    System.out.println("  " + found[0].line());
  }
}
