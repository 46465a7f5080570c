package org.hypscope.bench;

import java.util.concurrent.TimeUnit;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How fast the core runs: instructions and HVC round trips per microsecond, that is in millions a
 * second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmark {
  private static final int INSTRUCTIONS = 1_000_000;
  private static final int ROUND_TRIP = 6;
  private static final int ROUND_TRIPS = 100_000;
  private static final int BOOT = 9;

  private Machine integerMix;
  private Machine memoryMix;
  private Machine calls;
  private Machine hypercalls;

  /** Makes the machines. */
  @Setup
  public void create() {
    integerMix = machine(BenchPrograms.integerMix());
    memoryMix = machine(BenchPrograms.memoryMix());
    calls = machine(BenchPrograms.calls());
    hypercalls = machine(BenchPrograms.hypercalls());
    hypercalls.run(BOOT, null);
  }

  /** Instructions without memory. */
  @Benchmark
  @OperationsPerInvocation(INSTRUCTIONS)
  public Object integerMix() {
    return integerMix.run(INSTRUCTIONS, null);
  }

  /** Instructions of which two in three touch memory. */
  @Benchmark
  @OperationsPerInvocation(INSTRUCTIONS)
  public Object memoryMix() {
    return memoryMix.run(INSTRUCTIONS, null);
  }

  /** Instructions of a recursive function. */
  @Benchmark
  @OperationsPerInvocation(INSTRUCTIONS)
  public Object calls() {
    return calls.run(INSTRUCTIONS, null);
  }

  /** HVC round trips, of six instructions each. */
  @Benchmark
  @OperationsPerInvocation(ROUND_TRIPS)
  public Object hypercalls() {
    return hypercalls.run(ROUND_TRIPS * ROUND_TRIP, null);
  }

  private static Machine machine(LoadedImage program) {
    return Machine.create(Boards.standard(), program);
  }
}
