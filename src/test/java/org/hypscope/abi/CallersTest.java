package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.machine.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers are told apart by the roles of r0 to r3, whoever answers. */
class CallersTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final int FN = TestHandlers.FUNCTION;
  private static final int TABLE = TestHandlers.STUB_TABLE;
  private static final int STACK = TestHandlers.HYP_STACK;
  private static final int PGD = TestHandlers.DATA + 0x1000;

  static Stream<Arguments> calls() {
    return Stream.of(
        call("get-vectors", List.of("S0", "K2"), -1, 0, 0, 0),
        call("get-vectors", List.of("S1", "K2b"), 0, 0, 0, 0),
        call("set-vectors", List.of("S0"), TABLE, 0, 0, 0),
        call("set-vectors", List.of("S0"), TABLE + 4, 0, 0, 0),
        call("set-vectors", List.of("S4"), 0, TABLE, 0, 0),
        call("set-vectors", List.of("S4"), 0, TABLE + 4, 0, 0),
        call("set-vectors", List.of("S1"), 1, TABLE, 0, 0),
        call("soft-restart", List.of("S4", "K4"), 1, FN, 0, 0),
        call("soft-restart", List.of("S4", "K4"), 1, FN + 1, 0, 0),
        call("soft-restart", List.of("S1"), 2, 0, 0, FN),
        call("reset-vectors", List.of("S4", "K4"), 2, 0, 0, 0),
        call("call-function", List.of("K1", "K2", "K2b", "K4"), FN, 7, 6, 5),
        call("call-function", List.of("K1", "K2", "K2b", "K4"), FN, TABLE, PGD, 0),
        call("init", List.of("I1"), 0, 0, PGD, 0),
        call("init", List.of("I1", "I4"), STACK, TABLE, PGD, 0),
        call("unknown", List.of(), 0x1234_5678, 0, 0, 0),
        call("unknown", List.of(), 3, 0, 0, 0));
  }

  private static Arguments call(String kind, List<String> ids, int... registers) {
    return Arguments.of(kind, ids, registers);
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("calls")
  void theConventionsThatFitAreNamed(String kind, List<String> ids, int[] registers) {
    CallerView caller = view(CallerChoice.automatic(), registers).caller();

    assertThat(caller.contractIds()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(caller.call()).isEqualTo(kind);
    assertThat(caller.evidence()).isNotEmpty();
  }

  @Test
  void theUsersChoiceWins() {
    CallerView caller = view(CallerChoice.of("K1"), 2, 0, 0, FN).caller();

    assertThat(caller.contractIds()).containsExactly("K1");
    assertThat(caller.chosenByUser()).isTrue();
    assertThat(caller.sentence()).isEqualTo("caller speaks K1: call-function");
  }

  @Test
  void anotherImmediateFitsNoConvention() {
    Machine machine = TestHandlers.standing("S0", -1, 0, 0, 0);
    machine.edit(TestHandlers.CALLER, new byte[] {0x71, (byte) 0xea, 0x40, (byte) 0xe1});

    CallerView caller = ENGINE.analyse(machine, CallerChoice.automatic()).caller();

    assertThat(caller.contractIds()).isEmpty();
    assertThat(caller.evidence()).anyMatch(line -> line.contains("HVC #3745"));
  }

  private static AbiView view(CallerChoice choice, int... registers) {
    return ENGINE.analyse(TestHandlers.standing("S4", registers), choice);
  }
}
