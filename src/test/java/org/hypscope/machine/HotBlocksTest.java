package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.bench.BenchPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What runs as hot blocks leaves, at any instant, what the interpreter leaves. A run that is asked
 * before every instruction never uses blocks, so it is what the other is held against.
 */
class HotBlocksTest {
  private static final StopCheck NEVER = core -> false;
  private static final int WARM = 120_000;
  private static final int RUNS = 400;
  private static final int STOPS = 60;
  private static final int LONG_RUN = 2_000;

  /** Every 4096th round an instruction is overwritten just before it is reached. */
  private static final LoadedImage PATCHES_ITSELF =
      TestPrograms.of(
              0xe3000024, // movw r0, #0x24: the instruction that is patched
              0xe3440001, // movt r0, #0x4001
              0xe3a03001, // mov r3, #1
              0xe2833001, // 1: add r3, r3, #1
              0xe5901000, // ldr r1, [r0]
              0xe2211001, // eor r1, r1, #1: add r4, r4, #2 or #3
              0xe1b06a03, // lsls r6, r3, #20
              0x05801000, // streq r1, [r0]
              0xe0835004, // add r5, r3, r4
              0xe2844002, // add r4, r4, #2
              0xeafffff7) // b 1b
          .image();

  /** Every 4096th round the load goes where nothing is; the handler skips it. */
  private static final LoadedImage FAULTS_NOW_AND_THEN =
      TestPrograms.of(
              0xe3000400, // movw r0, #0x400
              0xe3440001, // movt r0, #0x4001
              0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
              0xe3a02000, // mov r2, #0
              0xe2822001, // 1: add r2, r2, #1
              0xe1b03a02, // lsls r3, r2, #20
              0xe3a05441, // mov r5, #0x41000000
              0x03a054f0, // moveq r5, #0xf0000000
              0xe5954000, // ldr r4, [r5]
              0xe2866001, // add r6, r6, #1
              0xeafffff8) // b 1b
          .at(
              0x410,
              0xe10e8300, // mrs r8, ELR_hyp
              0xe2888004, // add r8, r8, #4
              0xe12ef308, // msr ELR_hyp, r8
              0xe160006e) // eret
          .image();

  private static final LoadedImage THUMB =
      TestPrograms.of(
              0xe59fd01c, // ldr sp, =0x40080000
              0xe28f0001, // add r0, pc, #1
              0xe12fff10, // bx r0
              0x31012100, // movs r1, #0; 1: adds r1, #1
              0x405300ca, // lsls r2, r1, #3; eors r3, r2
              0xbf48428b, // cmp r3, r1; it mi
              0xb4063401, // addmi r4, #1; push {r1, r2}
              0xbc60467f, // mov r7, pc; pop {r5, r6}
              0xe7f4d1f5, // bne 1b; b 1b
              0x40080000)
          .image();

  /** Every 4096th round a load within an IT block goes where nothing is; the handler mends it. */
  private static final LoadedImage FAULTS_IN_IT =
      TestPrograms.of(
              0xe3000400, // movw r0, #0x400
              0xe3440001, // movt r0, #0x4001
              0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
              0xe3a02000, // mov r2, #0
              0xe28f0001, // add r0, pc, #1
              0xe12fff10, // bx r0
              0x05133201, // 1: adds r2, #1; lsls r3, r2, #20
              0xf04fbf0c, // ite eq; moveq.w r5, #0xf0000000
              0xf8df4570,
              0x429a5014, // ldrne.w r5, =0x40020000; cmp r2, r3
              0x3601bf86, // itte hi; addhi r6, #1
              0x3701682c, // ldrhi r4, [r5]; addls r7, #1
              0x606ebf18, // it ne; strne r6, [r5, #4]
              0x0000e7f0, // b 1b
              0x40020000)
          .at(
              0x410,
              0xe3005000, // movw r5, #0
              0xe3445002, // movt r5, #0x4002
              0xe160006e) // eret
          .image();

