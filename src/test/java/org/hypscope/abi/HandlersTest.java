package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler is told by what it does: no symbol is there to help. */
class HandlersTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();

  static Stream<Arguments> handlers() {
    return TestHandlers.HANDLERS.keySet().stream()
        .map(name -> Arguments.of(name, name.contains(":") ? List.of() : List.of(name)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("handlers")
  void everyGenerationIsRecognisedAndOddHandlersAreUnknown(String name, List<String> ids) {
    HvbarOwner owner = ENGINE.owner(TestHandlers.standing(name, 0, 0, 0, 0));

    assertThat(owner.contractIds()).isEqualTo(ids);
    assertThat(owner.ownerClass() == OwnerClass.UNKNOWN).isEqualTo(ids.isEmpty());
  }

  @ParameterizedTest(name = "{0} behind the HYP MMU")
  @ValueSource(strings = {"S0", "S1", "S3", "S4", "S5", "I1", "I2", "K1", "K2", "K2b", "K4"})
  void handlersAreRecognisedThroughTheHypMmu(String name) {
    Machine machine = TestHandlers.translated(name, 0, 0, 0, 0);

    AbiView view = ENGINE.analyse(machine, CallerChoice.automatic());

    assertThat(view.handler().contractIds()).as("" + view.handler()).containsExactly(name);
    assertThat(view.handler().confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void theReasonNamesWhatWasTriedAndSeen() {
    Machine machine = TestHandlers.standing("K2", 2, 0, 0, TestHandlers.FUNCTION);

    List<String> evidence = ENGINE.analyse(machine, CallerChoice.automatic()).handler().evidence();

    assertThat(evidence).contains("r0 = -1: returned HVBAR", "r0 = 2: r0 was called as a function");
    assertThat(evidence)
        .anyMatch(
            line ->
                line.matches(
                    "r0 = function 0x[0-9a-f]{8}: r0 was called as a function, and returned its"
                        + " result"));
  }

  @Test
  void probingLeavesTheMachineAsItWas() {
    Machine machine = TestHandlers.standing("K4", 2, 0, 0, 0);
    int[] before = machine.core().registers();
    byte[] page = machine.ram().readable(TestHandlers.DATA).bytes.clone();

    ENGINE.analyse(machine, CallerChoice.automatic());

    assertThat(machine.core().registers()).isEqualTo(before);
    assertThat(machine.ram().readable(TestHandlers.DATA).bytes).isEqualTo(page);
    assertThat(machine.core().retired()).isZero();
  }

  @Test
  void aHandlerIsRecognisedWhileTheMachineStandsInHyp() {
    Machine machine = TestHandlers.standing("S4", 0, 0, 0, 0);
    machine.core().setCpsr(Mode.HYP.encoding());

    assertThat(ENGINE.owner(machine).contractIds()).containsExactly("S4");
  }

  @Test
  void vectorsWithoutLoadedCodeAreSaidToBeThat() {
    Machine machine = TestHandlers.standing("S0", -1, 0, 0, 0);
    machine.core().sysRegs().rawSet(Sight.HVBAR, 0x4800_0000);

    HvbarOwner owner = ENGINE.owner(machine);

    assertThat(owner.label()).isEqualTo("no code");
    assertThat(owner.reason()).contains("0x48000000").contains("no code was loaded");
  }

  @Test
  void overwrittenVectorsAreSaidToBeThat() {
    Machine machine = TestHandlers.standing("S0", -1, 0, 0, 0);
    byte[] junk = new byte[32];
    Arrays.fill(junk, (byte) 0xff);
    machine.edit(TestHandlers.TABLE, junk);

    HvbarOwner owner = ENGINE.owner(machine);

    assertThat(owner.ownerClass()).isEqualTo(OwnerClass.OVERWRITTEN);
    assertThat(owner.reason()).contains("not those of the image");
  }

  @Test
  void aContractOfTheUsersOwnIsRecognised() throws AbiFileException {
    String negated =
        """
        id: N2
        title: S0 that gets by -2
        kernel: none
        source: this test
        owner: stub
        calls:
          - {kind: get-vectors, when: r0 == -2, result: hvbar, clobbers: [r0]}
          - {kind: set-vectors, when: otherwise, inputs: {r0: vectors}, hvbar: r0}
        probes:
          - {try: {r0: -2}, expect: {returns: true, r0: hvbar, hvbar: same}}
          - {try: {r0: vectors}, expect: {returns: true, hvbar: r0}}
        """;
    AbiEngine engine = ENGINE.with(List.of(ContractLoader.parse("n2.yaml", negated)));

    AbiView view =
        engine.analyse(
            TestHandlers.standing("negated: S0 that gets by -2", -2, 0, 0, 0),
            CallerChoice.automatic());

    assertThat(view.handler().contractIds()).containsExactly("N2");
    assertThat(view.caller().contractIds()).containsExactly("N2");
    assertThat(view.prediction().outcome()).isEqualTo(Outcome.WORKS);
  }

  @Test
  void everyProbeIsBounded() {
    Machine machine = TestHandlers.standing("spin: counts for ever", 0, 0, 0, 0);
    Core core = machine.core();

    assertThat(ENGINE.owner(machine).contractIds()).isEmpty();
    assertThat(core.retired()).isZero();
  }
}
