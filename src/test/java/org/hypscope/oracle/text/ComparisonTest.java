package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hypscope.arm.decode.DisassembledInsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of disassemblies finds what is wrong, and lets nothing pass that the table lacks. */
class ComparisonTest {
  private static final String REFUSED = "refused";

  /** An oracle that says one thing of every word. */
  private record Says(String name, String line) implements Oracle {
    @Override
    public String program() {
      return name;
    }

    @Override
    public List<String> read(InstructionSet set, List<Encoding> encodings) {
      return encodings.stream().map(encoding -> line).toList();
    }

    @Override
    public boolean refuses(String said) {
      return said.equals(REFUSED);
    }

    @Override
    public String ours(DisassembledInsn insn, InstructionSet set, int it) {
      return insn.text();
    }
  }

  @ParameterizedTest(name = "{0}: {1} and {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "e0821003 | add r1, r2, r3     | add r1, r2, r3     | true",
        "e0821003 | add r1, r2, r3     | plus r1, r2, r3    | true",
        "e0821003 | add r1, r2, r3     | add r1, r2, r4     | false",
        "e0821003 | sub r1, r2, r3     | sub r1, r2, r3     | false",
        "e0821003 | add r1, r2, r3     | refused            | true",
        "e0821003 | refused            | refused            | false",
        "e0821003 | refused            | add r1, r2, r4     | false",
        "e7f000f1 | odd                | udf #1             | true",
        "e7f000f1 | odd                | odd                | false",
        "ffffffff | refused            | refused            | true",
        "ffffffff | hlt #0             | refused            | true",
        "ffffffff | hlt #0             | hlt #0             | false",
        "e000f291 | muls r0, r1, r2    | and pc, r0, r1     | false",
        "e000f291 | refused            | and pc, r0, r1     | true",
      })
  void oneOfTwoOraclesMayRefuseButNotDisagree(
      String word, String first, String second, boolean fine) {
    Spelling table =
        Spelling.of("second\tany\t^plus\tadd\tsaid so\nfirst\ta32\t^odd\t~udf .*\tsaid so");
    Comparison comparison =
        new Comparison(
            InstructionSet.A32, table, new Says("first", first), new Says("second", second));
    comparison.compare(List.of(InstructionSet.A32.encoding(Integer.parseUnsignedInt(word, 16))));
    assertThat(comparison.wrong().isEmpty()).as("%s", comparison.wrong()).isEqualTo(fine);
  }

  @Test
  void aLineThatNothingNeedsIsFound() {
    Spelling table = Spelling.of("any\tany\ta\tb\twhy\nany\tany\tc\td\twhy");
    assertThat(table.about("x", "y").adopt("a")).isEqualTo("b");
    assertThat(table.unused()).containsExactly("any\tany\tc\td\twhy");
  }

  @Test
  void aLineWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> Spelling.of("any\tany\ta\tb\t")).hasMessageContaining("five columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mov r0, #4294967295       | mov r0, -1",
        "ldr r0, [r1, #-0]         | ldr r0, [r1, -0]",
        "svc 0x00000010            | svc 16",
        "vmov.f32 s0, s12          | vmov.f32 s0, s12",
        "adds.w r1, r2, r3         | adds r1, r2, r3",
        "lsl r10, r1, #2           | lsl sl, r1, 2",
      })
  void numbersAreComparedByValueAndRegistersByOneName(String text, String plain) {
    assertThat(LlvmMc.plain(text)).isEqualTo(plain);
  }
}
