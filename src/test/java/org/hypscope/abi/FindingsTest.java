package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a case that it names, and a near miss that it leaves alone. */
class FindingsTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final int FN = TestHandlers.FUNCTION;
  private static final int TABLE = TestHandlers.STUB_TABLE;
  private static final int STACK = TestHandlers.HYP_STACK;
  private static final int PGD = TestHandlers.DATA + 0x1000;

  static Stream<Arguments> wrongUse() {
    return Stream.of(
        call("call-number-as-function", "K2", 2, 0, 0, FN),
        call("call-number-as-function", "K1", 1, FN, 0, 0),
        call("number-as-vectors", "S0", FN, 1, 2, 3),
        call("number-as-vectors", "S0", 1, FN, 0, 0),
        call("number-as-vectors", "S0", 0, TABLE, 0, 0),
        call("get-vectors-selector", "S4", -1, 0, 0, 0),
        call("get-vectors-selector", "K1", -1, 0, 0, 0),
        call("error-value", "S4", -1, 0, 0, 0),
        call("error-value", "S4", FN, 1, 2, 3),
        call("thumb-bit", "K4", 1, FN + 1, 0, 0),
        call("unaligned-vectors", "S4", 0, TABLE + 4, 0, 0),
        call("unaligned-vectors", "S0", TABLE + 4, 0, 0, 0),
        call("return-promise", "S0", 1, FN, 0, 0),
        call("return-promise", "S4", 2, 0, 0, FN),
        call("return-promise", "panic: branches to itself", TABLE, 0, 0, 0),
        call("clobbered-register", "clobber: returns 0 and loses r4", 2, 0, 0, 0));
  }

  static Stream<Arguments> rightUse() {
    return Stream.of(
        call("", "S0", -1, 0, 0, 0),
        call("", "S0", TABLE, 0, 0, 0),
        call("", "S1", 0, 0, 0, 0),
        call("", "S1", 1, TABLE, 0, 0),
        call("", "S1", 2, 0, 0, FN),
        call("", "I1", 0, 0, PGD, 0),
        call("", "I1", STACK, TABLE, PGD, 0),
        call("", "K1", FN, 1, 2, 3),
        call("", "K2", FN, 1, 2, 3),
        call("", "K2", -1, 0, 0, 0),
        call("", "K2b", 0, 0, 0, 0),
        call("", "S4", 0, TABLE, 0, 0),
        call("", "S4", 1, FN, 0, 0),
        call("", "S4", 2, 0, 0, 0),
        call("", "I4", STACK, TABLE, PGD, 0),
        call("", "I4", 2, 0, 0, 0),
        call("", "K4", 1, FN, 0, 0),
        call("", "K4", 2, 0, 0, 0),
        call("", "K4", FN, 1, 2, 3),
        call("", "spin: counts for ever", -1, 0, 0, 0));
  }

  private static Arguments call(String rule, String handler, int... registers) {
    return Arguments.of(rule, handler, registers);
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("wrongUse")
  void wrongUseIsNamed(String rule, String handler, int[] registers) {
    List<Finding> findings = findings(TestHandlers.standing(handler, registers));

    assertThat(findings).extracting(Finding::rule).contains(rule);
    assertThat(findings)
        .allSatisfy(
            f -> assertThat(List.of(f.what(), f.why(), f.toDo())).allMatch(t -> t.endsWith(".")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rightUse")
  void rightUseIsLeftAlone(String none, String handler, int[] registers) {
    assertThat(findings(TestHandlers.standing(handler, registers))).isEmpty();
  }

  @Test
  void anHvcFromHypIsNamed() {
    Machine machine = TestHandlers.standing("S4", 0, TABLE, 0, 0);
    machine.core().setCpsr(Mode.HYP.encoding());

    assertThat(findings(machine)).extracting(Finding::rule).containsExactly("hvc-from-hyp");
  }

  @Test
  void anHvcThatHypMakesForItsOwnEntryIsLeftAlone() {
    Machine machine = TestHandlers.standing("S4", 0x1234_5678, 0, 0, 0);
    machine.core().setCpsr(Mode.HYP.encoding());
    machine.edit(TestHandlers.TABLE + 8, new byte[] {0x6e, 0, 0x60, (byte) 0xe1});

    assertThat(findings(machine)).isEmpty();
  }

  @Test
  void anHvcInUserModeIsNamed() {
    Machine machine = TestHandlers.standing("S4", 0, TABLE, 0, 0);
    machine.core().setCpsr(Mode.USR.encoding());

    assertThat(findings(machine)).extracting(Finding::rule).contains("hvc-undefined");
  }

  @Test
  void vectorsWithoutCodeAreNamed() {
    Machine machine = TestHandlers.standing("S4", 0, TABLE, 0, 0);
    machine.core().sysRegs().rawSet(Sight.HVBAR, 0);

    assertThat(findings(machine)).extracting(Finding::rule).contains("hvbar-memory");
  }

  @Test
  void vectorsInTheOtherStateAreNamed() {
    Machine machine = TestHandlers.standing("S4", 0, TABLE, 0, 0);
    machine.core().sysRegs().rawSet(SysRegs.byName("HSCTLR"), 1 << 30);

    assertThat(findings(machine)).extracting(Finding::rule).containsExactly("hsctlr-state");
  }

  @Test
  void aFindingHoldsForEveryCallerThatFitsOrIsNotMade() {
    Machine machine = TestHandlers.standing("K1", 0x1234_5678, 0, 0, 0);

    assertThat(findings(machine)).isEmpty();
  }

  private static List<Finding> findings(Machine machine) {
    return ENGINE.analyse(machine, CallerChoice.automatic()).findings();
  }
}
