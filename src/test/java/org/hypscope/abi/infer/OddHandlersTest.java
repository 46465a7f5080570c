package org.hypscope.abi.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hypscope.abi.CallKind;
import org.hypscope.abi.Contract;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.load.ContractWriter;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers with conventions of their own are inferred to be what was written beside them. */
class OddHandlersTest {
  private static final double SECONDS = 60;

  @TempDir private Path folder;

  @BeforeAll
  static void needsAnAssembler() {
    Tools.assume(Tools.AS, Tools.LD);
  }

  static List<Path> handlers() {
    return OddHandlers.withContracts();
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void everyClauseIsFound(Path source) throws Exception {
    Contract expected = ContractLoader.load(OddHandlers.contract(source));
    Contract found = infer(OddHandlers.build(source, folder)).contracts("FOUND").get(0);

    List<Clause> clauses = Clauses.compare(expected, found);

    assertThat(clauses).hasSizeGreaterThan(6);
    assertThat(clauses).as(ContractWriter.write(found, List.of())).allMatch(Clause::right);
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void whatIsWrittenOfItIsReadBack(Path source) throws Exception {
    for (Contract each : infer(OddHandlers.build(source, folder)).contracts("FOUND")) {
      String text = ContractWriter.write(each, EntryExitTable.of(each));

      assertThat(ContractLoader.parse("found.yaml", text)).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 31, 40, 101, 547})
  void everyClauseOfAMadeUpConventionIsFound(long seed) throws Exception {
    HandlerGenerator.Made made = HandlerGenerator.make(seed);
    Contract expected = ContractLoader.parse("made.yaml", made.contract());
    Contract found = infer(OddHandlers.build(made.code(), folder)).contracts("FOUND").get(0);

    assertThat(Clauses.compare(expected, found)).as(made.code()).allMatch(Clause::right);
  }

  /** One contract has one immediate: a handler that tells calls by it has several. */
  @Test
  void callsByImmediateAreAContractEach() throws Exception {
    String code =
        "  start\n.type handler, %function\nhandler: get_hsr r12\n uxth r12, r12\n cmp r12, #2\n"
            + " ldrls pc, [pc, r12, lsl #2]\n b 9f\n .word 1f, 2f, 3f\n"
            + "1: get_hvbar r0\n eret\n2: set_hvbar r0\n eret\n3: bx r0\n9: mvn r0, #0\n eret\n";

    List<Contract> contracts = infer(OddHandlers.build(code, folder)).contracts("FOUND");

    assertThat(contracts).extracting(Contract::immediate).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(contracts)
        .extracting(each -> each.calls().get(0).kind())
        .containsExactlyInAnyOrder(
            CallKind.GET_VECTORS, CallKind.SET_VECTORS, CallKind.SOFT_RESTART);
  }

  /** The check of the check: another convention is not found to agree. */
  @Test
  void aChangedHandlerDiffersInTheClauseThatWasChanged() throws Exception {
    String code =
        "  start\n.type handler, %%function\nhandler: cmp r0, #%d\n moveq r0, #%d\n eret\n";
    Contract one = infer(OddHandlers.build(code.formatted(3, 7), folder)).contracts("ONE").get(0);
    Contract other = infer(OddHandlers.build(code.formatted(3, 8), folder)).contracts("B").get(0);
    Contract third = infer(OddHandlers.build(code.formatted(4, 7), folder)).contracts("C").get(0);

    assertThat(wrong(one, one)).isEmpty();
    assertThat(wrong(one, other)).containsExactly("result");
    assertThat(wrong(one, third)).contains("told by");
  }

  private static List<String> wrong(Contract expected, Contract found) {
    return Clauses.compare(expected, found).stream()
        .filter(each -> !each.right())
        .map(Clause::what)
        .distinct()
        .toList();
  }

  private static InferredAbi infer(LoadedImage image) {
    return Inference.infer(image, OddHandlers.BOARD, OptionalInt.empty(), SECONDS);
  }
}
