package org.hypscope.bench;

import org.hypscope.debug.SnapshotBenchmark;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks and prints their scores: {@code mvn -q test -Dtest=Benchmarks}. Its name
 * keeps it out of the ordinary test run.
 */
class Benchmarks {
  private static final int SECONDS = 2;
  private static final int WARM_UPS = 3;
  private static final int MEASUREMENTS = 5;

  @Test
  void run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(CoreBenchmark.class.getName())
            .include(SnapshotBenchmark.class.getName())
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(SECONDS))
            .measurementIterations(MEASUREMENTS)
            .measurementTime(TimeValue.seconds(SECONDS))
            .shouldFailOnError(true)
            .build();
    new Runner(options).run();
  }
}
