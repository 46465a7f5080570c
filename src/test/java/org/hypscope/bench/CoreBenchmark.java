package org.hypscope.bench;

import java.util.concurrent.TimeUnit;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast the core runs: instructions, HVC round trips, and single steps each with a snapshot of
 * everything (registers, system registers, memory), per microsecond, that is in millions a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmark {
  private static final int INSTRUCTIONS = 1_000_000;
  private static final int ROUND_TRIP = 6;
  private static final int ROUND_TRIPS = 100_000;
  private static final int STEPS = 10_000;

  private Machine integerMix;
  private Machine memoryMix;
  private Machine calls;
  private Machine hypercalls;
  private Machine stepped;
  private Machine steppedMemory;

  /** Makes the machines. */
  @Setup
  public void create() {
    integerMix = BenchPrograms.integerMix();
    memoryMix = BenchPrograms.memoryMix();
    calls = BenchPrograms.calls();
    hypercalls = BenchPrograms.hypercalls();
    stepped = BenchPrograms.calls();
    steppedMemory = BenchPrograms.memoryMix();
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

  /** Steps of a recursive function, each with a snapshot. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void stepWithSnapshot(Blackhole sink) {
    step(stepped, sink);
  }

  /** Steps of the memory mix, each with a snapshot: two in five write. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void stepWithSnapshotWriting(Blackhole sink) {
    step(steppedMemory, sink);
  }

  private static void step(Machine machine, Blackhole sink) {
    for (int i = 0; i < STEPS; i++) {
      machine.run(1, null);
      MemoryImage memory = machine.freezeMemory();
      sink.consume(machine.core().registers());
      sink.consume(machine.core().sysRegs().copy());
      sink.consume(memory);
    }
  }
}
