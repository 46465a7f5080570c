package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Target;

/**
 * A session whose commands are timed: in CPU time of its threads, so that figures hold on a busy
 * machine, and by the clock.
 */
final class Measured implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  final DebugSession session;
  private volatile long published;
  private volatile long clock;
  private volatile long owner;

  Measured(Target target) {
    session = DebugSession.open(target);
    session.addListener(
        new SessionListener() {
          @Override
          public void snapshot(Snapshot snapshot) {
            published = THREADS.getCurrentThreadCpuTime();
            clock = System.nanoTime();
            owner = Thread.currentThread().getId();
          }
        });
  }

  /** What one command took. */
  record Took(double cpu, double clock) {}

  /** Milliseconds from a command to its snapshot, once the session has nothing else to do. */
  Took command(Supplier<CompletableFuture<Snapshot>> command) {
    session.pick(0).join();
    awaitIdle();
    long before = THREADS.getThreadCpuTime(owner);
    long start = System.nanoTime();
    command.get().join();
    return new Took((published - before) / 1e6, (clock - start) / 1e6);
  }

  /** What a session does while nobody waits is no part of the next command. */
  private void awaitIdle() {
    while (THREADS.getThreadInfo(owner).getThreadState() != Thread.State.WAITING) {
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  /** Milliseconds that both threads of a session take for a question. */
  static Took question(Supplier<CompletableFuture<?>> question) {
    long before = threads();
    long start = System.nanoTime();
    question.get().join();
    double elapsed = (System.nanoTime() - start) / 1e6;
    return new Took((threads() - before) / 1e6, elapsed);
  }

  private static long threads() {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      var info = THREADS.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith("hypscope-")) {
        sum += Math.max(0, THREADS.getThreadCpuTime(id));
      }
    }
    return sum;
  }

  /** Prints a line of times in milliseconds, with the goals for median and p99 beside them. */
  static void print(Object run, String what, Took[] took, double median, double p99) {
    double[] cpu = Arrays.stream(took).mapToDouble(Took::cpu).sorted().toArray();
    double[] clock = Arrays.stream(took).mapToDouble(Took::clock).sorted().toArray();
    boolean met = part(cpu, 0.5) <= median && part(cpu, 0.99) <= p99;
    System.out.printf(
        Locale.ROOT,
        "%-10s %-34s CPU median %7.2f p99 %8.2f worst %8.2f ms; clock median %7.2f p99 %8.2f; goal"
            + " %.0f, %.0f: %s (%d times)%n",
        run,
        what,
        part(cpu, 0.5),
        part(cpu, 0.99),
        cpu[cpu.length - 1],
        part(clock, 0.5),
        part(clock, 0.99),
        median,
        p99,
        met ? "met" : "MISSED",
        took.length);
  }

  private static double part(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
  }

  @Override
  public void close() {
    session.close();
  }
}
