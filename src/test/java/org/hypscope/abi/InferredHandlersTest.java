package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.hypscope.abi.infer.Clause;
import org.hypscope.abi.infer.Clauses;
import org.hypscope.abi.infer.Inference;
import org.hypscope.abi.infer.InferredAbi;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.load.ContractWriter;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handlers of the known generations, without symbols, are inferred to be what they are. */
class InferredHandlersTest {
  private static final double SECONDS = 60;

  @ParameterizedTest
  @ValueSource(strings = {"S0", "S1", "S3", "S4", "S5", "I1", "I2", "I4", "K1", "K2", "K2b", "K4"})
  void everyClauseOfTheGenerationIsFound(String id) throws Exception {
    Contract inferred = infer(id);

    List<String> wrong =
        Clauses.compare(builtIn(id), inferred).stream()
            .filter(clause -> !clause.right())
            .map(clause -> clause.call() + ": " + clause.what())
            .toList();

    assertThat(wrong).as(ContractWriter.write(inferred, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "stub-s0, __hyp_stub_vectors, S0",
    "stub-s4, __hyp_stub_vectors, S4",
    "kvm-k2, __hyp_stub_vectors, S0",
    "kvm-k2, __kvm_hyp_init, I1",
    "kvm-k2, __kvm_hyp_vector, K2",
    "kvm-k4, __hyp_stub_vectors, S4",
    "kvm-k4, __kvm_hyp_init, I4",
    "kvm-k4, __kvm_hyp_vector, K4"
  })
  void everyHandlerOfTheSamplesIsFoundWhereTheSampleInstallsIt(String name, String table, String id)
      throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();
    Board board = Boards.byName(sample.board());
    LoadedImage image = ImageLoader.load(name, sample.elf(), LoadOptions.on(board));
    int vectors = new Symbols(image).address(table).orElseThrow();

    InferredAbi abi = Inference.infer(image, board, OptionalInt.of(vectors), SECONDS);

    assertThat(abi.installed()).isTrue();
    assertThat(Clauses.compare(builtIn(id), abi.contracts(id).get(0)))
        .as(abi.evidence().toString())
        .allMatch(Clause::right);
  }

  private static Contract infer(String id) {
    Machine machine = TestHandlers.standing(id);
    InferredAbi abi =
        Inference.infer(
            machine.image(), machine.board(), OptionalInt.of(TestHandlers.TABLE), SECONDS);
    return abi.contracts(id).get(0);
  }

  private static Contract builtIn(String id) {
    return ContractLoader.builtIn().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
