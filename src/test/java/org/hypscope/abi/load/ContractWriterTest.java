package org.hypscope.abi.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as the same contract. */
class ContractWriterTest {
  static Stream<Contract> contracts() {
    return ContractLoader.builtIn().stream();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyBuiltInContractComesBackAsItWas(Contract contract) throws Exception {
    String text = ContractWriter.write(contract, List.of("a comment: with a colon"));

    assertThat(ContractLoader.parse("written.yaml", text)).isEqualTo(contract);
  }

  @Test
  void textsThatLookLikeSomethingElseAreQuoted() throws Exception {
    Contract first = ContractLoader.builtIn().get(0);
    Contract odd =
        new Contract(
            "no",
            "it's: a 'title' # with {everything}",
            "-",
            "0x12 and more",
            first.symbols(),
            first.fingerprints(),
            first.immediate(),
            first.scope(),
            first.owner(),
            first.badCall(),
            first.errors(),
            first.calls(),
            first.functions(),
            first.probes());

    assertThat(ContractLoader.parse("odd.yaml", ContractWriter.write(odd, List.of())))
        .isEqualTo(odd);
  }
}
