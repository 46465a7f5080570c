package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.machine.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Running ahead always ends, and says where and why. */
class ForesightTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final int FN = TestHandlers.FUNCTION;
  private static final int TABLE = TestHandlers.STUB_TABLE;

  static Stream<Arguments> outcomes() {
    return Stream.of(
        call(Outcome.WORKS, "S0", -1, 0, 0, 0),
        call(Outcome.WORKS, "S0", TABLE, 0, 0, 0),
        call(Outcome.WORKS, "S4", 0, TABLE, 0, 0),
        call(Outcome.WORKS, "K2", FN, 1, 2, 3),
        call(Outcome.NO_RETURN, "S4", 1, FN, 0, 0),
        call(Outcome.NO_RETURN, "S1", 2, 0, 0, FN),
        call(Outcome.NO_RETURN, "K4", 1, FN, 0, 0),
        call(Outcome.WRONG_RESULT, "K4", 1, FN + 1, 0, 0),
        call(Outcome.WRONG_RESULT, "S4", 2, 0, 0, FN),
        call(Outcome.ERROR_RETURNED, "S4", -1, 0, 0, 0),
        call(Outcome.ERROR_RETURNED, "K4", 0, TABLE, 0, 0),
        call(Outcome.HVBAR_LOST, "S0", 1, FN, 0, 0),
        call(Outcome.HVBAR_LOST, "S0", FN, 1, 2, 3),
        call(Outcome.HVBAR_LOST, "S4", 0, TABLE + 4, 0, 0),
        call(Outcome.WILD_BRANCH, "K2", 2, 0, 0, FN),
        call(Outcome.WILD_BRANCH, "K1", -1, 0, 0, 0),
        call(Outcome.HANG, "panic: branches to itself", -1, 0, 0, 0),
        call(Outcome.FAULT, "abort: pushes to a stack that is not there", -1, 0, 0, 0),
        call(Outcome.UNDECIDED, "spin: counts for ever", -1, 0, 0, 0));
  }

  private static Arguments call(Outcome outcome, String handler, int... registers) {
    return Arguments.of(outcome, handler, registers);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("outcomes")
  void theOutcomeIsForeseen(Outcome outcome, String handler, int[] registers) {
    assertThat(prediction(handler, registers).outcome()).isEqualTo(outcome);
  }

  @Test
  void aNumberCalledAsAFunctionIsSaidWithItsStateAndItsAbort() {
    Prediction prediction = prediction("K2", 2, 0, 0, FN);

    assertThat(prediction.sentence())
        .isEqualTo(
            "r0 = 2 will be called as a function: HYP branches to 0x00000002 (ARM state, bits"
                + " [1:0] = 0b10: UNPREDICTABLE; this core and QEMU take a HYP prefetch abort at"
                + " +0x0c)");
    assertThat(prediction.unpredictable()).isTrue();
    assertThat(prediction.endPc()).isEqualTo(2);
    assertThat(prediction.endMode()).isEqualTo(Mode.HYP);
    assertThat(prediction.vectorTaken()).isEqualTo(TestHandlers.TABLE + 0x14);
  }

  @Test
  void theLimitEndsWhatNothingElseEnds() {
    Prediction prediction = prediction("spin: counts for ever", -1, 0, 0, 0);

    assertThat(prediction.instructions()).isEqualTo(Foresight.LIMIT);
    assertThat(prediction.sentence())
        .startsWith("undecided after 100,000 instructions, still in HYP at ");
  }

  @Test
  void exceptionsWithoutEndAreSeen() {
    Machine machine = TestHandlers.standing("K2", 2, 0, 0, FN);
    machine.edit(TestHandlers.TABLE + 0x0c, new byte[] {0x10, 0, 0, (byte) 0xee});

    Foresight foresight = ENGINE.call(machine, CallerChoice.of("K1"), Foresight.LIMIT).foresight();

    assertThat(foresight.ending().kind()).isEqualTo(Ending.Kind.WILD);
    Machine pushing = TestHandlers.standing("abort: pushes to a stack that is not there", -1);
    pushing.edit(TestHandlers.TABLE + 0x10, new byte[] {4, 0, 0x2d, (byte) 0xe5});
    assertThat(ENGINE.call(pushing, CallerChoice.automatic(), Foresight.LIMIT).ending().kind())
        .isEqualTo(Ending.Kind.EXCEPTION_LOOP);
  }

  @Test
  void anHvcFromHypEntersEight() {
    Machine machine = TestHandlers.standing("S4", 0, TABLE, 0, 0);
    machine.core().setCpsr(Mode.HYP.encoding());

    Prediction prediction = ENGINE.analyse(machine, CallerChoice.automatic()).prediction();

    assertThat(prediction.outcome()).isEqualTo(Outcome.HANG);
    assertThat(prediction.vectorTaken()).isEqualTo(TestHandlers.TABLE + 8);
    assertThat(prediction.sentence()).startsWith("HVC taken from HYP enters +0x08, not +0x14");
  }

  private static Prediction prediction(String handler, int... registers) {
    Machine machine = TestHandlers.standing(handler, registers);
    return ENGINE.analyse(machine, CallerChoice.automatic()).prediction();
  }
}
