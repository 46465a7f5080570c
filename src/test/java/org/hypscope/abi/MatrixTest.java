package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix is executed, not declared: it agrees with what is known, and changes with the code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final List<String> DERIVED = List.of("S0", "K1", "K2", "S4", "K4", "S5");

  private Matrix matrix;

  @BeforeAll
  void execute() {
    List<Target> images = MatrixImages.NAMES.stream().map(MatrixTest::image).toList();
    matrix = MatrixRun.run(images, ENGINE, id -> true);
  }

  private static Target image(String name) {
    return target(name, MatrixImages.elf(name).orElseThrow());
  }

  private static Target target(String name, byte[] elf) {
    try {
      return Target.of(name, elf, Target.Options.standard());
    } catch (UnusableTargetException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyCallerMeetsEveryHandlerInBothBuilds() {
    assertThat(matrix.rows()).hasSize(13);
    assertThat(matrix.images()).containsExactlyElementsOf(MatrixImages.NAMES);
    for (String image : matrix.images()) {
      assertThat(matrix.columns(image))
          .contains("S0", "I1", "K1", "K2", "K2b", "S1", "S3", "S4", "I4", "K4", "S5")
          .contains("I1+M", "I4+M", "K1+M", "K2+M", "K2b+M", "K4+M");
      assertThat(matrix.rows())
          .allSatisfy(
              row ->
                  assertThat(matrix.columns(image))
                      .allSatisfy(c -> assertThat(matrix.cell(image, row, c)).isPresent()));
    }
    assertThat(matrix.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.sentence()).isNotBlank();
              assertThat(cell.outcome()).isNotEqualTo(Outcome.UNDECIDED);
              assertThat(cell.parted()).isGreaterThanOrEqualTo(cell.at());
            });
  }

  @Test
  void everyHandlerIsToldByItsBehaviourToBeWhatItIsMeantToBe() {
    assertThat(matrix.recognised())
        .allSatisfy((column, seen) -> assertThat(seen).isEqualTo(column.name().replace("+M", "")));
  }

  @Test
  void aCallerBeforeItsOwnHandlerWorks() {
    Set<String> own =
        matrix.cells().stream()
            .filter(cell -> cell.id().caller().equals(cell.id().handler()))
            .filter(cell -> !cell.word().equals("works"))
            .map(cell -> cell.id().symbol())
            .collect(Collectors.toSet());

    assertThat(own)
        .as("K1's and I4's own calls too; I1's first call is made with its MMU off")
        .isEmpty();
  }

  /** The table that src/docs derives from reading: callers, then S0, K1, K2, S4, K4, S5. */
  static Stream<Arguments> derived() {
    return Map.of(
            "S0 get-vectors", "works wild-branch works error-returned wild-branch error-returned",
            "S0 set-vectors", "works hang hang error-returned hang error-returned",
            "S4 set-vectors",
                "hvbar-lost wild-branch wild-branch works error-returned error-returned",
            "S4 soft-restart", "hvbar-lost wild-branch wild-branch works works works",
            "S4 reset-vectors", "hvbar-lost wild-branch wild-branch works works error-returned",
            "K1 call-function", "hvbar-lost works works error-returned works error-returned",
            "S1 soft-restart",
                "hvbar-lost wild-branch wild-branch wrong-result wrong-result error-returned")
        .entrySet()
        .stream()
        .map(row -> Arguments.of(row.getKey(), List.of(row.getValue().split(" "))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("derived")
  void theTableThatWasDerivedByReadingIsConfirmed(String row, List<String> outcomes) {
    for (String image : matrix.images()) {
      assertThat(DERIVED.stream().map(h -> matrix.cell(image, row, h).orElseThrow().word()))
          .as(image)
          .isEqualTo(outcomes);
    }
  }

  @Test
  void theDetailsOfThatTableHold() {
    MatrixCell set = matrix.cell("matrix-arm", "S4 set-vectors", "S0").orElseThrow();
    MatrixCell restart = matrix.cell("matrix-arm", "S4 soft-restart", "S0").orElseThrow();
    MatrixCell reset = matrix.cell("matrix-arm", "S4 reset-vectors", "K4").orElseThrow();
    MatrixCell call = matrix.cell("matrix-arm", "S4 reset-vectors", "K2").orElseThrow();
    MatrixCell thumb = matrix.cell("matrix-thumb", "S4 reset-vectors", "K2").orElseThrow();

    assertThat(List.of(set.hvbarAfter(), set.registers().get(0))).containsExactly(0, 0);
    assertThat(List.of(restart.hvbarAfter(), restart.registers().get(0))).containsExactly(0, 1);
    assertThat(reset.hvbarAfter())
        .isEqualTo(matrix.cell("matrix-arm", "S4 set-vectors", "S4").orElseThrow().hvbarBefore());
    assertThat(List.of(call.endPc(), thumb.endPc())).as("2: A32, and T32").containsExactly(2, 2);
    assertThat(call.sentence()).contains("UNPREDICTABLE");
    assertThat(thumb.sentence()).contains("T32 state");
  }

  @Test
  void aCellIsOpenedAtItsCall() {
    MatrixCell cell = matrix.cell("matrix-thumb", "S4 soft-restart", "K4+M").orElseThrow();

    assertThat(cell.command())
        .isEqualTo("run matrix-thumb --entry cell_K4_on__S4_soft_restart --to hvc:1 --registers");
    assertThat(image("matrix-thumb").image().symbols())
        .anyMatch(s -> s.name().equals(cell.id().symbol()) && s.address() == cell.entry());
  }

  @Test
  void aChangedHandlerChangesItsCells() {
    Matrix changed = only(target("matrix-arm", mutated()), ENGINE, "S4");

    MatrixCell before = matrix.cell("matrix-arm", "S4 soft-restart", "S4").orElseThrow();
    MatrixCell after = changed.cell("matrix-arm", "S4 soft-restart", "S4").orElseThrow();

    assertThat(before.word()).isEqualTo("works");
    assertThat(after.word()).isEqualTo("error-returned");
    assertThat(changed.recognised().values()).containsExactly("unknown");
  }

  /** The A32 image whose S4 knows its soft restart as 5. */
  private static byte[] mutated() {
    byte[] elf = MatrixImages.elf("matrix-arm").orElseThrow();
    ByteBuffer words = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (words.getInt(at) != 0xe3500002
        || words.getInt(at + 8) != 0xe30c0a11
        || words.getInt(at - 16) != 0xe3500000) {
      at += 4;
    }
    elf[at - 8] = 5;
    return elf;
  }

  @Test
  void aChangedContractChangesItsCells() throws AbiFileException, IOException {
    String text =
        Files.readString(Path.of("assets/contracts/S4.yaml"))
            .replace("    result: 0\n", "    result: 7\n");
    AbiEngine other = ENGINE.with(List.of(ContractLoader.parse("S4.yaml", text)));

    Matrix changed = only(image("matrix-arm"), other, "S4");

    assertThat(changed.cell("matrix-arm", "S4 reset-vectors", "S4").orElseThrow().word())
        .isEqualTo("wrong-result");
  }

  private static Matrix only(Target target, AbiEngine engine, String handler) {
    return MatrixRun.run(List.of(target), engine, id -> id.handler().equals(handler));
  }

  @Test
  void anImageWithoutCellsIsRefusedWithASentence() {
    Target sample = target("stub-s4", Samples.byName("stub-s4").orElseThrow().elf());

    assertThatThrownBy(() -> MatrixRun.run(List.of(sample), ENGINE, id -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stub-s4: no matrix image");
  }
}
