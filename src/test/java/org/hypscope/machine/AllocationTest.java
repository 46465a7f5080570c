package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.bench.BenchPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executing an instruction allocates nothing, in blocks or in the interpreter. */
class AllocationTest {
  private static final int WARM_UP = 500_000;
  private static final int STEPS = 4_000_000;
  private static final int FEW_STEPS = 1_000_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What may be allocated once, as for a block of code that becomes hot late. */
  private static final long ONCE = 200_000;

  static Stream<LoadedImage> programs() {
    return HotBlocksTest.steadyPrograms();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void allocatesNothingPerInstruction(LoadedImage program) {
    Machine machine = Machine.create(Boards.standard(), program);
    machine.run(WARM_UP, null);
    assertThat(bytesOf(machine, STEPS, null)).isLessThan(ONCE);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void allocatesNothingPerInterpretedInstruction(LoadedImage program) {
    Machine machine = Machine.create(Boards.standard(), program);
    StopCheck never = core -> false;
    machine.run(WARM_UP, never);
    assertThat(bytesOf(machine, FEW_STEPS, never)).isLessThan(ONCE);
  }

  @Test
  void noticesWhatAllocates() {
    Machine machine = Machine.create(Boards.standard(), BenchPrograms.integerMix());
    List<Object> kept = new ArrayList<>();
    StopCheck allocates = core -> !kept.add(new long[4]);
    assertThat(bytesOf(machine, FEW_STEPS, allocates)).isGreaterThan(FEW_STEPS * 4L);
  }

  private static long bytesOf(Machine machine, int steps, StopCheck check) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    machine.run(steps, check);
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }
}
