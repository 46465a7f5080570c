package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.decode.DisassembledInsn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the window says of an instruction: what it reads, writes and leads to, and what is odd. */
class DisassemblerWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "e0910002 | adds r0, r1, r2           | r1, r2          | r0, NZCV       | -",
        "00a10002 | adceq r0, r1, r2          | r1, r2, C, Z    | r0             | -",
        "e5b10004 | ldr r0, [r1, #4]!         | r1, memory      | r0, r1         | -",
        "e5910004 | ldr r0, [r1, #4]          | r1, memory      | r0             | -",
        "e92d4010 | push {r4, lr}             | r4, lr, sp      | memory, sp     | -",
        "e8bd8010 | pop {r4, pc}              | sp, memory      | r4, pc, sp     | -",
        "e1c420d0 | ldrd r2, [r4]             | r4, memory      | r2, r3         | -",
        "ebfffffe | bl 0x40000000             | ''              | lr, pc         | 40000000",
        "e59f0008 | ldr r0, [pc, #8]          | pc, memory      | r0             | 40000010",
        "e10fe300 | mrs lr, SP_hyp            | banked register | lr             | -",
        "ee8c0f10 | mcr 15, 4, r0, cr12, cr0, {0} | r0          | system register | -",
        "e25ef004 | subs pc, lr, #4           | lr, SPSR        | pc, CPSR       | -",
      })
  void saysWhatIsReadAndWritten(
      String word, String text, String reads, String writes, String target) {
    DisassembledInsn insn = A32.disassembler().a32(Integer.parseUnsignedInt(word, 16), 0x40000000);
    assertThat(insn.text()).isEqualTo(text);
    assertThat(insn.reads()).isEqualTo(reads);
    assertThat(insn.writes()).isEqualTo(writes);
    assertThat(insn.target() == null ? null : Integer.toHexString(insn.target())).isEqualTo(target);
    assertThat(insn.unpredictable()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e000f291 | MUL is UNPREDICTABLE: a bit that should be 0 or 1 is not so (A8.8.114)",
        "e00f0291 | MUL is UNPREDICTABLE: Rd is the PC (A8.8.114)",
        "e5b11004 | LDR (immediate) is UNPREDICTABLE: the base is written back and Rn is Rt (A8.8.63)",
        "e8b10006 | LDM is UNPREDICTABLE: W == 1 and Rn is in the list (A8.8.58)",
        "e1c410d0 | LDRD (immediate) is UNPREDICTABLE: Rt is odd (A8.8.72)",
        "e0811392 | UMULL is UNPREDICTABLE: RdHi is RdLo (A8.8.257)",
      })
  void saysWhyAWordIsUnpredictable(String word, String sentence) {
    int insn = Integer.parseUnsignedInt(word, 16);
    assertThat(A32.disassembler().a32(insn, 0).unpredictable()).isEqualTo(sentence);
  }
}
