package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void thumbIsRefusedWithWhatToDo() {
    Prompt prompt = Prompt.run("disassemble", "--thumb", "--hex", "4770");
    assertThat(prompt.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(prompt.err()).contains("T32").contains("--thumb");
  }
}
