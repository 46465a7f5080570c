package org.hypscope.debug;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hypscope.bench.BenchPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How many steps, each with the whole snapshot that a session publishes, are made per microsecond,
 * that is in millions a second: registers, system registers, memory, history and the stop reason.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SnapshotBenchmark {
  private Engine calls;
  private Engine memoryMix;

  /** Makes the runs. */
  @Setup
  public void create() {
    calls = engine(BenchPrograms.calls());
    memoryMix = engine(BenchPrograms.memoryMix());
  }

  /** Steps of a recursive function. */
  @Benchmark
  public Object stepCalls() {
    calls.step(machine -> false);
    return calls.snapshot();
  }

  /** Steps of which a third write to memory, so that a page is copied. */
  @Benchmark
  public Object stepMemoryMix() {
    memoryMix.step(machine -> false);
    return memoryMix.snapshot();
  }

  private static Engine engine(LoadedImage program) {
    Snapshot.Subject subject = Snapshot.Subject.of(program, Boards.standard());
    return new Engine(subject, new StopConditions(), List.of());
  }
}
