package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code disassemble} takes words and images, and never refuses a word. */
class DisassembleCommandTest {
  @ParameterizedTest
  @CsvSource({
    "e1400070, hvc, 0",
    "0xE160006E, eret, ''",
    "ee0c0f10, mcr, '15, 0, r0, cr12, cr0, {0}'",
    "e12fff33, blx, r3",
  })
  void wordsAreTakenWithAndWithoutPrefix(String word, String mnemonic, String operands) {
    Prompt prompt = Prompt.run("disassemble", "--hex", word);
    assertThat(prompt.status()).isEqualTo(ExitStatus.FINE);
    assertThat(prompt.out()).contains("\t" + mnemonic).contains(operands);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e0821003",
        "0XE0821003   # add",
        "0xe0821003 // add",
        "e0821003 @ add",
        "[0x03,0x10,0x82,0xe0]",
        "add r1, r2, r3 @ encoding: [0x03,0x10,0x82,0xe0]",
        "0x03 0x10 0x82 0xe0",
        "03 10 82 e0",
      })
  void theInputHoldsWordsBytesAndComments(String line) {
    Prompt prompt = Prompt.run("disassemble", "--hex", line);
    assertThat(prompt.status()).as(prompt.err()).isEqualTo(ExitStatus.FINE);
    assertThat(prompt.out().strip()).isEqualTo("00000000:\te0821003\tadd\tr1, r2, r3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"e08210031", "xyz", "[0x03;0x10]", "03 10 82", "adc r1, r2, r3"})
  void whatIsNoWordIsRefusedWithWhatToWrite(String line) {
    Prompt prompt = Prompt.run("disassemble", "--hex", line);
    assertThat(prompt.out()).isEmpty();
    assertThat(prompt.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(prompt.err()).contains("word");
  }

  /** A corpus of thousands of lines is worth reading to its end. */
  @Test
  void aBadLineOfTheInputIsToldOfAndTheRestGoesOn() {
    String input = "e0821003\n.text\n# none\n   4:\te0821004 \tadd\tr1, r2, r4\n[0x03,0x10]\n";
    Prompt prompt = Prompt.runOn(input, "disassemble", "--hex", "-");
    assertThat(prompt.out().lines().map(DisassembleCommandTest::text))
        .containsExactly("add r1, r2, r3", "add r1, r2, r4");
    assertThat(prompt.err().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("hypscope: line [25]: .*(\\.text|0x03 0x10).*"));
    assertThat(prompt.status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aListOfBytesIsWholeInItself() {
    String input = "f000\nf801\ne92d\n[0x70,0x47]\n[0x70,0x47,0x00,0xf0]\n4770\n";
    Prompt prompt = Prompt.runOn(input, "disassemble", "--thumb", "--hex", "-");
    assertThat(prompt.out().lines().map(DisassembleCommandTest::text))
        .containsExactly("bl 0x6", ".short 0xe92d", "bx lr", "bx lr", ".short 0xf000", "bx lr");
  }

  @Test
  void anUndefinedWordIsShownAsAWord() {
    assertThat(Prompt.run("disassemble", "--hex", "ffffffff").out()).contains("0xffffffff");
  }

  @Test
  void branchesLeadFromWhereTheWordsLie() {
    JsonNode line =
        Prompt.run("disassemble", "--format", "json", "--at", "0x40010000", "--hex", "eafffffe")
            .json()
            .get(0);
    assertThat(line.get("address").asText()).isEqualTo("0x40010000");
    assertThat(line.get("target").asText()).isEqualTo("0x40010000");
  }

  @Test
  void anImageIsShownFromASymbol() {
    Prompt prompt = Prompt.run("disassemble", "--at", "__hyp_soft_restart", "kdump-k2");
    assertThat(prompt.out().strip()).startsWith("4001044c <__hyp_soft_restart>:").contains("hvc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4770                  | bx lr",
        "f000f801              | bl 0x6",
        "f000 f801             | bl 0x6",
        "[0x00,0xf0,0x01,0xf8] | bl 0x6",
        "de00                  | udf #0",
        "e92d                  | .short 0xe92d",
        "bf18 4408             | it ne; addne r0, r1",
      })
  void thumbWordsAreTakenAsHalfwordsInOrder(String line, String texts) {
    Prompt prompt = Prompt.run("disassemble", "--thumb", "--hex", line);
    assertThat(prompt.status()).as(prompt.err()).isEqualTo(ExitStatus.FINE);
    assertThat(prompt.out().lines().map(DisassembleCommandTest::text))
        .containsExactly(texts.split("; "));
  }

  private static String text(String line) {
    String[] parts = line.split("\t");
    return String.join(" ", Arrays.copyOfRange(parts, 2, Math.min(parts.length, 4)));
  }
}
