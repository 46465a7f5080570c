package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.SysRegs;
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
        call("get-vectors", List.of("S1", "K2b", "S3"), 0, 0, 0, 0),
        call("set-vectors", List.of("S0"), TABLE, 0, 0, 0),
        call("set-vectors", List.of("S0"), TABLE + 4, 0, 0, 0),
        call("set-vectors", List.of("S4"), 0, TABLE, 0, 0),
        call("set-vectors", List.of("S4"), 0, TABLE + 4, 0, 0),
        call("set-vectors", List.of("S1", "S3"), 1, TABLE, 0, 0),
        call("set-vectors", List.of("S4"), 0, TestHandlers.DATA + 0x4000, 0, 0),
        call("get-vectors", List.of("S1", "K2b", "S3"), 0, TestHandlers.DATA + 4, 0, 0),
        call("soft-restart", List.of("S4", "K4", "S5"), 1, FN, 0, 0),
        call("soft-restart", List.of("S4", "K4", "S5"), 1, FN + 1, 0, 0),
        call("soft-restart", List.of("S1"), 2, 0, 0, FN),
        call("reset-vectors", List.of("S4", "K4"), 2, 0, 0, 0),
        call("call-function", List.of("K1", "K2", "K2b", "K4"), FN, 7, 6, 5),
        call("call-function", List.of("K1", "K2", "K2b", "K4"), FN, TABLE, PGD, 0),
        call("init", List.of("I1"), 0, 0, PGD, 0),
        call("init", List.of("I1", "I2", "I4"), STACK, TABLE, PGD, 0),
        call("unknown", List.of(), 0x1234_5678, 0, 0, 0),
        call("reset-vectors", List.of("S3"), 3, 0, 0, 0),
        call("service", List.of("PSCI"), 0x8400_0003, 1, FN, 0),
        call("unknown", List.of(), 4, 0, 0, 0));
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
    machine.edit(TestHandlers.CALLER, new byte[] {0x72, (byte) 0xea, 0x40, (byte) 0xe1});

    CallerView caller = ENGINE.analyse(machine, CallerChoice.automatic()).caller();

    assertThat(caller.contractIds()).isEmpty();
    assertThat(caller.evidence()).anyMatch(line -> line.contains("HVC #3746"));
  }

  @Test
  void theHandlersOwnConventionWinsAmongThoseThatFitAlike() {
    CallerView caller = caller("K4", 1, FN, 0, 0);

    assertThat(caller.contractIds()).containsExactly("K4");
    assertThat(caller.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(caller.evidence()).anyMatch(line -> line.contains("the handler is of K4"));
  }

  @Test
  void theFunctionThatMakesTheCallTellsWhatItsRegistersDoNot() {
    Machine machine = TestHandlers.standing("S4", "__hyp_reset_vectors", 2, 0, 0, FN);

    CallerView caller = ENGINE.analyse(machine, CallerChoice.automatic()).caller();

    assertThat(caller.call()).isEqualTo("reset-vectors");
    assertThat(caller.contractIds()).containsExactly("S4");
    assertThat(caller("S4", 2, 0, 0, FN).call()).isEqualTo("soft-restart");
  }

  @Test
  void xensCallsAreToldByImmediateAndR12() {
    Machine machine = TestHandlers.standing("S4", 0, 0, 0, 0);
    machine.edit(TestHandlers.CALLER, new byte[] {0x71, (byte) 0xea, 0x40, (byte) 0xe1});
    machine.core().setR(12, 17);

    AbiView view = ENGINE.analyse(machine, CallerChoice.automatic());

    assertThat(view.caller().sentence()).isEqualTo("caller speaks XEN: xen_version");
    assertThat(view.registers()).extracting(RegisterMeaning::register).contains("r12");
  }

  @Test
  void aGuestDoesNotSpeakTheHostsConvention() {
    Machine machine = TestHandlers.standing("K4", 1, FN, 0, 0);
    machine.core().sysRegs().rawSet(SysRegs.byName("VTTBR"), 3L << 48);
    machine.core().sysRegs().rawSet(SysRegs.byName("HCR"), 1);

    CallerView guest = ENGINE.analyse(machine, CallerChoice.automatic()).caller();

    assertThat(guest.vmid()).isEqualTo(3);
    assertThat(guest.contractIds()).isEmpty();
    assertThat(guest.sentence()).startsWith("guest (VMID 3)");
    assertThat(caller("K4", 1, FN, 0, 0).vmid()).isZero();
  }

  @Test
  void aT32HvcHasItsImmediateRead() {
    Machine machine = TestHandlers.standing("S4", 1, 0, 0, 0);
    machine.edit(TestHandlers.CALLER, new byte[] {(byte) 0xe4, (byte) 0xf7, 0x48, (byte) 0x8a});
    machine.core().setCpsr(Mode.SVC.encoding() | Psr.T);

    CallerView caller = ENGINE.analyse(machine, CallerChoice.automatic()).caller();

    assertThat(caller.sentence()).contains("JH");
  }

  private static CallerView caller(String handler, int... registers) {
    return ENGINE
        .analyse(TestHandlers.standing(handler, registers), CallerChoice.automatic())
        .caller();
  }

  private static AbiView view(CallerChoice choice, int... registers) {
    String unknown = "echo: returns everything as it was";
    return ENGINE.analyse(TestHandlers.standing(unknown, registers), choice);
  }
}
