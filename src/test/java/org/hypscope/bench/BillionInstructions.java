package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.Locale;
import javax.management.ObjectName;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the history of a long run takes: all that a session keeps on the heap after collection, less
 * what it kept before its first instruction, and what its generated classes take. Nothing is kept
 * on disk. {@code mvn -q test -Dtest=BillionInstructions -Dhypscope.histogram=true} also prints
 * what it consists of. Its name keeps it out of the ordinary test run.
 */
class BillionInstructions {
  private static final long INSTRUCTIONS = Long.getLong("hypscope.instructions", 1_000_000_000);
  private static final int GOAL = 500;
  private static final int LINES = 25;
  private static final double MILLION = 1e6;
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  @TempDir Path folder;

  @Test
  void printFigures() throws Exception {
    Tools.assume(Tools.AS, Tools.LD);
    for (Programs each :
        Programs.chosen(
            Programs.KERNEL,
            Programs.MEMORY,
            Programs.PAGES,
            Programs.HYPERCALLS,
            Programs.REWRITES,
            Programs.DEBIAN,
            Programs.DEBIAN_IMAGE)) {
      print(each);
    }
  }

  private void print(Programs program) throws Exception {
    try (Measured run = new Measured(program.load(folder))) {
      long heap = heap();
      long beside = MEMORY.getNonHeapMemoryUsage().getUsed();
      Measured.Took took = run.command(() -> run.session.run(RunGoal.steps(INSTRUCTIONS)));
      double kept = (heap() - heap) / MILLION;
      double code = (MEMORY.getNonHeapMemoryUsage().getUsed() - beside) / MILLION;
      Snapshot now = run.session.snapshot();
      long retired = now.end().retired();
      System.out.printf(
          Locale.ROOT,
          "%-10s %,d instructions at %.0f M/s: heap %.1f MB, generated code %.1f MB,"
              + " %.1f KB a million; goal %d MB: %s; %d events kept, maximum heap %.0f MB%n",
          program,
          retired,
          retired / took.cpu() / 1e3,
          kept,
          code,
          kept * 1e3 / (retired / MILLION),
          GOAL,
          kept + code < GOAL ? "met" : "MISSED",
          now.timeline().events().size(),
          Runtime.getRuntime().maxMemory() / MILLION);
      if (Boolean.getBoolean("hypscope.histogram")) {
        histogram();
      }
    }
  }

  private static long heap() {
    System.gc();
    System.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  private static void histogram() throws Exception {
    Object all =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    all.toString().lines().limit(LINES).forEach(System.out::println);
  }
}