  /** Every 4096th round floating point is disabled; the handler enables it again. */
  private static final LoadedImage FLOATING =
      TestPrograms.of(
              0xe59f0068, // ldr r0, =0x40010400
              0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
              0xe3a02000, // mov r2, #0
              0xe3a00101, // mov r0, #0x40000000
              0xeee80a10, // vmsr fpexc, r0
              0xeeb70a00, // vmov.f32 s0, #1.0
              0xeef70a08, // vmov.f32 s1, #1.5
              0xeeb72b02, // vmov.f64 d2, #1.125
              0xf2c00053, // vmov.i32 q8, #3
              0xe2822001, // 1: add r2, r2, #1
              0xee311a20, // vadd.f32 s2, s2, s1
              0xee223b02, // vmul.f64 d3, d2, d2
              0xee034b02, // vmla.f64 d4, d3, d2
              0xeebd7bc4, // vcvt.s32.f64 s14, d4
              0xf26008e0, // vadd.i32 q8, q8, q8
              0xee174a10, // vmov r4, s14
              0xec442b15, // vmov d5, r2, r4
              0xeeb41a40, // vcmp.f32 s2, s0
              0xeef1fa10, // vmrs APSR_nzcv, fpscr
              0xc2855001, // addgt r5, r5, #1
              0xeef16a10, // vmrs r6, fpscr
              0xe1b03a02, // lsls r3, r2, #20
              0xe3a07101, // mov r7, #0x40000000
              0x03a07000, // moveq r7, #0
              0xeee87a10, // vmsr fpexc, r7
              0xee311a60, // vsub.f32 s2, s2, s1
              0xeec04a01, // vdiv.f32 s9, s0, s2
              0xeaffffec, // b 1b
              0x40010400)
          .at(
              0x404,
              0xe3a07101, // mov r7, #0x40000000
              0xeee87a10, // vmsr fpexc, r7
              0xe160006e) // eret
          .image();

  static Stream<LoadedImage> programs() {
    return Stream.concat(Stream.of(PATCHES_ITSELF), steadyPrograms());
  }

  /** Those whose code stays as it is. */
  static Stream<LoadedImage> steadyPrograms() {
    return Stream.of(
        BenchPrograms.integerMix(),
        BenchPrograms.memoryMix(),
        BenchPrograms.calls(),
        BenchPrograms.hypercalls(),
        THUMB,
        FAULTS_IN_IT,
        FLOATING,
        FAULTS_NOW_AND_THEN);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void leavesWhatTheInterpreterLeaves(LoadedImage program) {
    Machine hot = Machine.create(Boards.standard(), program);
    Machine plain = Machine.create(Boards.standard(), program);
    hot.run(WARM, null);
    plain.run(WARM, NEVER);
    for (int n = 1; n <= RUNS; n++) {
      hot.run(n, null);
      plain.run(n, NEVER);
      assertThat(state(hot)).as("after another %d steps", n).isEqualTo(state(plain));
    }
    assertThat(differences(hot, plain)).isEmpty();
  }

  /** Stops before the instruction at {@code address}, and says so to blocks. */
  private record At(int address) implements StopCheck {
    @Override
    public boolean stopBefore(Core core) {
      return core.pc() == address;
    }

    @Override
    public boolean mayStopWithin(Core core, int bytes, int written) {
      return Integer.compareUnsigned(address - core.pc(), bytes) < 0;
    }
  }

  /** Before instructions that lie anywhere in blocks, and after runs that never meet one. */
  @ParameterizedTest
  @MethodSource("programs")
  void stopsWhereTheInterpreterStops(LoadedImage program) {
    Machine hot = Machine.create(Boards.standard(), program);
    Machine plain = Machine.create(Boards.standard(), program);
    hot.run(WARM, new At(0));
    plain.run(WARM, NEVER);
    for (int n = 1; n <= STOPS; n++) {
      int address = n % 3 == 0 ? 0 : plain.core().pc();
      hot.run(n, null);
      plain.run(n, NEVER);
      StopCause stopped = hot.run(LONG_RUN, new At(address));
      assertThat(stopped).isEqualTo(plain.run(LONG_RUN, core -> core.pc() == address));
      assertThat(state(hot)).as("stop %d, at %08x", n, address).isEqualTo(state(plain));
    }
  }

  @Test
  void goesOnFromAForkAsTheOriginalDoes() {
    Machine machine = Machine.create(Boards.standard(), PATCHES_ITSELF);
    machine.run(WARM, null);
    Machine fork = machine.fork();
    fork.run(WARM, null);
    machine.run(WARM, NEVER);
    assertThat(state(fork)).isEqualTo(state(machine));
  }

  private static List<Object> state(Machine machine) {
    List<Object> state = new ArrayList<>();
    for (int register : machine.core().registers()) {
      state.add(Integer.toHexString(register));
    }
    for (long register : machine.core().fp().d) {
      state.add(Long.toHexString(register));
    }
    state.add(machine.core().fp().fpscr());
    state.add(machine.core().retired());
    state.add(machine.core().exceptionsSinceRetired());
    return state;
  }

  private static List<Long> differences(Machine one, Machine other) {
    List<Long> addresses = new ArrayList<>();
    one.freezeMemory().differences(other.freezeMemory(), addresses::add);
    return addresses;
  }
}
