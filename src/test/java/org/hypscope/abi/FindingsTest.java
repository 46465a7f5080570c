package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "void f(u64 a)                        | wide-argument",
        "void f(struct kvm *k, u64 a)         | wide-argument",
        "void f(struct kvm *k, phys_addr_t a) | wide-argument",
        "int f(int a, int b, int c, int d)    | fourth-argument",
        "int f(void *a, void *b, u64 c)       | fourth-argument",
        "int f(int a, int b, int c)           | ''",
        "int f(u64 *a, u64 *b)                | ''",
        "void f(void)                         | ''"
      })
  void aDeclaredPrototypeDecidesWhereArgumentsGo(String prototype, String rule)
      throws AbiFileException {
    Prototype declared = Prototype.parse(prototype.trim());

    List<Finding> findings = declared(declared);

    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
    assertThat(findings).allSatisfy(f -> assertThat(f.what()).contains("is sent in"));
  }

  private static List<Finding> declared(Prototype prototype) throws AbiFileException {
    Contract k4 = ENGINE.contract("K4");
    Contract mine =
        new Contract(
            k4.id(),
            k4.title(),
            k4.kernel(),
            k4.source(),
            k4.symbols(),
            k4.fingerprints(),
            k4.immediate(),
            k4.scope(),
            k4.owner(),
            k4.badCall(),
            k4.errors(),
            k4.calls(),
            List.of(prototype),
            k4.probes());
    Machine machine = TestHandlers.named("K4", FN, "f", FN, 1, 2, 3);
    return ENGINE.with(List.of(mine)).analyse(machine, CallerChoice.automatic()).findings();
  }

  @Test
  void aCoreThatLeftHypWithoutVectorsIsNamed() {
    assertThat(findings(twoCores(Mode.SVC, 0)))
        .extracting(Finding::rule)
        .containsExactly("boot-modes");
  }

  @Test
  void aCoreInHypOrWithVectorsIsLeftAlone() {
    assertThat(findings(twoCores(Mode.HYP, 0))).isEmpty();
    assertThat(findings(twoCores(Mode.SVC, TABLE))).isEmpty();
  }

  /** A machine about to install vectors, whose second core runs in {@code mode}. */
  private static Machine twoCores(Mode mode, int hvbar) {
    Machine machine = TestHandlers.standing(Boards.standard().withCores(2), "S4", 0, TABLE, 0, 0);
    Core first = machine.core();
    int[] registers = {first.r(0), first.r(1), first.r(2), first.r(3)};
    first.setR(0, 0x8400_0003);
    first.setR(1, 1);
    first.setR(2, FN);
    first.firmware().call(first, 0);
    for (int n = 0; n < registers.length; n++) {
      first.setR(n, registers[n]);
    }
    Core second = machine.cores().get(1);
    second.setCpsr(mode.encoding());
    second.sysRegs().rawSet(Sight.HVBAR, hvbar);
    return machine;
  }

  @Test
  void anAddressOfHypWhereAPhysicalOneIsWantedIsNamed() {
    Machine machine = TestHandlers.translated("S4", 0, TABLE + TestHandlers.OFFSET, 0, 0);

    assertThat(findings(machine)).extracting(Finding::rule).contains("physical-virtual");
    assertThat(findings(TestHandlers.translated("S4", 0, TABLE, 0, 0))).isEmpty();
  }

  @Test
  void aBankedAccessOutsideOfCallsIsNamed() {
    CheckOptions soon =
        new CheckOptions(List.of(), CallerChoice.automatic(), Optional.empty(), 100);

    assertThat(CheckRun.check(program(0xe10f_0300), Boards.standard(), soon).findings())
        .as("mrs r0, SP_hyp")
        .extracting(Finding::rule)
        .containsExactly("hyp-access");
    assertThat(CheckRun.check(program(0xe10e_0300), Boards.standard(), soon).findings())
        .as("mrs r0, ELR_hyp")
        .isEmpty();
  }

  private static LoadedImage program(int word) {
    byte[] code = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(word).array();
    Segment text = new Segment(TABLE, TABLE, code, code.length, true, false);
    return new LoadedImage("test", List.of(text), TABLE, List.of(), List.of());
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
