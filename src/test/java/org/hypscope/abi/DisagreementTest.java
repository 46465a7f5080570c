package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypscope.abi.Outcome.ERROR_RETURNED;
import static org.hypscope.abi.Outcome.HANG;
import static org.hypscope.abi.Outcome.HVBAR_LOST;
import static org.hypscope.abi.Outcome.NO_RETURN;
import static org.hypscope.abi.Outcome.WILD_BRANCH;
import static org.hypscope.abi.Outcome.WORKS;
import static org.hypscope.abi.Outcome.WRONG_RESULT;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens when caller and handler disagree: every caller against every handler, run. */
class DisagreementTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final int FN = TestHandlers.FUNCTION;
  private static final int TABLE = TestHandlers.STUB_TABLE;
  private static final List<String> HANDLERS = List.of("S0", "K1", "K2", "S4", "K4");

  /** A caller's registers, and the outcome under each of {@link #HANDLERS}. */
  private static final Map<String, Row> ROWS =
      Map.of(
          "get by -1",
          row(regs(-1), WORKS, WILD_BRANCH, WORKS, ERROR_RETURNED, WILD_BRANCH),
          "S0 set",
          row(regs(TABLE), WORKS, HANG, HANG, ERROR_RETURNED, HANG),
          "S4 set",
          row(regs(0, TABLE), HVBAR_LOST, WILD_BRANCH, WILD_BRANCH, WORKS, ERROR_RETURNED),
          "S4 soft restart",
          row(regs(1, FN), HVBAR_LOST, WILD_BRANCH, WILD_BRANCH, NO_RETURN, NO_RETURN),
          "S4 reset",
          row(regs(2), HVBAR_LOST, WILD_BRANCH, WILD_BRANCH, WORKS, WORKS),
          "KVM function call",
          row(regs(FN, 1, 2, 3), HVBAR_LOST, WORKS, WORKS, ERROR_RETURNED, WORKS),
          "S1 soft restart",
          row(regs(2, 0, 0, FN), HVBAR_LOST, WILD_BRANCH, WILD_BRANCH, WRONG_RESULT, WRONG_RESULT));

  private record Row(int[] registers, List<Outcome> outcomes) {}

  private static int[] regs(int... registers) {
    return java.util.Arrays.copyOf(registers, 4);
  }

  private static Row row(int[] registers, Outcome... outcomes) {
    return new Row(registers, List.of(outcomes));
  }

  static Stream<Arguments> cells() {
    return ROWS.entrySet().stream()
        .flatMap(
            entry ->
                IntStream.range(0, HANDLERS.size())
                    .mapToObj(
                        i ->
                            Arguments.of(
                                entry.getKey(),
                                HANDLERS.get(i),
                                entry.getValue().registers(),
                                entry.getValue().outcomes().get(i))));
  }

  @ParameterizedTest(name = "{0} under {1}: {3}")
  @MethodSource("cells")
  void theOutcomeIsForeseenAndNamedWhereItIsBad(
      String caller, String handler, int[] registers, Outcome outcome) {
    AbiView view =
        ENGINE.analyse(TestHandlers.standing(handler, registers), CallerChoice.automatic());

    assertThat(view.handler().contractIds()).containsExactly(handler);
    assertThat(view.prediction().outcome()).isEqualTo(outcome);
    boolean told = caller.equals("S4 set") && handler.equals("K4");
    assertThat(view.findings().isEmpty())
        .as("findings, unless the caller is told by an error value that it knows")
        .isEqualTo(!outcome.bad() || told);
  }
}
