package org.hypscope.abi.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.load.ContractWriter;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever lies at the vectors, the inference ends and says so. */
class NoHandlerTest {
  private static final String HANDLER = "    start\n    .type handler, %function\nhandler:\n";

  @TempDir private Path folder;

  @BeforeAll
  static void needsAnAssembler() {
    Tools.assume(Tools.AS, Tools.LD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b .                                                     | does not end
          mov r1, #0; 1: add r1, r1, #1; b 1b                     | does not end
          1: subs r0, r0, #1; bne 1b; eret                        | returns
          mov r4, #0xb; lsl r4, r4, #28; ldr r0, [r4]; eret       | HYP exception at +0x10
          .inst 0xe7f000f0                                        | HYP exception at +0x04
          mov r4, #0xb; lsl r4, r4, #28; bx r4                    | HYP exception at +0x0c
          mov r4, #0x44000000; bx r4                              | memory without code
          mov r0, #0x84000000; add r0, r0, #8; smc #0             | switches the machine off
          wfi; b handler                                          | does not end
          """)
  void everyCallEndsAsItDoes(String code, String sentence) throws Exception {
    InferredAbi abi = infer(HANDLER + code.replace(';', '\n') + "\n");

    assertThat(abi.sentence()).contains(sentence);
    assertThat(readBack(abi)).isNotEmpty();
  }

  @Test
  void aHandlerThatRewritesItselfIsStillOneCall() throws Exception {
    String code = "adr r4, 1f; ldr r5, 2f; str r5, [r4]; isb; 1: mov r0, #1; eret; 2: mov r0, #2";

    InferredAbi abi = infer(HANDLER + code.replace(';', '\n') + "\n");

    assertThat(abi.contracts("X").get(0).calls()).hasSize(1);
    assertThat(abi.contracts("X").get(0).calls().get(0).result().toString()).isEqualTo("2");
  }

  @Test
  void vectorsThatAreDataOrNotThereAreNoHandler() throws Exception {
    LoadedImage image =
        OddHandlers.build(
            HANDLER + "eret\n .data\ndata: .rept 64\n .word 0x12345678\n .endr\n", folder);
    for (int vectors : List.of(0x4001_1000, 0x4800_0000, 0x0bad_0000, 0xf000_0000, 0x4001_0201)) {
      InferredAbi abi = Inference.infer(image, OddHandlers.BOARD, OptionalInt.of(vectors), 5);

      assertThat(abi.sentence()).isNotEmpty();
      assertThat(abi.calls()).isNotEmpty();
      assertThat(readBack(abi)).isNotEmpty();
    }
  }

  @Test
  void manyWaysEndAtTheBound() throws Exception {
    StringBuilder code = new StringBuilder(HANDLER);
    for (int bit = 0; bit < 32; bit++) {
      code.append(" tst r0, #1 << ").append(bit).append("\n addne r2, r2, #1\n eorne r3, r3, r2\n");
    }

    InferredAbi abi = infer(code + " mov r0, r3\n eret\n", 0.5);

    assertThat(abi.complete()).isFalse();
    assertThat(abi.notes()).anyMatch(note -> note.contains("not enough"));
  }

  @Test
  void anImageWithoutVectorsIsRefusedWithASentence() throws Exception {
    Path source = folder.resolve("none.S");
    java.nio.file.Files.writeString(source, ".global _start\n_start: b _start\n");
    LoadedImage image = OddHandlers.build(source, folder);

    assertThatThrownBy(() -> Inference.infer(image, OddHandlers.BOARD, OptionalInt.empty(), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--vectors");
  }

  private InferredAbi infer(String code) throws Exception {
    return infer(code, 20);
  }

  private InferredAbi infer(String code, double seconds) throws Exception {
    return Inference.infer(
        OddHandlers.build(code, folder), OddHandlers.BOARD, OptionalInt.empty(), seconds);
  }

  private static String readBack(InferredAbi abi) throws Exception {
    String text = ContractWriter.write(abi.contracts("X").get(0), List.of());
    return ContractLoader.parse("x.yaml", text).id();
  }
}
