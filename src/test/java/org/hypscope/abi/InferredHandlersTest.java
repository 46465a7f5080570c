package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.hypscope.abi.infer.Clauses;
import org.hypscope.abi.infer.Inference;
import org.hypscope.abi.infer.InferredAbi;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.load.ContractWriter;
import org.hypscope.machine.Machine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handlers of the known generations, without symbols, are inferred to be what they are. */
class InferredHandlersTest {
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

  private static Contract infer(String id) {
    Machine machine = TestHandlers.standing(id);
    InferredAbi abi =
        Inference.infer(machine.image(), machine.board(), OptionalInt.of(TestHandlers.TABLE), 5);
    return abi.contracts(id).get(0);
  }

  private static Contract builtIn(String id) {
    return ContractLoader.builtIn().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
